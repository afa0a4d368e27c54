import { z } from 'zod';
import {
  countPublicGuides,
  listGuideThemes,
  listPublicGuides,
} from '#db/publication/public-document/public-guides.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { askedPage, LINES_A_PAGE, placeOfPage } from '#shared/kernel/paging.ts';
import { paths } from '#shared/paths.ts';
import { THEME_KEYS } from '#shared/people/group/theme.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { guidePaths } from '#shared/publication/public-document/guide-paths.ts';
import { guides as words } from '#shared/publication/public-document/guides.fr.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { FilterForm } from '../../../ui/late/filter-form.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { ListPage } from '../../public-site/list-page.tsx';
import type { Route } from './+types/public-guides';

export const handle = staticPage;

const Asked = z.object({ theme: z.enum(THEME_KEYS).nullable().catch(null) });

/** [PS12] Published documents and nothing else, for anybody. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const { theme } = Asked.parse(Object.fromEntries(searchParams));
  const place = placeOfPage(askedPage(searchParams), await countPublicGuides(db, theme));
  const known = await listGuideThemes(db);
  return {
    guides: await listPublicGuides(db, { theme, size: LINES_A_PAGE, offset: place.offset }),
    themes: THEME_KEYS.filter((key) => known.includes(key)),
    theme,
    place,
    canonical: origin + guidePaths.guides({ theme, page: place.page }),
  };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicGuides({ loaderData }: Route.ComponentProps) {
  const { guides, themes, theme, place, canonical } = loaderData;
  return (
    <ListPage
      title={words.title}
      lead={words.lead}
      canonical={canonical}
      empty={theme ? words.noMatch : words.empty}
      items={guides}
      place={place}
      to={(page) => guidePaths.guides({ theme, page })}
      above={
        themes.length > 1 || theme ? (
          <FilterForm
            address={guidePaths.guides()}
            isFiltered={theme !== null}
            words={words.filter}
            selects={[
              {
                label: words.filter.theme,
                name: 'theme',
                value: theme ?? '',
                any: words.filter.all,
                choices: THEME_KEYS.map((id) => ({ id, name: experimentPage.themes[id] })),
              },
            ]}
          />
        ) : null
      }
      below={
        <p className="mt-8">
          {words.synthesis} <a href={synthesisPaths.publicSynthesis()}>{words.synthesisLink}</a>.
        </p>
      }
    >
      {(guide) => (
        <>
          <ThemeChip theme={guide.theme} />
          <h2 className="break-words">
            <a href={paths.publicDocument(guide.address)}>{guide.title}</a>
          </h2>
          {guide.excerpt && <p className="break-words">{guide.excerpt}</p>}
          <p className="small muted">
            {words.published(dates.short(guide.publishedAt))}
            {guide.writers.length > 0 &&
              ` · ${publicSite.by(new Intl.ListFormat('fr').format(guide.writers))}`}
          </p>
        </>
      )}
    </ListPage>
  );
}
