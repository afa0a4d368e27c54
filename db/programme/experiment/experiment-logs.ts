import { and, asc, desc, eq } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { LogEntry, MonthRefusal } from '#shared/programme/experiment/log.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import type { ExperimentChange } from './experiment-change.ts';
import { checkMonth, type GivenEffort, insertEffort } from './experiment-efforts.ts';
import { type Asker, findExperimentPerson, isReadInsideBy } from './experiment-rights.ts';
import { experimentLogs } from './follow-up-schema.ts';
import { experiments } from './schema.ts';

/** One version of a month of a log. */
export interface LogVersion extends LogEntry {
  readonly month: string;
  readonly version: number;
  readonly writtenAt: Date;
  /** Null for somebody who left. */
  readonly author: string | null;
}

const shown = {
  month: experimentLogs.month,
  version: experimentLogs.version,
  mood: experimentLogs.mood,
  done: experimentLogs.done,
  difficulties: experimentLogs.difficulties,
  help: experimentLogs.help,
  writtenAt: experimentLogs.writtenAt,
  author: users.name,
};

/** [EX11] The months of a log as they read now, the latest first. */
export function listLog(db: Db, experimentId: Readable<'experiment'>): Promise<LogVersion[]> {
  return db
    .selectDistinctOn([experimentLogs.month], shown)
    .from(experimentLogs)
    .leftJoin(users, eq(users.id, experimentLogs.writtenBy))
    .where(eq(experimentLogs.experimentId, experimentId))
    .orderBy(desc(experimentLogs.month), desc(experimentLogs.version));
}

/** [EX2] [EX11] The months as they read now, of all experiments whose inside this person reads, the latest first. */
export async function listReadableLogs(
  db: Db,
  asker: Asker,
): Promise<(LogVersion & { readonly experiment: { readonly id: string; readonly title: string } })[]> {
  const person = await findExperimentPerson(db, asker);
  if (!person) return [];
  return db
    .selectDistinctOn([experimentLogs.month, experiments.id], {
      ...shown,
      experiment: { id: experiments.id, title: experiments.title },
    })
    .from(experimentLogs)
    .innerJoin(experiments, eq(experiments.id, experimentLogs.experimentId))
    .leftJoin(users, eq(users.id, experimentLogs.writtenBy))
    .where(isReadInsideBy(db, person))
    .orderBy(desc(experimentLogs.month), asc(experiments.id), desc(experimentLogs.version));
}

/** [EX11] Every version of a month, the first one first. */
export function listLogVersions(
  db: Db,
  { experimentId, month }: { experimentId: Readable<'experiment'>; month: string },
): Promise<LogVersion[]> {
  return db
    .select(shown)
    .from(experimentLogs)
    .leftJoin(users, eq(users.id, experimentLogs.writtenBy))
    .where(and(eq(experimentLogs.experimentId, experimentId), eq(experimentLogs.month, month)))
    .orderBy(asc(experimentLogs.version));
}

interface Writing extends ExperimentChange {
  readonly month: string;
  /** The version that was read before writing; 0 for none. */
  readonly seen: number;
  readonly entry: LogEntry;
  /** Days by role. Roles that are not there are left as they are. */
  readonly efforts: readonly GivenEffort[];
  readonly isManager: boolean;
}

/**
 * [EX11] Writes a month as a new version, and its days with it. Refused: a month to come or closed, and
 * 'experiment.changedMeanwhile' when somebody wrote another version since `seen`: nothing of theirs is lost.
 */
export async function writeLog(
  tx: Tx,
  { month, seen, entry, efforts, isManager, ...change }: Writing,
): Promise<Result<{ month: string }, MonthRefusal | 'experiment.changedMeanwhile'>> {
  const { experimentId, userId, now } = change;
  const allowed = await checkMonth(tx, { month, isManager, ...change });
  if (!allowed.ok) return allowed;
  const [last] = await tx
    .select({ version: experimentLogs.version })
    .from(experimentLogs)
    .where(and(eq(experimentLogs.experimentId, experimentId), eq(experimentLogs.month, month)))
    .orderBy(desc(experimentLogs.version))
    .limit(1);
  if ((last?.version ?? 0) !== seen) return fail('experiment.changedMeanwhile');
  const version = seen + 1;
  const kept = await tx
    .insert(experimentLogs)
    .values({ experimentId, month, version, ...entry, writtenBy: userId, writtenAt: now })
    .onConflictDoNothing()
    .returning({ version: experimentLogs.version });
  if (kept.length === 0) return fail('experiment.changedMeanwhile');
  for (const effort of efforts) await insertEffort(tx, change, { month, ...effort });
  return ok({ month });
}
