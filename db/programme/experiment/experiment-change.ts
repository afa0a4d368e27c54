import type { Tx } from '../../kernel/transaction.ts';
import type { Asker } from './experiment-rights.ts';
import { experimentEvents } from './schema.ts';

/** What each change of an experiment says. */
export interface ExperimentChange extends Asker {
  readonly experimentId: string;
  readonly newId: () => string;
}

/** [EX7] Keeps what happened, dated. */
export async function recordEvent(
  tx: Tx,
  { experimentId, userId, now, newId }: ExperimentChange,
  kind: string,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  await tx
    .insert(experimentEvents)
    .values({ id: newId(), experimentId, kind, data, actorId: userId, at: now });
}
