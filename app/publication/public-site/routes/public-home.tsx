import { redirect } from 'react-router';
import { hasAnyPerson } from '#db/people/person/people.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { publicHome as words } from '#shared/publication/public-site/public-home.fr.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { LaureateList } from '../../../programme/call/laureate-list.tsx';
import { Cases } from '../home/cases.tsx';
import { Coming } from '../home/coming.tsx';
import { FrontDoor } from '../home/front-door.tsx';
import { loadHome } from '../home/load-home.server.ts';
import { Figures, Laureates, NewsAndPeople } from '../home/outcome.tsx';
import { Reading } from '../home/reading.tsx';
import { TakePart } from '../home/take-part.tsx';
import { SiteFrame } from '../site-frame.tsx';
import { SocialMeta } from '../social-meta.tsx';
import type { Route } from './+types/public-home';

export const handle = staticPage;

/** [PS10] The home of whoever has no account; `server/publication/public-site/visitor-home.ts` leads a visitor of `/` here. */
export async function loader({ context }: Route.LoaderArgs) {
  const { db, now, origin } = context.get(servicesContext);
  // [P5] Whoever installs begins at this address.
  if (!(await hasAnyPerson(db))) throw redirect(paths.firstInstallation());
  return { ...(await loadHome(db, now())), canonical: origin + paths.home() };
}

/** Asked for each time: an opening, a closing and a withdrawal are at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicHomePage({ loaderData }: Route.ComponentProps) {
  const { call, sheets, sheetCount, laureates, figures, canonical } = loaderData;
  return (
    <SiteFrame of="pub-home" isWide note={words.mapCredit}>
      <title>{`${words.title} · ${frame.product}`}</title>
      <SocialMeta title={words.title} description={words.lead} canonical={canonical} kind="website" />
      <link rel="alternate" type="application/atom+xml" title={publicSite.feed} href={sheetPaths.feed()} />
      <FrontDoor call={call} season={figures.season} />
      <div className="pub-in pub">
        <Cases sheets={sheets} count={sheetCount} />
        <TakePart call={call} hasSheets={sheetCount > 0} />
        {laureates && (
          <Laureates call={laureates.call}>
            <LaureateList laureates={laureates.laureates} />
          </Laureates>
        )}
        <Reading {...loaderData} />
        <Coming coming={loaderData.coming} />
        <Figures figures={figures} />
        <NewsAndPeople news={loaderData.news} />
      </div>
    </SiteFrame>
  );
}
