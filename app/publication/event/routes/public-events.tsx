import {
  countPublicPast,
  listPublicComing,
  listPublicPast,
  type PublicEvent,
} from '#db/programme/event/events.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, LINES_A_PAGE, placeOfPage } from '#shared/kernel/paging.ts';
import { event as words } from '#shared/programme/event/event.fr.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Plate } from '../../../ui/page/plate.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import type { Route } from './+types/public-events';

export const handle = staticPage;
const COMING = 200;

/** [EV8] The events that anybody may come to, and those that are past. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now: clock, origin } = context.get(servicesContext);
  const now = clock();
  const asked = askedPage(new URL(request.url).searchParams);
  const place = placeOfPage(asked, await countPublicPast(db, now));
  return {
    coming: await listPublicComing(db, { now, limit: COMING }),
    past: await listPublicPast(db, { now, limit: LINES_A_PAGE, offset: place.offset }),
    place,
    canonical: origin + eventPaths.publicEvents(place.page),
  };
}

/** Asked for each time: a change and a cancellation are at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicEvents({ loaderData }: Route.ComponentProps) {
  const { coming, past, place, canonical } = loaderData;
  return (
    <SiteFrame>
      <title>{frame.pageTitle(words.title)}</title>
      <SocialMeta title={words.title} description={words.publicLead} canonical={canonical} kind="website" />
      <h1>{words.title}</h1>
      <p className="lead mt-3 mb-8">{words.publicLead}</p>
      <Part id="a-venir" title={words.coming} events={coming} empty={words.noneComing} />
      <Part id="passes" title={words.past} events={past} empty={words.nonePast} />
      <Pages words={pageWords} page={place.page} pages={place.pages} to={eventPaths.publicEvents} />
    </SiteFrame>
  );
}

function Part({
  id,
  title,
  events,
  empty,
}: {
  id: string;
  title: string;
  events: readonly PublicEvent[];
  empty: string;
}) {
  return (
    <Plate id={id} title={title}>
      {events.length === 0 && <p className="muted">{empty}</p>}
      <ul className="ruled">
        {events.map((one) => (
          <li key={one.id}>
            <h3 className="break-words">
              <a href={eventPaths.publicEvent(one.address)}>{one.title}</a>
            </h3>
            <p className="muted">
              <time dateTime={one.startsAt.toISOString()}>{words.when(one)}</time>
              {one.place && ` · ${one.place}`}
            </p>
          </li>
        ))}
      </ul>
    </Plate>
  );
}
