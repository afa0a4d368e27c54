import type { Tx } from '../../kernel/transaction.ts';
import { publishBulletin, writeBulletin } from '../../programme/bulletin/bulletin-changes.ts';
import { addDocument, keepReplay, publishEvent, writeEvent } from '../../programme/event/event-changes.ts';
import { register } from '../../programme/event/event-registrations.ts';
import {
  keepNewsletterMails,
  sendNewsletter,
  writeNewsletter,
} from '../../publication/newsletter/newsletter-changes.ts';
import { demoBulletins, demoEvents, demoNewsletter } from '../demo/announced.ts';
import type { DemoWorld } from '../demo-world.ts';

/** Keeps what the coordination of the demonstration told the programme. */
export async function installAnnounced(tx: Tx, world: DemoWorld): Promise<void> {
  const { idOf, newId, at } = world;
  for (const { at: iso, ...fields } of demoBulletins) {
    const [bulletinId, now] = [newId(), at(iso)];
    await writeBulletin(tx, { bulletinId, fields, by: idOf('claire-oudin'), now });
    must(await publishBulletin(tx, { bulletinId, now }));
  }
  for (const event of demoEvents) await installEvent(tx, world, event);
}

/** Sends the newsletter of the demonstration: nothing leaves, and its mails stand as kept. Sheets and calls are there by now. */
export async function installNewsletter(tx: Tx, { idOf, newId, at, day }: DemoWorld): Promise<void> {
  const { at: iso, fromDay, toDay, ...said } = demoNewsletter;
  const [newsletterId, now] = [newId(), at(iso)];
  const fields = { ...said, fromDay: day(fromDay), toDay: day(toDay) };
  await writeNewsletter(tx, { newsletterId, fields, by: idOf('claire-oudin'), now });
  must(await sendNewsletter(tx, { newsletterId, now }));
  await keepNewsletterMails(tx, newsletterId, now);
}

async function installEvent(
  tx: Tx,
  { idOf, newId, at }: DemoWorld,
  { at: iso, registered, after, ...said }: (typeof demoEvents)[number],
): Promise<void> {
  const [eventId, now] = [newId(), at(iso)];
  const fields = { ...said, startsAt: at(said.startsAt), endsAt: at(said.endsAt) };
  must(await writeEvent(tx, { eventId, fields, by: idOf('claire-oudin'), now }));
  must(await publishEvent(tx, { eventId, now }));
  for (const key of registered) must(await register(tx, { eventId, userId: idOf(key), now }));
  if (!after) return;
  const { at: later, replay, ...document } = after;
  must(await keepReplay(tx, { eventId, replay, now: at(later) }));
  must(await addDocument(tx, { eventId, id: newId(), ...document, now: at(later) }));
}

function must(done: { readonly ok: true } | { readonly ok: false; readonly error: string }): void {
  if (!done.ok) throw new Error(`what the demonstration announces: ${done.error}`);
}
