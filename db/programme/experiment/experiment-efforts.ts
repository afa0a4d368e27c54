import { asc, desc, eq } from 'drizzle-orm';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Effort, parseEffort } from '#shared/programme/experiment/effort.ts';
import type { TeamRole } from '#shared/programme/experiment/experiment.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import type { ExperimentError } from '#shared/programme/experiment/experiment-errors.ts';
import { checkLogMonth } from '#shared/programme/experiment/log.ts';
import type { Db } from '../../kernel/client.ts';
import { changing, type ExperimentChange, type ExperimentRefusal } from './experiment-change.ts';
import { experimentEfforts } from './follow-up-schema.ts';
import { experiments } from './schema.ts';

/** What a role gave, as it was typed. */
export interface TypedEffort {
  readonly role: TeamRole;
  readonly days: string;
  readonly cost: string;
}

/** [EX15] What each role gave each month, as it stands. The caller has checked the right. */
export async function listEfforts(db: Db, experimentId: string): Promise<Effort[]> {
  const rows = await db
    .selectDistinctOn([experimentEfforts.month, experimentEfforts.role], {
      month: experimentEfforts.month,
      role: experimentEfforts.role,
      days: experimentEfforts.days,
      cost: experimentEfforts.cost,
    })
    .from(experimentEfforts)
    .where(eq(experimentEfforts.experimentId, experimentId))
    .orderBy(asc(experimentEfforts.month), experimentEfforts.role, desc(experimentEfforts.rank));
  return rows.filter(({ days, cost }) => days > 0 || cost > 0);
}

/** [EX15] Reads what several roles gave. */
export function parseEfforts(
  typed: readonly TypedEffort[],
): Result<Omit<Effort, 'month'>[], ExperimentError> {
  const efforts: Omit<Effort, 'month'>[] = [];
  for (const { role, ...given } of typed) {
    const parsed = parseEffort(given);
    if (!parsed.ok) return parsed;
    efforts.push({ role, ...parsed.value });
  }
  return ok(efforts);
}

/** Keeps one more line, which counts from now on. The caller has checked the right. */
export async function insertEffort(
  tx: Db,
  { experimentId, userId, now, newId }: ExperimentChange,
  effort: Effort,
): Promise<void> {
  await tx
    .insert(experimentEfforts)
    .values({ id: newId(), experimentId, ...effort, writtenBy: userId, writtenAt: now });
}

/** [EX15] Says what a role gave in a month; the month is one that may be written. Refused: who may not, the month, days, euros. */
export function writeEffort(
  db: Db,
  { month, typed, ...change }: ExperimentChange & { month: string; typed: TypedEffort },
): Promise<Result<void, ExperimentRefusal | ExperimentError>> {
  return changing(
    db,
    change,
    'experiment.write',
    async (tx, role): Promise<Result<void, ExperimentError>> => {
      const [experiment] = await tx
        .select({ startsOn: experiments.startsOn })
        .from(experiments)
        .where(eq(experiments.id, change.experimentId));
      const allowed = checkLogMonth(month, {
        today: parisDay(change.now),
        startsOn: experiment?.startsOn ?? null,
        isManager: canInExperiment(role, 'experiment.manage'),
      });
      if (!allowed.ok) return allowed;
      const parsed = parseEffort(typed);
      if (!parsed.ok) return parsed;
      await insertEffort(tx, change, { month, role: typed.role, ...parsed.value });
      return ok();
    },
  );
}
