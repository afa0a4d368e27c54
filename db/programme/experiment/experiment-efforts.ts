import { asc, desc, eq } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Effort } from '#shared/programme/experiment/effort.ts';
import { checkLogMonth, type MonthRefusal } from '#shared/programme/experiment/log.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { ExperimentChange } from './experiment-change.ts';
import { experimentEfforts } from './follow-up-schema.ts';
import { experiments } from './schema.ts';

/** What a role gave in a month that is known. */
export type GivenEffort = Omit<Effort, 'month'>;

/** [EX15] What each role gave each month, as it stands. */
export async function listEfforts(
  db: Db,
  experimentId: Readable<'experiment' | 'told experiment'>,
): Promise<Effort[]> {
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

/** [EX15] Keeps one more line, which counts from now on, of a month that may be written. */
export async function insertEffort(
  tx: Tx,
  { experimentId, userId, now, newId }: ExperimentChange,
  effort: Effort,
): Promise<void> {
  await tx
    .insert(experimentEfforts)
    .values({ id: newId(), experimentId, ...effort, writtenBy: userId, writtenAt: now });
}

/** [EX11] Whether a month may be written today. */
export async function checkMonth(
  tx: Tx,
  { experimentId, now, month, isManager }: ExperimentChange & { month: string; isManager: boolean },
): Promise<Result<void, MonthRefusal>> {
  const [experiment] = await tx
    .select({ startsOn: experiments.startsOn })
    .from(experiments)
    .where(eq(experiments.id, experimentId));
  return checkLogMonth(month, { today: parisDay(now), startsOn: experiment?.startsOn ?? null, isManager });
}

/** [EX15] Says what a role gave in a month. Refused: a month that may not be written. */
export async function writeEffort(
  tx: Tx,
  { effort, isManager, ...change }: ExperimentChange & { effort: Effort; isManager: boolean },
): Promise<Result<void, MonthRefusal>> {
  const allowed = await checkMonth(tx, { month: effort.month, isManager, ...change });
  if (allowed.ok) await insertEffort(tx, change, effort);
  return allowed;
}
