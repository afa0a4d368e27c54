import { createHash } from 'node:crypto';
import type { ConversionTask } from './converter-process.ts';

/** Why a conversion gave nothing. */
export type ConversionFault = 'failed' | 'tooLong' | 'tooHeavy' | 'interrupted' | 'busy' | 'cancelled';

export class ConversionFailed extends Error {
  override readonly name = 'ConversionFailed';
  readonly fault: ConversionFault;

  constructor(fault: ConversionFault, options?: { cause: unknown }) {
    super(`a conversion ended: ${fault}`, options);
    this.fault = fault;
  }
}

/** So many are remembered, the last ones. */
const MOST = 500;

interface Failure {
  readonly fault: ConversionFault;
  /** By the clock of the process (`performance.now()`). */
  readonly until: number;
}

/** [X21] Contents that took all the time or memory that there is: for a while they are not tried again, since they would take it again. */
export class FailedBefore {
  readonly #forMs: number;
  readonly #failures = new Map<string, Failure>();

  constructor({ forMs }: { forMs: number }) {
    this.#forMs = forMs;
  }

  /** Why this failed a while ago; null when it did not. */
  faultOf(task: ConversionTask): ConversionFault | null {
    if (this.#failures.size === 0) return null;
    const key = keyOf(task);
    const failure = key === null ? undefined : this.#failures.get(key);
    return failure && failure.until > performance.now() ? failure.fault : null;
  }

  /** Remembers how a task ended, if it is a reason not to try again. */
  note(task: ConversionTask, fault: ConversionFault): void {
    const key = fault === 'tooLong' || fault === 'tooHeavy' ? keyOf(task) : null;
    if (key === null) return;
    this.#failures.delete(key);
    this.#failures.set(key, { fault, until: performance.now() + this.#forMs });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > MOST && oldest !== undefined) this.#failures.delete(oldest);
  }
}

/** What makes a task the same as another: its content. Null for what is made of a file that was read already. */
function keyOf(task: ConversionTask): string | null {
  if (task.kind === 'draft' || task.kind === 'content') return null;
  const hash = createHash('sha256').update(task.kind);
  if (task.kind === 'export') {
    const { blocks, threads, images } = task.source;
    hash.update(JSON.stringify([task.format, blocks, threads, Object.keys(images)]));
  } else if (task.kind === 'piece' || task.kind === 'merge') hash.update(JSON.stringify(task.given));
  else hash.update(task.bytes);
  return hash.digest('base64');
}
