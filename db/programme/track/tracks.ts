import { and, asc, desc, eq, or, sql } from 'drizzle-orm';
import { canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { movePhase, type TrackFields, type TrackPhase } from '#shared/programme/track/track.ts';
import type { TrackError } from '#shared/programme/track/track-errors.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { type ExperimentPerson, findProgrammeReader } from '../experiment/experiment-rights.ts';
import { trackOrganisations, trackPeople, trackSteps, tracks } from './schema.ts';

/** A track as a member of the programme sees it. */
export interface TrackForMember {
  readonly id: string;
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

type Refusal = 'access.notFound' | 'access.forbidden';

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
  return { ...track, mayManage, mayWrite: mayManage || takesPart };
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

/** [ST2] The phases of a track, the first one first. The caller has checked that it may be seen. */
export function listTrackSteps(db: Db, trackId: string): Promise<NamedTrackStep[]> {
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

/** Who changes a track, and when. */
export interface TrackChange extends Reader {
  readonly trackId: string;
}

/** [ST1] Opens a track, in investigation. Refused: 'access.notFound', 'access.forbidden'. */
export function createTrack(
  db: Db,
  { trackId: id, fields, userId, now }: TrackChange & { fields: TrackFields },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const person = await findProgrammeReader(tx, { userId, now });
    if (!person) return fail('access.notFound');
    if (!manages(person.platformRole)) return fail('access.forbidden');
    const first = 'investigation' as const;
    await tx
      .insert(tracks)
      .values({ id, ...fields, phase: first, createdBy: userId, createdAt: now, updatedAt: now });
    await tx
      .insert(trackSteps)
      .values({ trackId: id, rank: 1, from: null, to: first, why: '', by: userId, at: now });
    return ok();
  });
}

/** [ST3] Changes what a track says. Refused: 'access.notFound', 'access.forbidden'. */
export async function changeTrack(
  db: Db,
  { fields, ...change }: TrackChange & { fields: TrackFields },
): Promise<Result<void, Refusal>> {
  const track = await findTrack(db, change);
  if (!track) return fail('access.notFound');
  if (!track.mayWrite) return fail('access.forbidden');
  await db
    .update(tracks)
    .set({ ...fields, updatedAt: change.now })
    .where(eq(tracks.id, change.trackId));
  return ok();
}

/** [ST2] Moves a track to another phase, dated. Refused: 'access.notFound', 'access.forbidden', and as `movePhase`. */
export function moveTrack(
  db: Db,
  { to, why, rank, ...change }: TrackChange & { to: TrackPhase; why: string; rank: number },
): Promise<Result<void, Refusal | TrackError>> {
  return db.transaction(async (tx) => {
    await tx.select({ id: tracks.id }).from(tracks).where(eq(tracks.id, change.trackId)).for('update');
    const track = await findTrack(tx, change);
    if (!track) return fail('access.notFound');
    if (!track.mayManage) return fail('access.forbidden');
    if (track.rank !== rank) return fail('track.changedSince');
    const moved = movePhase(track.phase, to, why);
    if (!moved.ok) return moved;
    const { trackId, userId: by, now: at } = change;
    await tx
      .insert(trackSteps)
      .values({ trackId, rank: rank + 1, from: track.phase, to, why: why.trim(), by, at });
    await tx
      .update(tracks)
      .set({ phase: to, updatedAt: at })
      .where(and(eq(tracks.id, trackId)));
    return ok();
  });
}
