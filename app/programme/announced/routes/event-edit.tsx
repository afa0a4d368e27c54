import { frame } from '#shared/kernel/frame.fr.ts';
import { event as words } from '#shared/programme/event/event.fr.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { EventForm } from '../event-form.tsx';
import { eventEditGestures } from '../event-gestures.server.ts';
import { requireEvent } from '../require-event.server.ts';
import { typedOf } from '../typed-event.ts';
import type { Route } from './+types/event-edit';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ event }) => [
    { href: eventPaths.events(), label: words.title },
    { href: eventPaths.event(event), label: event.title },
    { href: eventPaths.eventEdit(event), label: words.edit },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  requirePlatform(context, 'programme.announce');
  const { event } = await requireEvent(context, params.evenement);
  return { event };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  requirePlatform(context, 'programme.announce');
  const { event } = await requireEvent(context, params.evenement);
  return act(context, await request.formData(), eventEditGestures, { event });
}

export default function EventEdit({ loaderData: { event }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.editTitle, words.title)}</title>
      <PageHead title={words.editTitle} />
      <EventForm
        known={{ ...typedOf(event) }}
        answer={actionData}
        submit={words.save}
        cancel={eventPaths.event(event)}
      />
    </main>
  );
}
