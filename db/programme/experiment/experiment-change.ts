import { fail, type Result } from '#shared/kernel/result.ts';
import {
  canInExperiment,
  type ExperimentAction,
  type ExperimentRole,
} from '#shared/programme/experiment/experiment-access.ts';
import type { Db } from '../../kernel/client.ts';
import { type Asker, findExperimentRole } from './experiment-rights.ts';
import { experimentEvents } from './schema.ts';

/** What each change of an experiment says. */
export interface ExperimentChange extends Asker {
  readonly experimentId: string;
  readonly newId: () => string;
}

export type ExperimentRefusal = 'access.notFound' | 'access.forbidden';

/** [EX2] Runs a change in one transaction, for whoever may. Refused: 'access.notFound', 'access.forbidden', what `run` refuses. */
export function changing<T, E extends string>(
  db: Db,
  { experimentId, userId, now }: ExperimentChange,
  action: ExperimentAction,
  run: (tx: Db, role: ExperimentRole) => Promise<Result<T, E>>,
): Promise<Result<T, E | ExperimentRefusal>> {
  return db.transaction(async (tx): Promise<Result<T, E | ExperimentRefusal>> => {
    const role = await findExperimentRole(tx, { experimentId, userId, now });
    if (!role) return fail('access.notFound');
    if (!canInExperiment(role, action)) return fail('access.forbidden');
    return run(tx, role);
  });
}

/** [EX7] Keeps what happened, dated. */
export async function recordEvent(
  tx: Db,
  { experimentId, userId, now, newId }: ExperimentChange,
  kind: string,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  await tx
    .insert(experimentEvents)
    .values({ id: newId(), experimentId, kind, data, actorId: userId, at: now });
}
