import { desc, eq } from 'drizzle-orm';
import type { TitleError } from '#shared/errors.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseTitle } from '#shared/kernel/title.ts';
import { currentSeason } from '#shared/programme/steering/steering.ts';
import { parseDue } from '#shared/publication/synthesis/chapter.ts';
import {
  canInSynthesis,
  type SynthesisRole,
  synthesisRoleOf,
} from '#shared/publication/synthesis/synthesis-access.ts';
import type { SynthesisError } from '#shared/publication/synthesis/synthesis-errors.ts';
import type { Db } from '../../kernel/client.ts';
import { groups, seasons } from '../../people/group/schema.ts';
import { type Asker, findExperimentPerson } from '../../programme/experiment/experiment-rights.ts';
import { listSeasons, type Season } from '../../programme/steering/steering-scope.ts';
import { syntheses, synthesisDeadlines } from './schema.ts';

/** The synthesis of a season. */
export interface Synthesis {
  readonly id: string;
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

type Refusal = 'access.notFound' | 'access.forbidden' | SynthesisError | TitleError;

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

/** The synthesis of a season. The caller has checked who reads. */
export async function findSynthesis(db: Db, seasonId: string): Promise<Synthesis | null> {
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
  return found ?? null;
}

/** What the settings of a synthesis say, as they were typed. */
interface TypedSettings {
  readonly title: string;
  readonly dueOn: string;
}

function parseSettings({
  title,
  dueOn,
}: TypedSettings): Result<{ title: string; dueOn: string }, SynthesisError | TitleError> {
  const named = parseTitle(title);
  if (!named.ok) return named;
  const due = parseDue(dueOn);
  if (!due.ok) return due;
  return due.value === null ? fail('synthesis.dueMissing') : ok({ title: named.value, dueOn: due.value });
}

/** [SY1] Begins the synthesis of a season. Refused: who does not coordinate, a season that has one, an unknown group, bad settings. */
export async function beginSynthesis(
  db: Db,
  given: Asker & TypedSettings & { synthesisId: string; seasonId: string; groupId: string },
): Promise<Result<void, Refusal>> {
  const { synthesisId: id, seasonId, groupId, userId, now } = given;
  const role = await findSynthesisRole(db, { userId, now });
  if (!role) return fail('access.notFound');
  if (!canInSynthesis(role, 'synthesis.manage')) return fail('access.forbidden');
  const settings = parseSettings(given);
  if (!settings.ok) return settings;
  const { title, dueOn } = settings.value;
  const [season] = await db.select({ id: seasons.id }).from(seasons).where(eq(seasons.id, seasonId));
  if (!season) return fail('access.notFound');
  const [group] = await db.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId));
  if (!group) return fail('synthesis.groupMissing');
  return db.transaction(async (tx) => {
    const made = await tx
      .insert(syntheses)
      .values({ id, seasonId, groupId, title, createdBy: userId, createdAt: now })
      // Two people at once: the second one sees the synthesis of the first.
      .onConflictDoNothing({ target: syntheses.seasonId })
      .returning({ id: syntheses.id });
    if (made.length === 0) return fail('synthesis.exists');
    await tx
      .insert(synthesisDeadlines)
      .values({ synthesisId: id, rank: 1, dueOn, setBy: userId, setAt: now });
    return ok();
  });
}

/** [SY5] Changes title and due day of a synthesis; another day is one more row. Refused: who does not coordinate, bad settings. */
export function editSynthesis(
  db: Db,
  given: Asker & TypedSettings & { synthesisId: string },
): Promise<Result<void, Refusal>> {
  const { synthesisId, userId, now } = given;
  return inSynthesis(db, given, async (tx) => {
    const settings = parseSettings(given);
    if (!settings.ok) return settings;
    const { title, dueOn } = settings.value;
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
  });
}

/** A gesture of the coordination on a synthesis whose row is locked: gestures follow one another. Refused: absent, or not theirs. */
export function inSynthesis<T, E extends string>(
  db: Db,
  { synthesisId, userId, now }: Asker & { synthesisId: string },
  run: (tx: Db, synthesis: { groupId: string }) => Promise<Result<T, E>>,
): Promise<Result<T, E | 'access.notFound' | 'access.forbidden'>> {
  return db.transaction(async (tx) => {
    const role = await findSynthesisRole(tx, { userId, now });
    const [synthesis] = await tx
      .select({ groupId: syntheses.groupId })
      .from(syntheses)
      .where(eq(syntheses.id, synthesisId))
      .for('update');
    if (!role || !synthesis) return fail('access.notFound');
    if (!canInSynthesis(role, 'synthesis.manage')) return fail('access.forbidden');
    return run(tx, synthesis);
  });
}

/** The number of a season, for its addresses. */
export async function findSeasonNumber(db: Db, seasonId: string): Promise<number | undefined> {
  const [season] = await db.select({ number: seasons.number }).from(seasons).where(eq(seasons.id, seasonId));
  return season?.number;
}
