import { and, eq, isNull } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { addDays } from '#shared/kernel/day/days.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { experimentMilestone as words } from '#shared/programme/experiment/experiment-milestone.fr.ts';
import {
  byDays,
  MILESTONES_MAX,
  type Milestone,
  milestonesOfSeason,
  type PlannedMilestone,
  parseSlip,
  type SlipRefusal,
} from '#shared/programme/experiment/milestone.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { type ExperimentChange, recordEvent } from './experiment-change.ts';
import { experimentMilestones } from './follow-up-schema.ts';
import { experiments } from './schema.ts';

const shown = {
  id: experimentMilestones.id,
  title: experimentMilestones.title,
  plannedFrom: experimentMilestones.plannedFrom,
  plannedTo: experimentMilestones.plannedTo,
  firstFrom: experimentMilestones.firstFrom,
  firstTo: experimentMilestones.firstTo,
  startedOn: experimentMilestones.startedOn,
  doneOn: experimentMilestones.doneOn,
};

/** [EX8] The milestones of an experiment, in their order. */
export async function listMilestones(db: Db, experimentId: Readable<'experiment'>): Promise<Milestone[]> {
  const rows = await db.select(shown).from(experimentMilestones).where(isPlanned({ experimentId }));
  return rows.sort(byDays);
}

const isPlanned = ({ experimentId }: { readonly experimentId: string }) =>
  and(eq(experimentMilestones.experimentId, experimentId), isNull(experimentMilestones.removedAt));

const countMilestones = (tx: Tx, change: ExperimentChange) =>
  tx.$count(experimentMilestones, isPlanned(change));

/** [EX8] Plans a milestone. Refused: too many. */
export async function addMilestone(
  tx: Tx,
  { planned, ...change }: ExperimentChange & { planned: PlannedMilestone },
): Promise<Result<void, 'experiment.milestonesFull'>> {
  if ((await countMilestones(tx, change)) >= MILESTONES_MAX) return fail('experiment.milestonesFull');
  await insertMilestone(tx, change, planned);
  return ok();
}

async function insertMilestone(tx: Tx, change: ExperimentChange, planned: PlannedMilestone): Promise<void> {
  const [id, { title, plannedFrom: from, plannedTo: to }] = [change.newId(), planned];
  await tx.insert(experimentMilestones).values({
    id,
    experimentId: change.experimentId,
    ...planned,
    firstFrom: from,
    firstTo: to,
    createdAt: change.now,
  });
  await recordEvent(tx, change, 'milestone.added', { milestoneId: id, title, from, to });
}

/** [EX10] Plans the steps of the season between these days. */
export async function planSeason(
  tx: Tx,
  { startsOn, endsOn, ...change }: ExperimentChange & { startsOn: string; endsOn: string },
): Promise<void> {
  for (const { step, ...days } of milestonesOfSeason(startsOn, endsOn))
    await insertMilestone(tx, change, { title: words.steps[step], ...days });
}

/** [EX10] The same on demand, while there is no milestone. Refused: an experiment of which nobody knows when it begins. */
export async function planSeasonOnDemand(
  tx: Tx,
  change: ExperimentChange,
): Promise<Result<void, 'experiment.dayInvalid' | 'experiment.milestonesFull'>> {
  const { experimentId } = change;
  const [days] = await tx
    .select({ startsOn: experiments.startsOn, endsOn: experiments.endsOn })
    .from(experiments)
    .where(eq(experiments.id, experimentId))
    .for('update');
  if (!days?.startsOn) return fail('experiment.dayInvalid');
  if ((await countMilestones(tx, change)) > 0) return fail('experiment.milestonesFull');
  const { startsOn, endsOn } = days;
  await planSeason(tx, { startsOn, endsOn: endsOn ?? addDays(startsOn, 240), ...change });
  return ok();
}

/** What each change of a milestone says. */
interface MilestoneChange extends ExperimentChange {
  readonly milestoneId: string;
}

/** [EX9] Gives a milestone another end, with its reason; the former day stays in its dated line. */
export async function slipMilestone(
  tx: Tx,
  { milestoneId, typed, ...change }: MilestoneChange & { typed: { to: string; reason: string } },
): Promise<Result<void, SlipRefusal | 'experiment.changedMeanwhile'>> {
  const milestone = await holdMilestone(tx, { milestoneId, ...change });
  if (!milestone) return fail('experiment.changedMeanwhile');
  const parsed = parseSlip(milestone, typed);
  if (!parsed.ok) return parsed;
  const { to, reason } = parsed.value;
  await tx
    .update(experimentMilestones)
    .set({ plannedTo: to })
    .where(eq(experimentMilestones.id, milestoneId));
  const { title, plannedTo: from } = milestone;
  await recordEvent(tx, change, 'milestone.slipped', { milestoneId, title, from, to, reason });
  return ok();
}

/** [EX8] Says on which days a milestone began and was reached; nothing takes it back. */
export async function setActual(
  tx: Tx,
  { milestoneId, actual, ...change }: MilestoneChange & { actual: Pick<Milestone, 'startedOn' | 'doneOn'> },
): Promise<Result<void, 'experiment.changedMeanwhile'>> {
  const milestone = await holdMilestone(tx, { milestoneId, ...change });
  if (!milestone) return fail('experiment.changedMeanwhile');
  const { startedOn, doneOn } = actual;
  await tx
    .update(experimentMilestones)
    .set({ startedOn, doneOn })
    .where(eq(experimentMilestones.id, milestoneId));
  const days = { startedOn: startedOn ?? '', doneOn: doneOn ?? '' };
  await recordEvent(tx, change, 'milestone.actual', { milestoneId, title: milestone.title, ...days });
  return ok();
}

/** [EX8] Takes a milestone off, or gives it back: nothing of it is lost. */
export async function removeMilestone(
  tx: Tx,
  { milestoneId, isBack, ...change }: MilestoneChange & { isBack: boolean },
): Promise<Result<void, 'experiment.changedMeanwhile'>> {
  const milestone = await holdMilestone(tx, { milestoneId, ...change }, isBack);
  if (!milestone) return fail('experiment.changedMeanwhile');
  const removedAt = isBack ? null : change.now;
  await tx.update(experimentMilestones).set({ removedAt }).where(eq(experimentMilestones.id, milestoneId));
  const { title } = milestone;
  await recordEvent(tx, change, isBack ? 'milestone.restored' : 'milestone.removed', { milestoneId, title });
  return ok();
}

/** The milestone of this experiment, held; null when it is gone. */
export async function holdMilestone(
  tx: Tx,
  { milestoneId, experimentId }: MilestoneChange,
  isRemoved = false,
): Promise<Milestone | null> {
  const [milestone] = await tx
    .select({ ...shown, removedAt: experimentMilestones.removedAt })
    .from(experimentMilestones)
    .where(and(eq(experimentMilestones.id, milestoneId), eq(experimentMilestones.experimentId, experimentId)))
    .for('update');
  return milestone && (milestone.removedAt !== null) === isRemoved ? milestone : null;
}
