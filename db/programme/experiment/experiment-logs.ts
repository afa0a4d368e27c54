import { and, asc, desc, eq } from 'drizzle-orm';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import type { ExperimentError } from '#shared/programme/experiment/experiment-errors.ts';
import { checkLogMonth, type LogEntry, parseLogEntry } from '#shared/programme/experiment/log.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { changing, type ExperimentChange, type ExperimentRefusal } from './experiment-change.ts';
import { insertEffort, parseEfforts, type TypedEffort } from './experiment-efforts.ts';
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

/** [EX11] The months of a log as they read now, the latest first. The caller has checked the right. */
export function listLog(db: Db, experimentId: string): Promise<LogVersion[]> {
  return db
    .selectDistinctOn([experimentLogs.month], shown)
    .from(experimentLogs)
    .leftJoin(users, eq(users.id, experimentLogs.writtenBy))
    .where(eq(experimentLogs.experimentId, experimentId))
    .orderBy(desc(experimentLogs.month), desc(experimentLogs.version));
}

/** [EX11] Every version of a month, the first one first. The caller has checked the right. */
export function listLogVersions(
  db: Db,
  { experimentId, month }: { experimentId: string; month: string },
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
  readonly typed: Readonly<Record<keyof LogEntry, string>>;
  /** Days by role, as they were typed. Roles that are not there are left as they are. */
  readonly efforts: readonly TypedEffort[];
}

/**
 * [EX11] Writes a month as a new version, and its days with it. Refused: who may not, a month to come or closed, a text, days; and
 * 'experiment.changedMeanwhile' when somebody wrote another version since `seen`: nothing of theirs is lost.
 */
export function writeLog(
  db: Db,
  { month, seen, typed, efforts, ...change }: Writing,
): Promise<Result<{ version: number }, ExperimentRefusal | ExperimentError>> {
  const { experimentId, userId, now } = change;
  return changing(
    db,
    change,
    'experiment.write',
    async (tx, role): Promise<Result<{ version: number }, ExperimentError>> => {
      const [experiment] = await tx
        .select({ startsOn: experiments.startsOn })
        .from(experiments)
        .where(eq(experiments.id, experimentId));
      const allowed = checkLogMonth(month, {
        today: parisDay(now),
        startsOn: experiment?.startsOn ?? null,
        isManager: canInExperiment(role, 'experiment.manage'),
      });
      if (!allowed.ok) return allowed;
      const entry = parseLogEntry(typed);
      if (!entry.ok) return entry;
      const read = parseEfforts(efforts);
      if (!read.ok) return read;
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
        .values({ experimentId, month, version, ...entry.value, writtenBy: userId, writtenAt: now })
        .onConflictDoNothing()
        .returning({ version: experimentLogs.version });
      if (kept.length === 0) return fail('experiment.changedMeanwhile');
      for (const effort of read.value) await insertEffort(tx, change, { month, ...effort });
      return ok({ version });
    },
  );
}
