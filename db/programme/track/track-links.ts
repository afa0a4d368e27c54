import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { ObjectNames } from '#shared/documents/text/object-names.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { mayReadProgramme, type ProgrammeStanding } from '#shared/people/organisation/organisation-access.ts';
import { TRACK_LINKS_MAX, type TrackLink } from '#shared/programme/track/track.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import { findObjectNames } from '../../documents/object/object-names.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findAnsweringDatasets } from '../../library/need/need-datasets.ts';
import { wantedDatasets } from '../../library/need/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { acquaintancesOf } from '../../people/person/visible-people.ts';
import {
  trackDatasets,
  trackDrafts,
  trackOrganisations,
  trackPeople,
  tracks,
  trackWanted,
} from './schema.ts';

/** The table of each kind of link, and its column of the other end. */
const TABLES = {
  document: { table: trackDrafts, other: trackDrafts.documentId },
  wanted: { table: trackWanted, other: trackWanted.wantedId },
  dataset: { table: trackDatasets, other: trackDatasets.datasetId },
  person: { table: trackPeople, other: trackPeople.userId },
  organisation: { table: trackOrganisations, other: trackOrganisations.organisationId },
} as const;

/** Something that a track is linked to, as its reader may see it. */
export interface TrackEnd {
  readonly id: string;
  readonly name: string;
}
export type TrackEnds = Readonly<Record<TrackLink, readonly TrackEnd[]>> & {
  /** Texts and records of groups that are not the reader's. */
  readonly hidden: number;
};

async function idsOf(db: Db, kind: TrackLink, trackId: string): Promise<string[]> {
  const { table, other } = TABLES[kind];
  const rows = await db.select({ id: other }).from(table).where(eq(table.trackId, trackId));
  return rows.map(({ id }) => id);
}

/** [ST4] What a track is linked to: texts and records under their names for whoever may read them, and only counted for others. */
export async function listTrackEnds(
  db: Db,
  { trackId, ...reader }: Reader & { trackId: string },
): Promise<TrackEnds> {
  const documentIds = await idsOf(db, 'document', trackId);
  const datasetIds = await idsOf(db, 'dataset', trackId);
  const names: ObjectNames = await findObjectNames(db, {
    refs: documentIds.map((id) => ({ kind: 'document', id })),
    ...reader,
  });
  const records = await findAnsweringDatasets(db, { ids: datasetIds, ...reader });
  const document = documentIds.flatMap((id) => {
    const found = names[`document:${id}`];
    return found ? [{ id, name: found.name }] : [];
  });
  const wanted = await db
    .select({ id: wantedDatasets.id, name: wantedDatasets.name })
    .from(wantedDatasets)
    .innerJoin(trackWanted, eq(trackWanted.wantedId, wantedDatasets.id))
    .where(eq(trackWanted.trackId, trackId))
    .orderBy(asc(wantedDatasets.nameKey));
  const person = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .innerJoin(trackPeople, eq(trackPeople.userId, users.id))
    .where(and(eq(trackPeople.trackId, trackId), isNull(users.suspendedAt)))
    .orderBy(asc(users.name));
  const organisation = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .innerJoin(trackOrganisations, eq(trackOrganisations.organisationId, organisations.id))
    .where(eq(trackOrganisations.trackId, trackId))
    .orderBy(asc(organisations.name));
  return {
    document,
    wanted,
    dataset: [...records.values()].map(({ id, title }) => ({ id, name: title })),
    person,
    organisation,
    hidden: documentIds.length - document.length + datasetIds.length - records.size,
  };
}

/** Whether somebody may link this: they must be able to see it. */
async function maySee(
  tx: Tx,
  { kind, id, ...reader }: Reader & { kind: TrackLink; id: string },
): Promise<boolean> {
  if (kind === 'document')
    return Object.keys(await findObjectNames(tx, { refs: [{ kind, id }], ...reader })).length > 0;
  if (kind === 'dataset') return (await findAnsweringDatasets(tx, { ids: [id], ...reader })).size > 0;
  const ofTable = {
    wanted: () => tx.select({ id: wantedDatasets.id }).from(wantedDatasets).where(eq(wantedDatasets.id, id)),
    person: async () => {
      const { people } = await acquaintancesOf(tx, reader);
      return tx
        .select({ id: users.id })
        .from(users)
        .where(and(eq(users.id, id), isNull(users.suspendedAt), people));
    },
    organisation: () =>
      tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id)),
  };
  return (await ofTable[kind]()).length > 0;
}

/** What each change of what a track is linked to says. */
interface LinkChange {
  readonly trackId: string;
  readonly kind: TrackLink;
  readonly id: string;
  readonly now: Date;
}

/** [ST4] Links a track to something that this person may see. Refused: what they may not see, too many. */
export async function linkTrack(
  tx: Tx,
  { trackId, kind, id, userId, now }: LinkChange & Reader,
): Promise<Result<void, 'track.objectNotFound' | 'track.full'>> {
  if (!(await maySee(tx, { kind, id, userId, now }))) return fail('track.objectNotFound');
  if ((await idsOf(tx, kind, trackId)).length >= TRACK_LINKS_MAX) return fail('track.full');
  await insertLink(tx, kind, trackId, id);
  await tx.update(tracks).set({ updatedAt: now }).where(eq(tracks.id, trackId));
  return ok();
}

/** [ST4] Takes a link away. */
export async function unlinkTrack(tx: Tx, { trackId, kind, id, now }: LinkChange): Promise<void> {
  const { table, other } = TABLES[kind];
  await tx.delete(table).where(and(eq(table.trackId, trackId), eq(other, id)));
  await tx.update(tracks).set({ updatedAt: now }).where(eq(tracks.id, trackId));
}

async function insertLink(tx: Tx, kind: TrackLink, trackId: string, id: string): Promise<void> {
  if (kind === 'document')
    await tx.insert(trackDrafts).values({ trackId, documentId: id }).onConflictDoNothing();
  else if (kind === 'wanted')
    await tx.insert(trackWanted).values({ trackId, wantedId: id }).onConflictDoNothing();
  else if (kind === 'dataset')
    await tx.insert(trackDatasets).values({ trackId, datasetId: id }).onConflictDoNothing();
  else if (kind === 'person')
    await tx.insert(trackPeople).values({ trackId, userId: id }).onConflictDoNothing();
  else await tx.insert(trackOrganisations).values({ trackId, organisationId: id }).onConflictDoNothing();
}

/** [ST3] [ST4] The tracks of a wanted dataset, for whoever may see tracks; for others there is none. */
export async function listTracksOfWanted(
  db: Db,
  { wantedId, standing }: { wantedId: string; standing: ProgrammeStanding },
): Promise<{ id: string; title: string }[]> {
  if (!mayReadProgramme(standing)) return [];
  return db
    .select({ id: tracks.id, title: tracks.title })
    .from(tracks)
    .innerJoin(trackWanted, eq(trackWanted.trackId, tracks.id))
    .where(eq(trackWanted.wantedId, wantedId))
    .orderBy(asc(sql`lower(${tracks.title})`))
    .limit(50);
}
