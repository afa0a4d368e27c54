import { TookTooLong } from './doc/doc-lane.ts';

const TOO_LONG_AGAIN_MS = 30_000;

/** What the server itself does in a room: operations one after the other, readings once for each state. */
export class RoomWork {
  #turn: Promise<unknown> = Promise.resolve();
  #readings = new Map<string, { seq: number; value: Promise<unknown> }>();

  /** Runs one piece of work after the other: an operation sees what the one before it has stored. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** What a reader made, or is making, of the state `seq`; null when nobody asked yet. */
  kept<T>(reader: string, seq: number): Promise<{ seq: number; value: T }> | null {
    const kept = this.#readings.get(reader);
    // Kept under the reader's name, so what comes back is what this reader gave.
    return kept?.seq === seq ? kept.value.then((value) => ({ seq, value: value as T })) : null;
  }

  /** What a reader makes of the state `seq`, read at most once for each state. */
  async readOnce<T>(reader: string, seq: number, read: () => Promise<T>): Promise<{ seq: number; value: T }> {
    const kept = this.kept<T>(reader, seq);
    if (kept) return kept;
    const value = read();
    this.#readings.set(reader, { seq, value });
    value.catch((error: unknown) => {
      // What took too long would take too long again: for a while, whoever asks next need not wait to hear so.
      const forget = () => this.#readings.delete(reader);
      if (error instanceof TookTooLong) setTimeout(forget, TOO_LONG_AGAIN_MS).unref();
      else forget();
    });
    return { seq, value: await value };
  }
}
