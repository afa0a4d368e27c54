import { countPast, listComing, listEventDrafts, listPast } from '#db/programme/event/events.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, LINES_A_PAGE, placeOfPage } from '#shared/kernel/paging.ts';
import { event as words } from '#shared/programme/event/event.fr.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { AnnouncedTabs } from '../announced-tabs.tsx';
import { EventList } from '../event-list.tsx';
import { requirePerson } from '../require-person.server.ts';
import type { Route } from './+types/events';

export const handle = frameHandle({
  crumbs: () => [{ href: eventPaths.events(), label: words.title }],
});

/** More to come at once would be an accident. */
const COMING = 200;

/** [EV1] Events to come and past, for whoever may read them. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const person = await requirePerson(context);
  const { db, now: clock } = context.get(servicesContext);
  const now = clock();
  const asked = askedPage(new URL(request.url).searchParams);
  const place = placeOfPage(asked, await countPast(db, { person, now }));
  return {
    coming: await listComing(db, { person, now, limit: COMING }),
    past: await listPast(db, { person, now, limit: LINES_A_PAGE, offset: place.offset }),
    drafts: await listEventDrafts(db, person),
    place,
    mayWrite: canOnPlatform(person.platformRole, 'programme.announce'),
  };
}

export default function Events({ loaderData }: Route.ComponentProps) {
  const { coming, past, drafts, place, mayWrite } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead}>
        {mayWrite && <NewLink to={eventPaths.newEvent()}>{words.new}</NewLink>}
      </PageHead>
      <AnnouncedTabs current="events" />
      <div className="measure">
        {drafts.length > 0 && (
          <Plate id="brouillons" title={words.drafts}>
            <EventList events={drafts} />
          </Plate>
        )}
        <Plate id="a-venir" title={words.coming}>
          {coming.length === 0 ? <p className="muted">{words.noneComing}</p> : <EventList events={coming} />}
        </Plate>
        <Plate id="passes" title={words.past}>
          {past.length === 0 ? <p className="muted">{words.nonePast}</p> : <EventList events={past} />}
          <Pages words={pageWords} page={place.page} pages={place.pages} to={eventPaths.events} />
        </Plate>
      </div>
    </main>
  );
}
