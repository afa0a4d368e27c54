import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { EXPERIMENT_STATES, type ExperimentState } from '#shared/programme/experiment/experiment.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import type { ExperimentError } from '#shared/programme/experiment/experiment-errors.ts';
import {
  checkStateChange,
  type ExperimentEvent,
  isManagersStep,
} from '#shared/programme/experiment/state.ts';
import type { Db } from '../../kernel/client.ts';
import { changing, recordEvent } from './experiment-change.ts';
import { type Asker, findExperimentRole } from './experiment-rights.ts';
import { experimentMilestones } from './follow-up-schema.ts';
import { experimentEvents, experiments } from './schema.ts';

/** A change of state; `eventId` is new. */
interface StateChange extends Asker {
  readonly experimentId: string;
  readonly to: ExperimentState;
  readonly reason: string;
  readonly eventId: string;
}

/**
 * [EX6] Changes the state of an experiment, and dates it. Refused: 'access.notFound', 'access.forbidden', 'experiment.stateOthers'
 * (the coordination's), a state that does not follow, a reason that is missing or too long.
 */
export function changeState(
  db: Db,
  { experimentId, to, reason, eventId, ...asker }: StateChange,
): Promise<Result<{ from: ExperimentState }, 'access.notFound' | 'access.forbidden' | ExperimentError>> {
  return db.transaction(async (tx) => {
    const role = await findExperimentRole(tx, { experimentId, ...asker });
    if (!canInExperiment(role, 'experiment.read')) return fail('access.notFound');
    if (!canInExperiment(role, 'experiment.write')) return fail('access.forbidden');
    const [row] = await tx
      .select({ state: experiments.state })
      .from(experiments)
      .where(eq(experiments.id, experimentId))
      .for('update');
    if (!row) return fail('access.notFound');
    const from = row.state;
    const checked = checkStateChange({ from, to, reason, openMilestones: await countOpen(tx, experimentId) });
    if (!checked.ok) return checked;
    if (isManagersStep(from, to) && !canInExperiment(role, 'experiment.manage'))
      return fail('experiment.stateOthers');
    await tx.update(experiments).set({ state: to }).where(eq(experiments.id, experimentId));
    await tx.insert(experimentEvents).values({
      id: eventId,
      experimentId,
      kind: 'state.changed',
      data: { from, to, reason: checked.value },
      actorId: asker.userId,
      at: asker.now,
    });
    return ok({ from });
  });
}

async function countOpen(tx: Db, experimentId: string): Promise<number> {
  const [open] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(experimentMilestones)
    .where(
      and(
        eq(experimentMilestones.experimentId, experimentId),
        isNull(experimentMilestones.doneOn),
        isNull(experimentMilestones.removedAt),
      ),
    );
  return open?.count ?? 0;
}

/** [EX7] Everything dated that happened to an experiment, in its order. The caller has checked the right. */
export function listEvents(db: Db, experimentId: string): Promise<ExperimentEvent[]> {
  return db
    .select({ kind: experimentEvents.kind, data: experimentEvents.data, at: experimentEvents.at })
    .from(experimentEvents)
    .where(eq(experimentEvents.experimentId, experimentId))
    .orderBy(asc(experimentEvents.at), asc(experimentEvents.rank));
}

const UNDO_MS = 24 * 3_600_000;

/** [EX6] Takes back one’s own last change of state, within a day, once: as one more dated line. Refused: 'experiment.undoTooLate'. */
export function undoState(
  db: Db,
  { experimentId, eventId, userId, now }: Asker & { experimentId: string; eventId: string },
): Promise<Result<void, 'access.notFound' | 'access.forbidden' | ExperimentError>> {
  const change = { experimentId, userId, now, newId: () => eventId };
  return changing(db, change, 'experiment.write', async (tx): Promise<Result<void, ExperimentError>> => {
    const [row] = await tx
      .select({ state: experiments.state })
      .from(experiments)
      .where(eq(experiments.id, experimentId))
      .for('update');
    const [last] = await tx
      .select({ data: experimentEvents.data, at: experimentEvents.at, actorId: experimentEvents.actorId })
      .from(experimentEvents)
      .where(and(eq(experimentEvents.experimentId, experimentId), eq(experimentEvents.kind, 'state.changed')))
      .orderBy(desc(experimentEvents.at), desc(experimentEvents.rank))
      .limit(1);
    const to = EXPERIMENT_STATES.find((state) => state === last?.data.from);
    const isOwn = last?.actorId === userId && now.getTime() - last.at.getTime() < UNDO_MS;
    if (!row || !to || !isOwn || last.data.undoes) return fail('experiment.undoTooLate');
    await tx.update(experiments).set({ state: to }).where(eq(experiments.id, experimentId));
    await recordEvent(tx, change, 'state.changed', { from: row.state, to, reason: '', undoes: 'yes' });
    return ok();
  });
}
