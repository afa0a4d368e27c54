import { findPublicEvent, listDocuments } from '#db/programme/event/events.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { event as words } from '#shared/programme/event/event.fr.ts';
import { eventStateAt } from '#shared/programme/event/event.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { EventAfter } from '../../../programme/announced/event-after.tsx';
import { EventFacts } from '../../../programme/announced/event-facts.tsx';
import { Paragraphs } from '../../../programme/announced/paragraphs.tsx';
import { AbsentPage } from '../../public-site/absent-page.tsx';
import { atItsAddress } from '../../public-site/at-its-address.server.ts';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import type { Route } from './+types/public-event';

export const handle = staticPage;

/** [EV8] One event, for anybody, at its one address: an old title leads there. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { db, now, origin } = context.get(servicesContext);
  const id = idOfSegment(params.evenement);
  const found = id ? await findPublicEvent(db, id) : null;
  const { published: event, address } = atItsAddress(request, found, eventPaths.publicEvent);
  return {
    event,
    state: eventStateAt(event, now()),
    documents: await listDocuments(db, event.id),
    canonical: origin + address,
  };
}

/** Asked for each time: a change and a cancellation are at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicEventPage({ loaderData }: Route.ComponentProps) {
  const { event, state, documents, canonical } = loaderData;
  const isAhead = state === 'coming' || state === 'running';
  return (
    <SiteFrame>
      <title>{`${event.title} · ${frame.product}`}</title>
      <SocialMeta title={event.title} description={words.when(event)} canonical={canonical} kind="website" />
      <header className="mb-8">
        <p className="over row">
          {words.one}
          <span className={state === 'cancelled' ? 'badge warning' : 'badge'}>{words.states[state]}</span>
        </p>
        <h1 className="break-words">{event.title}</h1>
      </header>
      <EventFacts event={event} />
      {event.description && <Paragraphs text={event.description} className="stack my-6 max-w-(--measure)" />}
      {isAhead && (
        <p className="row my-6">
          <a className="btn" href={eventPaths.eventCalendar(event)}>
            {words.calendar}
          </a>
          <a className="btn primary" href={eventPaths.event(event)}>
            {words.register}
          </a>
        </p>
      )}
      {isAhead && <p className="muted small">{words.signIn}</p>}
      <EventAfter replay={event.replay} documents={documents} mayWrite={false} answer={undefined} />
      <p className="mt-8">
        <a href={eventPaths.publicEvents()}>{words.all}</a>
      </p>
    </SiteFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <AbsentPage error={error} gone={{ title: words.goneTitle, text: words.gone }} />;
}
