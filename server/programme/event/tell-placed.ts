import type { Placed } from '#db/programme/event/event-registrations.ts';
import { findHeldEvent } from '#db/programme/event/event-registrations.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import type { Act } from '../../kernel/operation.ts';
import { eventLetter } from './event-mails.ts';

/** [EV5] Whoever waited and has a place now is told by mail, once. */
export async function tellPlaced(
  act: Pick<Act, 'tx' | 'link' | 'mail'>,
  { eventId, placed }: { readonly eventId: string; readonly placed: readonly Placed[] },
): Promise<void> {
  if (placed.length === 0) return;
  const event = await findHeldEvent(act.tx, eventId);
  if (!event) return;
  const href = act.link(eventPaths.event(event));
  const calendar = act.link(eventPaths.eventCalendar(event));
  const letter = eventLetter('promoted', event, { href, calendar });
  for (const person of placed) await act.mail(person, letter, 'server');
}
