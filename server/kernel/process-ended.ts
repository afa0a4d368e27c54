/** A process of ours that ended of itself. [SC12] What it wrote as it did may hold a piece of what it worked on: whether its memory was full is all that is kept. */
export class ProcessEnded extends Error {
  override readonly name = 'ProcessEnded';
  readonly code: number | 'HEAP_FULL' | null;
  readonly signal: NodeJS.Signals | null;

  constructor(code: number | null, signal: NodeJS.Signals | null, wrote: string) {
    super('a process ended');
    this.code = /heap out of memory/i.test(wrote) ? 'HEAP_FULL' : code;
    this.signal = signal;
  }

  get isFull(): boolean {
    return this.code === 'HEAP_FULL';
  }
}
