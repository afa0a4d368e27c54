import { z } from 'zod';
import { listPublicChoices, listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { THEME_KEYS } from '#shared/people/group/theme.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { publicSite as words } from '#shared/publication/public-site/public-site.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { SERVICE_KINDS, SIZE_CLASSES } from '#shared/publication/sheet/use-case-sheet.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { FilterForm } from '../../../ui/late/filter-form.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { KindTabs } from '../../public-site/kind-tabs.tsx';
import { findOtherTexts } from '../../public-site/other-texts.server.ts';
import { OtherTexts } from '../../public-site/other-texts.tsx';
import { SheetList } from '../../public-site/sheet-list.tsx';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import type { Route } from './+types/public-sheets';

export const handle = staticPage;

const SIZE = 30;
const Asked = z.object({
  texte: z.string().trim().max(100).catch(''),
  theme: z.enum(THEME_KEYS).nullable().catch(null),
  service: z.enum(SERVICE_KINDS).nullable().catch(null),
  donnee: z.string().max(200).catch(''),
  taille: z.enum(SIZE_CLASSES).nullable().catch(null),
  departement: z
    .string()
    .regex(/^[0-9][0-9AB][0-9]?$/)
    .nullable()
    .catch(null),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

/** [PS2] Published sheets and nothing else, for anybody. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const asked = Asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  const filter = {
    query: asked.texte,
    theme: asked.theme,
    serviceKind: asked.service,
    need: asked.donnee,
    size: asked.taille,
    department: asked.departement,
  };
  const { sheets, total } = await listPublicSheets(db, { filter, page: asked.page, size: SIZE });
  const others = asked.page === 1 && filter.query ? await findOtherTexts(db, filter.query) : [];
  return {
    sheets,
    others,
    total,
    filter,
    page: asked.page,
    pages: Math.max(1, Math.ceil(total / SIZE)),
    ...(await listPublicChoices(db)),
    canonical: origin + sheetPaths.publicSheets({ ...filter, page: asked.page }),
  };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicSheets({ loaderData }: Route.ComponentProps) {
  const { sheets, others, total, filter, page, pages, needs, departments, canonical } = loaderData;
  const isFiltered = Object.values(filter).some(Boolean);
  const said = words.filter;
  return (
    <SiteFrame>
      <title>{`${words.name} · ${frame.product}`}</title>
      <SocialMeta title={words.name} description={words.lead} canonical={canonical} kind="website" />
      <link rel="alternate" type="application/atom+xml" title={words.feed} href={sheetPaths.feed()} />
      <h1>{words.name}</h1>
      <p className="lead mt-3 mb-8">{words.lead}</p>
      <KindTabs />
      <FilterForm
        address={sheetPaths.publicSheets()}
        isFiltered={isFiltered}
        words={said}
        search={{ label: said.query, name: 'texte', value: filter.query }}
        selects={[
          {
            label: said.theme,
            name: 'theme',
            value: filter.theme ?? '',
            any: said.all,
            choices: THEME_KEYS.map((id) => ({ id, name: experimentPage.themes[id] })),
          },
          {
            label: said.kind,
            name: 'service',
            value: filter.serviceKind ?? '',
            any: said.allFeminine,
            choices: SERVICE_KINDS.map((id) => ({ id, name: useCaseSheet.serviceKinds[id] })),
          },
          {
            label: said.need,
            name: 'donnee',
            value: filter.need,
            any: said.allFeminine,
            choices: needs.map((name) => ({ id: name, name })),
          },
          {
            label: said.size,
            name: 'taille',
            value: filter.size ?? '',
            any: said.allFeminine,
            choices: SIZE_CLASSES.map((id) => ({ id, name: useCaseSheet.sizes[id] })),
          },
          ...(departments.length > 1
            ? [
                {
                  label: said.department,
                  name: 'departement',
                  value: filter.department ?? '',
                  any: said.all,
                  choices: departments.map(({ code, name }) => ({ id: code, name })),
                },
              ]
            : []),
        ]}
      />
      <p className="font-semibold mb-4" role="status">
        {total === 0
          ? isFiltered
            ? words.noMatch
            : words.empty
          : isFiltered
            ? words.found(total)
            : words.count(total)}
      </p>
      <SheetList sheets={sheets} />
      <OtherTexts texts={others} />
      <Pages
        words={pageWords}
        page={page}
        pages={pages}
        to={(other) => sheetPaths.publicSheets({ ...filter, page: other })}
      />
    </SiteFrame>
  );
}
