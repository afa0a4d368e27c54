import { eq } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { boards } from '#db/boards/schema.ts';
import { documents } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { datasetChecks, datasets } from '#db/library/dataset/schema.ts';
import { resources } from '#db/library/resource/schema.ts';
import { meetings } from '#db/meetings/meeting/schema.ts';
import { recordActivity } from '#db/people/activity/activities.ts';
import { topics } from '#db/programme/topic/schema.ts';
import { aBoard, aDocument, type Site } from '#db/seed/builders/builders.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import { fieldsOf } from '../library/datasets.ts';

/** Something of a group of which somebody may hear, made by one of its people. */
export interface HeardThing {
  readonly id: string;
  readonly verb: ActivityVerb;
  readonly details?: Readonly<Record<string, string>>;
}
interface Made {
  readonly groupId: string;
  readonly createdBy: string;
}

const document =
  (verb: ActivityVerb, details?: Record<string, string>) => async (site: Site, made: Made) => ({
    ...(await aDocument(site, { ...made, title: 'Ombre' })),
    verb,
    ...(details && { details }),
  });
const board = (verb: ActivityVerb, details?: Record<string, string>) => async (site: Site, made: Made) => ({
  ...(await aBoard(site, { ...made, title: 'Ombre' })),
  verb,
  ...(details && { details }),
});
const meeting = (verb: ActivityVerb) => async (site: Site, made: Made) => {
  const [id, now] = [site.newId(), site.now()];
  const when = { startsAt: now, endsAt: now, createdAt: now, updatedAt: now };
  await site.db.insert(meetings).values({ id, ...made, ...when, title: 'Ombre' });
  return { id, verb };
};

/** One of each kind, by name. */
export const HEARD_THINGS = {
  document: document('document.renamed'),
  decision: document('document.decided', { decisionId: 'd', number: '2023-1' }),
  comment: document('document.commented'),
  board: board('board.renamed'),
  card: board('board.commented', { card: 'k' }),
  meeting: meeting('meeting.changed'),
  minutes: meeting('minutes.submitted'),
  resource: async (site: Site, made: Made) => {
    const [id, now] = [site.newId(), site.now()];
    const words = { title: 'Ombre', description: '', producer: '', address: 'https://ombre.example' };
    const codes = { kind: 'method', licence: 'etalab-2.0', language: 'fr' } as const;
    await site.db
      .insert(resources)
      .values({ id, ...made, ...words, ...codes, createdAt: now, updatedAt: now });
    return { id, verb: 'resource.edited' };
  },
  dataset: async (site: Site, made: Made) => ({ id: await aDataset(site, made), verb: 'dataset.changed' }),
  topic: async (site: Site, made: Made) => {
    const [id, now] = [site.newId(), site.now()];
    await site.db.insert(topics).values({ id, ...made, title: 'Ombre', createdAt: now, updatedAt: now });
    return { id, verb: 'topic.replied' };
  },
  check: async (site: Site, made: Made) => ({
    id: await aCheck(site, { ...made, datasetId: await aDataset(site, made) }),
    verb: 'check.done',
  }),
} satisfies Record<string, (site: Site, made: Made) => Promise<HeardThing>>;
export type HeardName = keyof typeof HEARD_THINGS;

/** Where each stands, for what takes it away. */
const TABLES = {
  document: documents,
  decision: documents,
  comment: documents,
  board: boards,
  card: boards,
  meeting: meetings,
  minutes: meetings,
  resource: resources,
  dataset: datasets,
  check: datasetChecks,
  topic: topics,
} satisfies Record<HeardName, PgTable & { readonly id: PgColumn }>;
/** What has no trash: a meeting is cancelled, a report stays, a discussion is closed. */
export const WITHOUT_TRASH: readonly HeardName[] = ['meeting', 'minutes', 'check', 'topic'];

/** Puts it into the trash, or makes it as if it had never been. */
export async function takeAway(db: Db, name: HeardName, id: string, trashedAt: Date | null): Promise<void> {
  const table = TABLES[name] as typeof documents;
  if (trashedAt) await db.update(table).set({ trashedAt }).where(eq(table.id, id));
  else await db.delete(table).where(eq(table.id, id));
}

/** Says that this happened to it. */
export function happened(
  { db, newId, now }: Site,
  { id, verb, details }: HeardThing,
  { groupId, by, title = 'Ombre' }: { groupId: string; by: string; title?: string },
): Promise<void> {
  const said = { id: newId(), groupId, actorId: by, verb, objectId: id, title, now: now() };
  return recordActivity(db, { ...said, ...(details && { details }) });
}

/** A record of a group; its title is that of the tests' data set. */
export async function aDataset({ db, newId, now }: Site, made: Made): Promise<string> {
  const [id, at] = [newId(), now()];
  await db.insert(datasets).values({ id, ...made, ...fieldsOf(), createdAt: at, updatedAt: at });
  return id;
}

/** A finished check, of a data set or of none. */
export async function aCheck(
  { db, newId, now }: Site,
  { datasetId, ...made }: Made & { datasetId: string | null },
): Promise<string> {
  const [id, at] = [newId(), now()];
  const counts = { fileBytes: 1, rowsRead: 1, errors: 0, warnings: 0 };
  const file = { state: 'done', schemaSource: '', fileName: 'arbres.csv' } as const;
  await db
    .insert(datasetChecks)
    .values({ id, datasetId, ...made, ...file, ...counts, createdAt: at, beatAt: at });
  return id;
}
