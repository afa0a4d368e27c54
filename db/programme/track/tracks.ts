import { asc, desc, eq, or, sql } from 'drizzle-orm';
import { canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { movePhase, type TrackFields, type TrackPhase } from '#shared/programme/track/track.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { type ExperimentPerson, findProgrammeReader } from '../experiment/experiment-rights.ts';
import { trackOrganisations, trackPeople, trackSteps, tracks } from './schema.ts';

/** A track as a member of the programme sees it. */
export interface TrackForMember {
  readonly id: Readable<'track'>;
  readonly title: string;
  readonly purpose: string;
  readonly phase: TrackPhase;
  readonly schemaName: string;
  readonly isForCommonCore: boolean;
  readonly updatedAt: Date;
  readonly rank: number;
  /** Takes part: changes its text and what it is linked to. */
  readonly mayWrite: boolean;
  /** Opens tracks, moves their phases, says who takes part. */
  readonly mayManage: boolean;
}

const manages = (role: PlatformRole) => canOnPlatform(role, 'track.manage');

function selectTracks(db: Db, person: ExperimentPerson) {
  const takesPart = or(
    sql`exists (select 1 from ${trackPeople} where ${trackPeople.trackId} = ${tracks.id}
      and ${trackPeople.userId} = ${person.userId})`,
    sql`exists (select 1 from ${trackOrganisations} where ${trackOrganisations.trackId} = ${tracks.id}
      and ${trackOrganisations.organisationId} = ${person.organisationId ?? ''})`,
  );
  return db
    .select({
      id: tracks.id,
      title: tracks.title,
      purpose: tracks.purpose,
      phase: tracks.phase,
      schemaName: tracks.schemaName,
      isForCommonCore: tracks.isForCommonCore,
      updatedAt: tracks.updatedAt,
      rank: sql<number>`(select max(${trackSteps.rank}) from ${trackSteps} where ${trackSteps.trackId} = ${tracks.id})`.mapWith(
        Number,
      ),
      takesPart: sql<boolean>`${takesPart}`,
    })
    .from(tracks);
}

function seenBy(
  person: ExperimentPerson,
  { takesPart, ...track }: Awaited<ReturnType<typeof selectTracks>>[number],
): TrackForMember {
  const mayManage = manages(person.platformRole);
  return { ...track, id: asReadable(track.id), mayManage, mayWrite: mayManage || takesPart };
}

/** [ST3] The tracks, the last changed first; null for whoever may not see them. */
export async function listTracks(
  db: Db,
  reader: Reader,
): Promise<{ tracks: TrackForMember[]; mayManage: boolean } | null> {
  const person = await findProgrammeReader(db, reader);
  if (!person) return null;
  const rows = await selectTracks(db, person).orderBy(desc(tracks.updatedAt), asc(tracks.id)).limit(200);
  return { tracks: rows.map((row) => seenBy(person, row)), mayManage: manages(person.platformRole) };
}

/** [ST3] One track, if this person may see it. */
export async function findTrack(
  db: Db,
  { trackId, ...reader }: Reader & { trackId: string },
): Promise<TrackForMember | null> {
  const person = await findProgrammeReader(db, reader);
  if (!person) return null;
  const [row] = await selectTracks(db, person).where(eq(tracks.id, trackId));
  return row ? seenBy(person, row) : null;
}

/** A change of phase, with the name of whoever made it. */
export interface NamedTrackStep {
  readonly rank: number;
  readonly from: TrackPhase | null;
  readonly to: TrackPhase;
  readonly why: string;
  readonly at: Date;
  readonly byName: string | null;
}

/** [ST2] The phases of a track, the first one first. */
export function listTrackSteps(db: Db, trackId: Readable<'track'>): Promise<NamedTrackStep[]> {
  return db
    .select({
      rank: trackSteps.rank,
      from: trackSteps.from,
      to: trackSteps.to,
      why: trackSteps.why,
      at: trackSteps.at,
      byName: users.name,
    })
    .from(trackSteps)
    .leftJoin(users, eq(users.id, trackSteps.by))
    .where(eq(trackSteps.trackId, trackId))
    .orderBy(asc(trackSteps.rank));
}

/** [ST3] The track with its row held, so that two changes at once follow one another, if this person may see it. */
export async function holdTrack(
  tx: Tx,
  { trackId, ...reader }: Reader & { trackId: string },
): Promise<TrackForMember | null> {
  await tx.select({ id: tracks.id }).from(tracks).where(eq(tracks.id, trackId)).for('update');
  return findTrack(tx, { trackId, ...reader });
}

/** [ST1] Opens a track, in investigation. */
export async function createTrack(
  tx: Tx,
  { trackId: id, fields, by, now }: { trackId: string; fields: TrackFields; by: string; now: Date },
): Promise<void> {
  const first = 'investigation' as const;
  await tx
    .insert(tracks)
    .values({ id, ...fields, phase: first, createdBy: by, createdAt: now, updatedAt: now });
  await tx.insert(trackSteps).values({ trackId: id, rank: 1, from: null, to: first, why: '', by, at: now });
}

/** [ST3] Changes what a track says. */
export async function changeTrack(
  tx: Tx,
  { trackId, fields, now }: { trackId: string; fields: TrackFields; now: Date },
): Promise<void> {
  await tx
    .update(tracks)
    .set({ ...fields, updatedAt: now })
    .where(eq(tracks.id, trackId));
}

/** [ST2] Moves a track that is held to another phase, dated. Refused: as `movePhase`, and when its phase is not the one that was seen. */
export async function moveTrack(
  tx: Tx,
  {
    track,
    to,
    why,
    rank,
    by,
    now: at,
  }: { track: TrackForMember; to: TrackPhase; why: string; rank: number; by: string; now: Date },
): Promise<Result<void, 'track.changedSince' | 'track.phaseSame' | 'track.whyMissing'>> {
  if (track.rank !== rank) return fail('track.changedSince');
  const moved = movePhase(track.phase, to, why);
  if (!moved.ok) return moved;
  await tx
    .insert(trackSteps)
    .values({ trackId: track.id, rank: rank + 1, from: track.phase, to, why: why.trim(), by, at });
  await tx.update(tracks).set({ phase: to, updatedAt: at }).where(eq(tracks.id, track.id));
  return ok();
}
