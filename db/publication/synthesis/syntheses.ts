import { desc, eq } from 'drizzle-orm';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { currentSeason } from '#shared/programme/steering/steering.ts';
import { type SynthesisRole, synthesisRoleOf } from '#shared/publication/synthesis/synthesis-access.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { groups, seasons } from '../../people/group/schema.ts';
import { type Asker, findExperimentPerson } from '../../programme/experiment/experiment-rights.ts';
import { listSeasons, type Season } from '../../programme/steering/steering-scope.ts';
import { syntheses, synthesisDeadlines } from './schema.ts';

/** The synthesis of a season. */
export interface Synthesis {
  readonly id: Readable<'synthesis'>;
  readonly title: string;
  readonly group: { readonly id: string; readonly name: string };
  /** ISO day. */
  readonly dueOn: string;
}

/** A season with its synthesis, for somebody who may read it. */
export interface SeasonSynthesis {
  readonly role: SynthesisRole;
  readonly season: Season;
  readonly seasons: readonly Season[];
  /** Null until it is begun. */
  readonly synthesis: Synthesis | null;
}

/** [SY1] What this person is to syntheses, and to the chapters of this owner; null when they must look absent. */
export async function findSynthesisRole(
  db: Db,
  { ownerId = null, ...asker }: Asker & { ownerId?: string | null },
): Promise<SynthesisRole | null> {
  const person = await findExperimentPerson(db, asker);
  if (!person) return null;
  const { platformRole, standing } = person;
  return synthesisRoleOf({ platformRole, standing, isOwner: ownerId === asker.userId });
}

/** [SY1] The synthesis of the season of this number, of the one that is on without; null when it must look absent, or there is no such season. */
export async function findSeasonSynthesis(
  db: Db,
  { number, ...asker }: Asker & { number: number | null },
): Promise<SeasonSynthesis | null> {
  const role = await findSynthesisRole(db, asker);
  if (!role) return null;
  const all = await listSeasons(db);
  const today = parisDay(asker.now);
  const season =
    number === null ? currentSeason(all, today) : all.find((candidate) => candidate.number === number);
  if (!season) return null;
  return { role, season, seasons: all, synthesis: await findSynthesis(db, season.id) };
}

async function findSynthesis(db: Db, seasonId: string): Promise<Synthesis | null> {
  const [found] = await db
    .select({
      id: syntheses.id,
      title: syntheses.title,
      group: { id: groups.id, name: groups.name },
      dueOn: synthesisDeadlines.dueOn,
    })
    .from(syntheses)
    .innerJoin(groups, eq(groups.id, syntheses.groupId))
    .innerJoin(synthesisDeadlines, eq(synthesisDeadlines.synthesisId, syntheses.id))
    .where(eq(syntheses.seasonId, seasonId))
    .orderBy(desc(synthesisDeadlines.rank))
    .limit(1);
  return found ? { ...found, id: asReadable(found.id) } : null;
}

/** What the settings of a synthesis say. */
interface Settings {
  readonly title: string;
  /** ISO day. */
  readonly dueOn: string;
}

/** [SY1] Begins the synthesis of a season. */
export async function beginSynthesis(
  tx: Tx,
  {
    synthesisId: id,
    seasonId,
    groupId,
    title,
    dueOn,
    userId,
    now,
  }: Asker & Settings & { synthesisId: string; seasonId: string; groupId: string },
): Promise<Result<void, 'access.notFound' | 'synthesis.groupMissing' | 'synthesis.exists'>> {
  if ((await tx.$count(seasons, eq(seasons.id, seasonId))) === 0) return fail('access.notFound');
  if ((await tx.$count(groups, eq(groups.id, groupId))) === 0) return fail('synthesis.groupMissing');
  const made = await tx
    .insert(syntheses)
    .values({ id, seasonId, groupId, title, createdBy: userId, createdAt: now })
    // Two people at once: the second one sees the synthesis of the first.
    .onConflictDoNothing({ target: syntheses.seasonId })
    .returning({ id: syntheses.id });
  if (made.length === 0) return fail('synthesis.exists');
  await tx.insert(synthesisDeadlines).values({ synthesisId: id, rank: 1, dueOn, setBy: userId, setAt: now });
  return ok();
}

/** A synthesis that nobody else changes until the end of the transaction. */
export type HeldSynthesis = NonNullable<Awaited<ReturnType<typeof holdSynthesis>>>;

/** [SY1] Holds a synthesis, so that gestures follow one another, with the role of this person; null when it must look absent. */
export async function holdSynthesis(tx: Tx, { synthesisId, ...asker }: Asker & { synthesisId: string }) {
  const role = await findSynthesisRole(tx, asker);
  if (!role) return null;
  const [synthesis] = await tx
    .select({ id: syntheses.id, groupId: syntheses.groupId })
    .from(syntheses)
    .where(eq(syntheses.id, synthesisId))
    .for('update');
  return synthesis ? { ...synthesis, id: asReadable<'synthesis'>(synthesis.id), role } : null;
}

/** A gesture of the coordination on a synthesis, which is held. */
export interface SynthesisChange extends Asker {
  readonly synthesis: HeldSynthesis;
}

/** [SY5] Changes title and due day of a synthesis; another day is one more row. */
export async function editSynthesis(
  tx: Tx,
  { synthesis: { id: synthesisId }, title, dueOn, userId, now }: SynthesisChange & Settings,
): Promise<Result<void, never>> {
  await tx.update(syntheses).set({ title }).where(eq(syntheses.id, synthesisId));
  const [last] = await tx
    .select({ dueOn: synthesisDeadlines.dueOn, rank: synthesisDeadlines.rank })
    .from(synthesisDeadlines)
    .where(eq(synthesisDeadlines.synthesisId, synthesisId))
    .orderBy(desc(synthesisDeadlines.rank))
    .limit(1);
  if (last?.dueOn === dueOn) return ok();
  const rank = (last?.rank ?? 0) + 1;
  await tx.insert(synthesisDeadlines).values({ synthesisId, rank, dueOn, setBy: userId, setAt: now });
  return ok();
}

/** The number of a season, for its addresses. */
export async function findSeasonNumber(db: Db, seasonId: string): Promise<number | undefined> {
  const [season] = await db.select({ number: seasons.number }).from(seasons).where(eq(seasons.id, seasonId));
  return season?.number;
}
