import { addDays, daysFrom, parseDay } from '../../kernel/day/days.ts';
import { parisDay } from '../../kernel/day/paris-time.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseTitle } from '../../kernel/title.ts';
import type { ExperimentEvent } from './state.ts';

/** [EX8] A step of an experiment, planned and actual; ISO days, both included. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly plannedFrom: string;
  readonly plannedTo: string;
  /** As they were first planned. */
  readonly firstFrom: string;
  readonly firstTo: string;
  readonly startedOn: string | null;
  readonly doneOn: string | null;
}

/** An experiment follows a few steps, which a page shows. */
export const MILESTONES_MAX = 30;

type DaysRefusal = 'experiment.dayInvalid' | 'experiment.periodReversed';
export type SlipRefusal =
  | DaysRefusal
  | 'experiment.sameDay'
  | 'experiment.reasonMissing'
  | 'experiment.textTooLong';

/** What a form says of a milestone. */
export type PlannedMilestone = Pick<Milestone, 'title' | 'plannedFrom' | 'plannedTo'>;

/** [EX8] Reads a milestone that is planned. */
export function parseMilestone(typed: {
  readonly title: string;
  readonly from: string;
  readonly to: string;
}): Result<PlannedMilestone, 'experiment.milestoneTitle' | DaysRefusal> {
  const title = parseTitle(typed.title);
  if (!title.ok) return fail('experiment.milestoneTitle');
  const [plannedFrom, plannedTo] = [parseDay(typed.from), parseDay(typed.to)];
  if (!plannedFrom || !plannedTo) return fail('experiment.dayInvalid');
  if (plannedTo < plannedFrom) return fail('experiment.periodReversed');
  return ok({ title: title.value, plannedFrom, plannedTo });
}

/** [EX9] Reads another end for a milestone: a day, not before its beginning, and a reason. */
export function parseSlip(
  milestone: Pick<Milestone, 'plannedFrom' | 'plannedTo'>,
  typed: { readonly to: string; readonly reason: string },
): Result<{ to: string; reason: string }, SlipRefusal> {
  const to = parseDay(typed.to);
  const reason = typed.reason.trim();
  if (!to) return fail('experiment.dayInvalid');
  if (to < milestone.plannedFrom) return fail('experiment.periodReversed');
  if (to === milestone.plannedTo) return fail('experiment.sameDay');
  if (reason === '') return fail('experiment.reasonMissing');
  if (reason.length > 2_000) return fail('experiment.textTooLong');
  return ok({ to, reason });
}

/** [EX8] Reads the days on which a milestone began and was reached: neither is to come, and the second not before the first. */
export function parseActual(
  typed: { readonly startedOn: string; readonly doneOn: string },
  today: string,
): Result<Pick<Milestone, 'startedOn' | 'doneOn'>, DaysRefusal | 'experiment.dayToCome'> {
  const read = (given: string) => (given.trim() === '' ? null : parseDay(given));
  const [startedOn, doneOn] = [read(typed.startedOn), read(typed.doneOn)];
  if ((typed.startedOn.trim() && !startedOn) || (typed.doneOn.trim() && !doneOn))
    return fail('experiment.dayInvalid');
  if ((startedOn && startedOn > today) || (doneOn && doneOn > today)) return fail('experiment.dayToCome');
  if (startedOn && doneOn && doneOn < startedOn) return fail('experiment.periodReversed');
  return ok({ startedOn: startedOn ?? doneOn, doneOn });
}

/** [EX10] The steps that the season gives every experiment, spread over its days by these shares of them. */
const TEMPLATE = [
  ['framing', 0, 0.12],
  ['inventory', 0.12, 0.32],
  ['collection', 0.25, 0.6],
  ['service', 0.5, 0.85],
  ['lessons', 0.8, 1],
] as const;
export type TemplateStep = (typeof TEMPLATE)[number][0];

/** [EX10] Those steps between two days. */
export function milestonesOfSeason(
  startsOn: string,
  endsOn: string,
): { step: TemplateStep; plannedFrom: string; plannedTo: string }[] {
  const days = daysFrom(startsOn, endsOn);
  return TEMPLATE.map(([step, from, to]) => ({
    step,
    plannedFrom: addDays(startsOn, Math.round(days * from)),
    plannedTo: addDays(startsOn, Math.round(days * to)),
  }));
}

/** How a milestone stands on a day. */
export type MilestoneStanding = 'done' | 'late' | 'running' | 'toCome';

/** [EX8] Late when its planned end is over and it is not reached. */
export function standingOf(
  { plannedTo, startedOn, doneOn }: Pick<Milestone, 'plannedTo' | 'startedOn' | 'doneOn'>,
  today: string,
): MilestoneStanding {
  if (doneOn) return 'done';
  if (plannedTo < today) return 'late';
  return startedOn ? 'running' : 'toCome';
}

/** One slip, as it was said. */
export interface Slip {
  readonly milestoneId: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly at: Date;
}

/** [EX9] The slips that were known at the end of this day, in their order. */
export function slipsAt(events: readonly ExperimentEvent[], day: string): Slip[] {
  const slips: Slip[] = [];
  for (const { kind, data, at } of events)
    if (kind === 'milestone.slipped' && parisDay(at) <= day)
      slips.push({
        milestoneId: data.milestoneId ?? '',
        title: data.title ?? '',
        from: data.from ?? '',
        to: data.to ?? '',
        reason: data.reason ?? '',
        at,
      });
  return slips;
}

/** Milestones in the order of their first days. */
export function byDays(a: Milestone, b: Milestone): number {
  const [x, y] = [`${a.firstFrom} ${a.firstTo} ${a.id}`, `${b.firstFrom} ${b.firstTo} ${b.id}`];
  return x < y ? -1 : 1;
}
