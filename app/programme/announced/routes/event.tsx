import { data, Link } from 'react-router';
import { listDocuments, listRegistered } from '#db/programme/event/events.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { event as words } from '#shared/programme/event/event.fr.ts';
import { eventStateAt } from '#shared/programme/event/event.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { EventAfter } from '../event-after.tsx';
import { EventFacts } from '../event-facts.tsx';
import { eventGestures, registrationGestures } from '../event-gestures.server.ts';
import { EventHead } from '../event-head.tsx';
import { EventRegistration } from '../event-registration.tsx';
import { Paragraphs } from '../paragraphs.tsx';
import { RegisteredTable } from '../registered-table.tsx';
import { requireEvent } from '../require-event.server.ts';
import type { Route } from './+types/event';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ event }) => [
    { href: eventPaths.events(), label: words.title },
    { href: eventPaths.event(event), label: event.title },
  ],
});

/** [EV1] One event, for whoever may read it; who comes, for whoever manages events. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { person, event } = await requireEvent(context, params.evenement);
  const { db, now } = context.get(servicesContext);
  return {
    event,
    state: eventStateAt(event, now()),
    documents: await listDocuments(db, event.id),
    registered: await listRegistered(db, { eventId: event.id, person }),
    mayWrite: canOnPlatform(person.platformRole, 'programme.announce'),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  const { person, event } = await requireEvent(context, params.evenement);
  const mayWrite = canOnPlatform(person.platformRole, 'programme.announce');
  return act(context, await request.formData(), mayWrite ? eventGestures : registrationGestures, { event });
}

export default function EventPage({ loaderData, actionData }: Route.ComponentProps) {
  const { event, state, documents, registered, mayWrite } = loaderData;
  const isWhole = actionData?.values.form === '';
  const hasBegun = state === 'running' || state === 'past';
  return (
    <main id="contenu">
      <title>{frame.pageTitle(event.title, words.title)}</title>
      <EventHead event={event} state={state} mayWrite={mayWrite} />
      <ErrorSummary
        title={words.refused}
        faults={isWhole ? faultsOf(actionData?.errors) : []}
        answer={actionData}
      />
      {state === 'draft' && <p className="note mb-6">{words.publishHint}</p>}
      <div className="cols">
        <div>
          <EventFacts event={event} />
          {event.description && <Paragraphs text={event.description} className="stack my-6" />}
          {state !== 'draft' && (
            <EventAfter
              replay={event.replay}
              documents={documents}
              mayWrite={mayWrite && hasBegun}
              answer={actionData}
            />
          )}
          {mayWrite && state !== 'draft' && <RegisteredTable event={event} registered={registered} />}
          <p className="mt-8">
            <Link to={eventPaths.events()}>{words.all}</Link>
          </p>
        </div>
        <aside className="stack-lg" aria-label={words.registration}>
          {state !== 'draft' && <EventRegistration event={event} state={state} />}
        </aside>
      </div>
    </main>
  );
}
