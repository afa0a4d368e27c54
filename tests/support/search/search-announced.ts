import type { Db } from '#db/kernel/client.ts';
import { findBulletin } from '#db/programme/bulletin/bulletins.ts';
import { bulletins } from '#db/programme/bulletin/schema.ts';
import { findEvent } from '#db/programme/event/events.ts';
import { events } from '#db/programme/event/schema.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { findNewsletter } from '#db/publication/newsletter/newsletters.ts';
import { newsletters } from '#db/publication/newsletter/schema.ts';
import { siteOf } from '../publication/site.ts';
import { now, WORD } from './search.ts';

interface Reader {
  readonly userId: string;
  readonly now: Date;
}
interface ReadableObject {
  readonly key: string;
  readonly isReadableBy: (reader: Reader) => Promise<boolean>;
}

/** What the programme was told, and everybody; drafts and what was withdrawn are the coordination’s. */
export async function announcedObjects(
  db: Db,
  { createdBy }: { readonly createdBy: string },
): Promise<ReadableObject[]> {
  const { newId } = siteOf(db, now);
  const [told, open, draft] = [newId(), newId(), newId()];
  const said = { text: 'À lire', createdBy, createdAt: now, updatedAt: now, publishedAt: now };
  const title = `Nouvelle du ${WORD}`;
  await db.insert(bulletins).values([
    { ...said, id: told, title, toldTo: 'programme' },
    { ...said, id: open, title, toldTo: 'public' },
    { ...said, id: draft, title, toldTo: 'public', publishedAt: null },
    { ...said, id: newId(), title, toldTo: 'public', withdrawnAt: now },
  ]);
  const [comes, drafted] = [newId(), newId()];
  const span = { startsAt: new Date(now.getTime() + 3_600_000), endsAt: new Date(now.getTime() + 7_200_000) };
  const event = {
    ...said,
    ...span,
    title,
    description: '',
    place: 'Lyon',
    link: '',
    toldTo: 'programme',
  } as const;
  const { text: _, ...kept } = event;
  await db.insert(events).values([
    { ...kept, id: comes },
    { ...kept, id: drafted, publishedAt: null },
  ]);
  const ofEvents = [comes, drafted].map((eventId) => ({
    key: `event:${eventId}`,
    isReadableBy: async (reader: Reader) => {
      const person = await findExperimentPerson(db, reader);
      return person !== null && (await findEvent(db, { eventId, person })) !== null;
    },
  }));
  const ofBulletins = [told, open, draft].map((bulletinId) => ({
    key: `bulletin:${bulletinId}`,
    isReadableBy: async (reader: Reader) => {
      const person = await findExperimentPerson(db, reader);
      return person !== null && (await findBulletin(db, { bulletinId, person })) !== null;
    },
  }));
  const [sent, written] = [newId(), newId()];
  const letter = { title, introduction: 'À lire', fromDay: '2023-03-01', toDay: '2023-03-31' };
  const composed = { ...letter, toldTo: 'programme', createdBy, createdAt: now, updatedAt: now } as const;
  await db.insert(newsletters).values([
    { ...composed, id: sent, sentAt: now },
    { ...composed, id: written },
  ]);
  const ofNewsletters = [sent, written].map((newsletterId) => ({
    key: `newsletter:${newsletterId}`,
    isReadableBy: async (reader: Reader) => {
      const person = await findExperimentPerson(db, reader);
      return person !== null && (await findNewsletter(db, { newsletterId, person })) !== null;
    },
  }));
  return [...ofBulletins, ...ofEvents, ...ofNewsletters];
}
