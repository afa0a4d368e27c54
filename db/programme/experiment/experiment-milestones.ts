import { and, eq, isNull } from 'drizzle-orm';
import { addDays } from '#shared/kernel/day/days.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ExperimentError } from '#shared/programme/experiment/experiment-errors.ts';
import { experimentMilestone as words } from '#shared/programme/experiment/experiment-milestone.fr.ts';
import {
  byDays,
  MILESTONES_MAX,
  type Milestone,
  milestonesOfSeason,
  parseActual,
  parseMilestone,
  parseSlip,
} from '#shared/programme/experiment/milestone.ts';
import type { Db } from '../../kernel/client.ts';
import { changing, type ExperimentChange, type ExperimentRefusal, recordEvent } from './experiment-change.ts';
import { experimentMilestones } from './follow-up-schema.ts';

type Answer<T = void> = Promise<Result<T, ExperimentRefusal | ExperimentError>>;

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

/** [EX8] The milestones of an experiment, in their order. The caller has checked the right. */
export async function listMilestones(db: Db, experimentId: string): Promise<Milestone[]> {
  const rows = await db
    .select(shown)
    .from(experimentMilestones)
    .where(and(eq(experimentMilestones.experimentId, experimentId), isNull(experimentMilestones.removedAt)));
  return rows.sort(byDays);
}

/** [EX8] Plans a milestone. Refused: who may not, a title, days, too many. */
export function addMilestone(
  db: Db,
  { typed, ...change }: ExperimentChange & { typed: { title: string; from: string; to: string } },
): Answer<{ id: string }> {
  const parsed = parseMilestone(typed);
  return changing(db, change, 'experiment.write', async (tx): Answer<{ id: string }> => {
    if (!parsed.ok) return parsed;
    if ((await listMilestones(tx, change.experimentId)).length >= MILESTONES_MAX)
      return fail('experiment.milestonesFull');
    return ok({ id: await insertMilestone(tx, change, parsed.value) });
  });
}

async function insertMilestone(
  tx: Db,
  change: ExperimentChange,
  planned: { title: string; plannedFrom: string; plannedTo: string },
): Promise<string> {
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
  return id;
}

/** [EX10] Plans the steps of the season between these days. The caller has checked the right. */
export async function planSeason(
  tx: Db,
  { startsOn, endsOn, ...change }: ExperimentChange & { startsOn: string; endsOn: string },
): Promise<void> {
  for (const { step, ...days } of milestonesOfSeason(startsOn, endsOn))
    await insertMilestone(tx, change, { title: words.steps[step], ...days });
}

/** [EX10] The same on demand, while there is no milestone. */
export function planSeasonOnDemand(
  db: Db,
  { startsOn, endsOn, ...change }: ExperimentChange & { startsOn: string | null; endsOn: string | null },
): Answer {
  return changing(db, change, 'experiment.write', async (tx): Answer => {
    if (!startsOn) return fail('experiment.dayInvalid');
    if ((await listMilestones(tx, change.experimentId)).length > 0) return fail('experiment.milestonesFull');
    await planSeason(tx, { startsOn, endsOn: endsOn ?? addDays(startsOn, 240), ...change });
    return ok();
  });
}

/** [EX9] Gives a milestone another end, with its reason; the former day stays in its dated line. Refused: days, no reason. */
export function slipMilestone(
  db: Db,
  {
    milestoneId,
    typed,
    ...change
  }: ExperimentChange & { milestoneId: string; typed: { to: string; reason: string } },
): Answer {
  return onMilestone(db, { milestoneId, ...change }, async (tx, milestone) => {
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
  });
}

/** [EX8] Says on which days a milestone began and was reached; nothing takes it back. Refused: days, days to come. */
export function setActual(
  db: Db,
  {
    milestoneId,
    typed,
    ...change
  }: ExperimentChange & { milestoneId: string; typed: { startedOn: string; doneOn: string } },
): Answer {
  return onMilestone(db, { milestoneId, ...change }, async (tx, { title }) => {
    const parsed = parseActual(typed, parisDay(change.now));
    if (!parsed.ok) return parsed;
    const { startedOn, doneOn } = parsed.value;
    await tx
      .update(experimentMilestones)
      .set({ startedOn, doneOn })
      .where(eq(experimentMilestones.id, milestoneId));
    const days = { startedOn: startedOn ?? '', doneOn: doneOn ?? '' };
    await recordEvent(tx, change, 'milestone.actual', { milestoneId, title, ...days });
    return ok();
  });
}

/** [EX8] Takes a milestone off, or gives it back: nothing of it is lost. */
export function removeMilestone(
  db: Db,
  { milestoneId, isBack, ...change }: ExperimentChange & { milestoneId: string; isBack: boolean },
): Answer {
  return onMilestone(
    db,
    { milestoneId, ...change },
    async (tx, { title }) => {
      const removedAt = isBack ? null : change.now;
      await tx
        .update(experimentMilestones)
        .set({ removedAt })
        .where(eq(experimentMilestones.id, milestoneId));
      await recordEvent(tx, change, isBack ? 'milestone.restored' : 'milestone.removed', {
        milestoneId,
        title,
      });
      return ok();
    },
    isBack,
  );
}

function onMilestone(
  db: Db,
  { milestoneId, ...change }: ExperimentChange & { milestoneId: string },
  run: (tx: Db, milestone: Milestone) => Answer,
  isRemoved = false,
): Answer {
  return changing(db, change, 'experiment.write', async (tx): Answer => {
    const [milestone] = await tx
      .select({ ...shown, removedAt: experimentMilestones.removedAt })
      .from(experimentMilestones)
      .where(
        and(
          eq(experimentMilestones.id, milestoneId),
          eq(experimentMilestones.experimentId, change.experimentId),
        ),
      )
      .for('update');
    if (!milestone || (milestone.removedAt !== null) !== isRemoved)
      return fail('experiment.changedMeanwhile');
    return run(tx, milestone);
  });
}
