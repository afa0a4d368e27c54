/** In whose name heavy work is done: an account, or the server itself for one purpose. A stranger asks for none. */
export type Asker = { readonly account: string } | { readonly server: string };

/** Asks in the name of an account. */
export const inNameOf = (account: string) => ({ by: { account } }) as const;

/** Who asks for a piece of heavy work, and whether they still wait for it. */
export interface Asking {
  readonly by: Asker;
  /** Aborted when whoever asked is gone: what waits is not begun. */
  readonly signal?: AbortSignal | undefined;
  /** Hears how many of one's own pieces are still before this one. */
  readonly onPlace?: ((before: number) => void) | undefined;
  /** Waits behind however many: for work whose number is bounded elsewhere. */
  readonly isPatient?: boolean;
}

/** As much of one asker waits as may: they are told to come back. */
export class LaneFull extends Error {
  override readonly name = 'LaneFull';
}

/** Whoever asked is gone. */
export class AskerGone extends Error {
  override readonly name = 'AskerGone';
}

interface Limits {
  /** Pieces of one asker that wait behind the one that runs. */
  readonly waiting: number;
  /** Pieces that run at once, each of another asker; no bound when whatever they use has one of its own. */
  readonly atOnce?: number;
}

interface Piece {
  readonly begin: () => void;
  readonly refuse: (error: Error) => void;
  readonly onPlace: Asking['onPlace'];
}

/** What one asker has in a lane. */
interface Turn {
  isRunning: boolean;
  readonly waiting: Piece[];
}

/**
 * [R12] Shares heavy work among those who ask for it: one piece of each runs at a time, a few wait behind it, and askers take turns. Whoever
 * comes waits for at most one piece of each other asker.
 */
export class Lane {
  readonly #waiting: number;
  readonly #atOnce: number;
  readonly #turns = new Map<string, Turn>();
  /** Askers whose next piece may begin, in order: whoever had one goes behind those who wait. */
  readonly #next = new Set<string>();
  #running = 0;
  #closed: Error | null = null;

  constructor({ waiting, atOnce = Number.POSITIVE_INFINITY }: Limits) {
    this.#waiting = waiting;
    this.#atOnce = atOnce;
  }

  /**
   * Does a piece of work when it is its turn.
   * @throws {LaneFull} when too much of the same asker waits.
   * @throws {AskerGone} when they left before it began.
   */
  async run<T>(asking: Asking, work: () => Promise<T>): Promise<T> {
    const name = nameOf(asking.by);
    await this.#turn(name, asking);
    try {
      return await work();
    } finally {
      this.#leave(name);
    }
  }

  /** Would this asker be refused now? */
  isFull(by: Asker): boolean {
    return (this.#turns.get(nameOf(by))?.waiting.length ?? 0) >= this.#waiting;
  }

  /** Refuses whatever waits or comes; what runs ends by itself. */
  close(error: Error): void {
    this.#closed = error;
    for (const { waiting } of this.#turns.values())
      for (const piece of waiting.splice(0)) piece.refuse(error);
    this.#next.clear();
  }

  #turn(name: string, { by, signal, onPlace, isPatient }: Asking): Promise<void> {
    if (this.#closed) return Promise.reject(this.#closed);
    if (signal?.aborted) return Promise.reject(new AskerGone());
    if (!isPatient && this.isFull(by)) return Promise.reject(new LaneFull());
    const turn = this.#turns.get(name) ?? { isRunning: false, waiting: [] };
    this.#turns.set(name, turn);
    return new Promise<void>((resolve, reject) => {
      const settled = (settle: () => void) => {
        signal?.removeEventListener('abort', leave);
        settle();
      };
      const piece: Piece = {
        begin: () => settled(resolve),
        refuse: (error) => settled(() => reject(error)),
        onPlace,
      };
      const leave = () => {
        turn.waiting.splice(turn.waiting.indexOf(piece), 1);
        tellPlaces(turn);
        this.#forgetIdle(name, turn);
        piece.refuse(new AskerGone());
      };
      signal?.addEventListener('abort', leave, { once: true });
      turn.waiting.push(piece);
      if (!turn.isRunning) this.#next.add(name);
      this.#begin();
      const at = turn.waiting.indexOf(piece);
      if (at >= 0) onPlace?.(before(turn, at));
    });
  }

  #begin(): void {
    for (const name of this.#next) {
      if (this.#running >= this.#atOnce) return;
      this.#next.delete(name);
      const turn = this.#turns.get(name);
      const piece = turn?.waiting.shift();
      if (!turn || !piece) continue;
      turn.isRunning = true;
      this.#running++;
      piece.begin();
      tellPlaces(turn);
    }
  }

  #leave(name: string): void {
    this.#running--;
    const turn = this.#turns.get(name);
    if (turn) {
      turn.isRunning = false;
      if (turn.waiting.length > 0) this.#next.add(name);
      this.#forgetIdle(name, turn);
    }
    this.#begin();
  }

  #forgetIdle(name: string, { isRunning, waiting }: Turn): void {
    if (waiting.length > 0) return;
    this.#next.delete(name);
    if (!isRunning) this.#turns.delete(name);
  }
}

function nameOf(by: Asker): string {
  return 'account' in by ? `account ${by.account}` : `server ${by.server}`;
}

function before({ isRunning }: Turn, at: number): number {
  return at + (isRunning ? 1 : 0);
}

function tellPlaces(turn: Turn): void {
  for (const [at, { onPlace }] of turn.waiting.entries()) onPlace?.(before(turn, at));
}
