import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { EXPERIMENT_STATES, type ExperimentState } from '#shared/programme/experiment/experiment.ts';
import {
  checkStateChange,
  type ExperimentEvent,
  type StateRefusal,
} from '#shared/programme/experiment/state.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { type ExperimentChange, recordEvent } from './experiment-change.ts';
import { experimentMilestones } from './follow-up-schema.ts';
import { experimentEvents, experiments } from './schema.ts';

/**
 * [EX6] Changes the state of an experiment, and dates it. Refused: a state that does not follow, or that is the coordination's to give,
 * a reason that is missing or too long.
 */
export async function changeState(
  tx: Tx,
  {
    to,
    reason,
    isManager,
    ...change
  }: ExperimentChange & { to: ExperimentState; reason: string; isManager: boolean },
): Promise<Result<void, StateRefusal>> {
  const { experimentId } = change;
  const from = await holdState(tx, experimentId);
  const openMilestones = await countOpen(tx, experimentId);
  const checked = checkStateChange({ from, to, reason, openMilestones, isManager });
  if (!checked.ok) return checked;
  await tx.update(experiments).set({ state: to }).where(eq(experiments.id, experimentId));
  await recordEvent(tx, change, 'state.changed', { from, to, reason: checked.value });
  return ok();
}

/** Where it stands; two changes at once follow one another. */
async function holdState(tx: Tx, experimentId: string): Promise<ExperimentState> {
  const [row] = await tx
    .select({ state: experiments.state })
    .from(experiments)
    .where(eq(experiments.id, experimentId))
    .for('update');
  if (!row) throw new Error(`experiment ${experimentId} is not there`);
  return row.state;
}

async function countOpen(tx: Tx, experimentId: string): Promise<number> {
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

/** [EX7] Everything dated that happened to an experiment, in its order. */
export function listEvents(db: Db, experimentId: Readable<'experiment'>): Promise<ExperimentEvent[]> {
  return db
    .select({ kind: experimentEvents.kind, data: experimentEvents.data, at: experimentEvents.at })
    .from(experimentEvents)
    .where(eq(experimentEvents.experimentId, experimentId))
    .orderBy(asc(experimentEvents.at), asc(experimentEvents.rank));
}

const UNDO_MS = 24 * 3_600_000;

/** [EX6] Takes back one’s own last change of state, within a day, once: as one more dated line. */
export async function undoState(
  tx: Tx,
  change: ExperimentChange,
): Promise<Result<void, 'experiment.undoTooLate'>> {
  const { experimentId, userId, now } = change;
  const from = await holdState(tx, experimentId);
  const [last] = await tx
    .select({ data: experimentEvents.data, at: experimentEvents.at, actorId: experimentEvents.actorId })
    .from(experimentEvents)
    .where(and(eq(experimentEvents.experimentId, experimentId), eq(experimentEvents.kind, 'state.changed')))
    .orderBy(desc(experimentEvents.at), desc(experimentEvents.rank))
    .limit(1);
  const to = EXPERIMENT_STATES.find((state) => state === last?.data.from);
  const isOwn = last?.actorId === userId && now.getTime() - last.at.getTime() < UNDO_MS;
  if (!to || !isOwn || last.data.undoes) return fail('experiment.undoTooLate');
  await tx.update(experiments).set({ state: to }).where(eq(experiments.id, experimentId));
  await recordEvent(tx, change, 'state.changed', { from, to, reason: '', undoes: 'yes' });
  return ok();
}
