import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import { endOfDay } from '#shared/kernel/day/days.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import { totalEffort } from '#shared/programme/experiment/effort.ts';
import type { ExperimentState } from '#shared/programme/experiment/experiment.ts';
import { lateMonths } from '#shared/programme/experiment/log.ts';
import {
  type Milestone,
  milestonesAt,
  type Slip,
  slipsAt,
  standingOf,
} from '#shared/programme/experiment/milestone.ts';
import { type ExperimentEvent, periodAt, stateAt } from '#shared/programme/experiment/state.ts';
import type { Db } from '../../kernel/client.ts';
import { seasons, themes } from '../../people/group/schema.ts';
import { citiesOf, type ExperimentCity } from './experiments.ts';
import { experimentEfforts, experimentEvaluations, experimentLogs } from './follow-up-schema.ts';
import { experimentEvents, experiments } from './schema.ts';

/** An experiment as it stood on a day. */
export interface ExperimentAtDay {
  readonly id: string;
  readonly title: string;
  readonly theme: { readonly id: string; readonly key: ThemeKey; readonly name: string };
  readonly seasonId: string;
  readonly cities: readonly ExperimentCity[];
  readonly state: ExperimentState;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly milestones: readonly Milestone[];
  readonly lateMilestones: number;
  readonly slips: readonly Slip[];
  /** Months of the log that were written, the oldest first. */
  readonly logMonths: readonly string[];
  /** Months that were due and were not written. */
  readonly lateMonths: readonly string[];
  readonly isLate: boolean;
  /** Days of agents and euros. */
  readonly effort: { readonly days: number; readonly cost: number };
  readonly hasEvaluation: boolean;
}

/**
 * [EX7] Every experiment that was there at the end of this day in Paris (`2023-03-14`), as it stood: state, milestones, slips, months
 * of its log, late signals, effort. Titles, themes and cities are today's. The caller has checked who may steer.
 */
export async function experimentsAt(
  db: Db,
  day: string,
  { seasonId }: { seasonId?: string } = {},
): Promise<ExperimentAtDay[]> {
  const end = endOfDay(day);
  const rows = await db
    .select({
      id: experiments.id,
      title: experiments.title,
      seasonId: seasons.id,
      theme: { id: themes.id, key: themes.key, name: themes.name },
    })
    .from(experiments)
    .innerJoin(themes, eq(themes.id, experiments.themeId))
    .innerJoin(seasons, eq(seasons.id, themes.seasonId))
    .where(and(lt(experiments.createdAt, end), seasonId ? eq(seasons.id, seasonId) : undefined))
    .orderBy(asc(experiments.title), asc(experiments.id));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [cities, events, logs, efforts, evaluated] = await pastOf(db, ids, end);
  return rows.flatMap((row) => {
    const own: readonly ExperimentEvent[] = events.get(row.id) ?? [];
    const state = stateAt(own, day);
    if (!state) return [];
    const period = periodAt(own, day);
    const milestones = milestonesAt(own, day);
    const logMonths = [...new Set((logs.get(row.id) ?? []).map(({ month }) => month))].sort();
    const late = lateMonths({ ...period, events: own, written: logMonths, day });
    const lateMilestones = milestones.filter((milestone) => standingOf(milestone, day) === 'late').length;
    const standing = new Map((efforts.get(row.id) ?? []).map((line) => [`${line.month} ${line.role}`, line]));
    return [
      {
        ...row,
        ...period,
        cities: cities.get(row.id) ?? [],
        state,
        milestones,
        lateMilestones,
        slips: slipsAt(own, day),
        logMonths,
        lateMonths: late,
        isLate: state === 'running' && (late.length > 0 || lateMilestones > 0),
        effort: totalEffort([...standing.values()]),
        hasEvaluation: evaluated.has(row.id),
      },
    ];
  });
}

/** What was written before this instant, by experiment. */
async function pastOf(db: Db, ids: string[], end: Date) {
  const cities = await citiesOf(db, ids);
  const events = await db
    .select({
      experimentId: experimentEvents.experimentId,
      kind: experimentEvents.kind,
      data: experimentEvents.data,
      at: experimentEvents.at,
    })
    .from(experimentEvents)
    .where(and(inArray(experimentEvents.experimentId, ids), lt(experimentEvents.at, end)))
    .orderBy(asc(experimentEvents.at), asc(experimentEvents.rank));
  const logs = await db
    .selectDistinct({ experimentId: experimentLogs.experimentId, month: experimentLogs.month })
    .from(experimentLogs)
    .where(and(inArray(experimentLogs.experimentId, ids), lt(experimentLogs.writtenAt, end)));
  const efforts = await db
    .select({
      experimentId: experimentEfforts.experimentId,
      month: experimentEfforts.month,
      role: experimentEfforts.role,
      days: experimentEfforts.days,
      cost: experimentEfforts.cost,
    })
    .from(experimentEfforts)
    .where(and(inArray(experimentEfforts.experimentId, ids), lt(experimentEfforts.writtenAt, end)))
    .orderBy(asc(experimentEfforts.rank));
  const evaluated = await db
    .selectDistinct({ experimentId: experimentEvaluations.experimentId })
    .from(experimentEvaluations)
    .where(and(inArray(experimentEvaluations.experimentId, ids), lt(experimentEvaluations.writtenAt, end)));
  const by = <Row extends { experimentId: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, ({ experimentId }) => experimentId);
  return [
    cities,
    by(events),
    by(logs),
    by(efforts),
    new Set(evaluated.map(({ experimentId }) => experimentId)),
  ] as const;
}
