import { frame } from '#shared/kernel/frame.fr.ts';
import { event as words } from '#shared/programme/event/event.fr.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { EventForm } from '../event-form.tsx';
import { newEventGestures } from '../event-gestures.server.ts';
import type { Route } from './+types/new-event';

export const handle = frameHandle({
  crumbs: () => [
    { href: eventPaths.events(), label: words.title },
    { href: eventPaths.newEvent(), label: words.new },
  ],
});

export function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'programme.announce');
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'programme.announce');
  return act(context, await request.formData(), newEventGestures, {});
}

export default function NewEvent({ actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <PageHead title={words.new} lead={words.newLead} />
      <EventForm answer={actionData} submit={words.saveDraft} cancel={eventPaths.events()} />
    </main>
  );
}
