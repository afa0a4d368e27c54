import { countPublicDossiers, listPublicDossiers } from '#db/publication/dossier/public-dossiers.ts';
import { askedPage, LINES_A_PAGE, placeOfPage } from '#shared/kernel/paging.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { paragraphsOf } from '#shared/publication/dossier/thematic-dossier.ts';
import { picture } from '#shared/publication/picture/picture.fr.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { KindTabs } from '../../public-site/kind-tabs.tsx';
import { ListPage } from '../../public-site/list-page.tsx';
import { Picture } from '../../public-site/picture.tsx';
import type { Route } from './+types/public-dossiers';

export const handle = staticPage;

/** [TD4] Published dossiers and nothing else, for anybody. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const asked = askedPage(new URL(request.url).searchParams);
  const place = placeOfPage(asked, await countPublicDossiers(db));
  return {
    dossiers: await listPublicDossiers(db, LINES_A_PAGE, '', place.offset),
    place,
    canonical: origin + dossierPaths.publicDossiers(place.page),
  };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicDossiers({ loaderData: { dossiers, place, canonical } }: Route.ComponentProps) {
  return (
    <ListPage
      title={words.list}
      lead={words.listLead}
      canonical={canonical}
      empty={words.publicEmpty}
      items={dossiers}
      place={place}
      to={dossierPaths.publicDossiers}
      above={<KindTabs />}
    >
      {({ address, title, theme, introduction, count }) => (
        <>
          <p className="row small">
            <ThemeChip theme={theme} />
            <span className="muted">{words.items(count)}</span>
          </p>
          <h2 className="break-words">
            <a href={dossierPaths.publicDossier(address)}>{title}</a>
          </h2>
          <p className="break-words">{paragraphsOf(introduction)[0]}</p>
          <Picture drawn={{ theme: theme.key, marks: count, filled: count }} lines={picture.dossier(count)} />
        </>
      )}
    </ListPage>
  );
}
