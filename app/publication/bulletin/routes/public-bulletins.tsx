import { countPublicBulletins, listPublicBulletins } from '#db/programme/bulletin/bulletins.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { askedPage, LINES_A_PAGE, placeOfPage } from '#shared/kernel/paging.ts';
import { beginningOf } from '#shared/kernel/text/linked-text.ts';
import { bulletin as words } from '#shared/programme/bulletin/bulletin.fr.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ListPage } from '../../public-site/list-page.tsx';
import type { Route } from './+types/public-bulletins';

export const handle = staticPage;
const BEGINNING = 200;

/** [AE4] What anybody may read of what the coordination announced. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const asked = askedPage(new URL(request.url).searchParams);
  const place = placeOfPage(asked, await countPublicBulletins(db));
  return {
    bulletins: await listPublicBulletins(db, { limit: LINES_A_PAGE, offset: place.offset }),
    place,
    canonical: origin + bulletinPaths.publicBulletins(place.page),
  };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicBulletins({ loaderData }: Route.ComponentProps) {
  const { bulletins, place, canonical } = loaderData;
  return (
    <ListPage
      title={words.title}
      lead={words.publicLead}
      canonical={canonical}
      empty={words.empty}
      items={bulletins}
      place={place}
      to={bulletinPaths.publicBulletins}
    >
      {({ address, title, text, publishedAt }) => (
        <>
          <h2 className="break-words">
            <a href={bulletinPaths.publicBulletin(address)}>{title}</a>
          </h2>
          <p className="break-words">{beginningOf(text, BEGINNING)}</p>
          <p className="small muted">
            <time dateTime={dates.iso(publishedAt)}>{dates.short(publishedAt)}</time>
          </p>
        </>
      )}
    </ListPage>
  );
}
