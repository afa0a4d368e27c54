import { loadLog } from '#db/boards/card/card-history.ts';
import type { RunSql } from '#db/kernel/client.ts';
import { loadOwners, loadPast, type PastPoint } from '#db/realtime/doc-updates.ts';
import type { CardEvent } from '#shared/boards/card/card-history.ts';
import type { DocumentComparison } from '#shared/documents/history/document-comparison.ts';
import type { Asking } from '../../kernel/lane/lane.ts';
import type { DocQuestions } from '../doc/doc-questions.ts';
import type { DocReaders } from '../doc/doc-readers.ts';
import type { DocWorkers } from '../doc/doc-workers.ts';

type ValueOf<F> = F extends (...given: never[]) => infer R ? R : never;

/** [R12] Rooms as they were, each piece of work in the turn of whoever asks; it ends with their request. */
export interface PastStates {
  /** What a registered reader makes of the room as it was at a point of its past; `seq` is the number of its last update then. */
  readPast<K extends keyof DocReaders>(
    room: string,
    reader: K,
    point: PastPoint,
    asking: Asking,
  ): Promise<{ seq: number; value: ValueOf<DocReaders[K]> }>;
  /** What a registered question is answered by the room as it was after update `seq`. */
  ask<K extends keyof DocQuestions>(
    room: string,
    question: K,
    input: Parameters<DocQuestions[K]>[1],
    seq: number,
    asking: Asking,
  ): Promise<ValueOf<DocQuestions[K]>>;
  /** What differs between the document up to update `from` and up to `to`, for readers; 0 is the document before its first. */
  compare(
    room: string,
    states: { readonly from: number; readonly to: number },
    asking: Asking,
  ): Promise<DocumentComparison>;
  /** [B32] What happened to a card of a board, in order, by the log and the register of whose clientIDs are whose. */
  cardHistory(room: string, cardId: string, asking: Asking): Promise<readonly CardEvent[]>;
}

/** A log of a hundred thousand rows is read in seconds; a page that waits longer says so. */
const PAST_MS = 15_000;

/** The updates of a room up to a number: merged, its state then. */
export async function loadParts(run: RunSql, room: string, seq: number): Promise<Uint8Array[]> {
  const { updates } = await loadPast(run, room, { seq });
  return updates.map(({ data }) => data);
}

/** Makes the reading of the past of live rooms: the whole log up to a point, read when its turn comes, in a worker, with a time limit. */
export function createPastStates({ run, workers }: { run: RunSql; workers: DocWorkers }): PastStates {
  return {
    readPast: (room, reader, point, asking) =>
      workers.turn('past', asking, async (worked) => {
        const { seq, updates } = await loadPast(run, room, point);
        const parts = updates.map(({ data }) => data);
        const { value } = await worked({ kind: 'read', reader, parts }, PAST_MS);
        // The worker ran the reader registered under this name: its value has that reader's type.
        return { seq, value: value as never };
      }),
    ask: (room, question, input, seq, asking) =>
      workers.turn('past', asking, async (worked) => {
        const parts = await loadParts(run, room, seq);
        const { value } = await worked({ kind: 'ask', question, input, parts }, PAST_MS);
        // The worker asked the question registered under this name: its answer has that question's type.
        return value as never;
      }),
    compare: (room, { from, to }, asking) =>
      workers.turn('past', asking, async (worked) => {
        const { updates } = await loadPast(run, room, { seq: to });
        const before = updates.filter(({ seq }) => seq <= from).length;
        return worked({ kind: 'compare', before, parts: updates.map(({ data }) => data) }, PAST_MS);
      }),
    cardHistory: (room, cardId, asking) =>
      workers.turn('past', asking, async (worked) => {
        const [log, owners] = await Promise.all([loadLog(run, room), loadOwners(run, room)]);
        return worked({ kind: 'cardHistory', log, owners, cardId }, PAST_MS);
      }),
  };
}
