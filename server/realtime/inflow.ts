import { LIMITS } from '#shared/realtime/realtime.ts';

/** A frame that has come is stored, or refused, or was nothing to store; a second time is nothing. */
export type Settle = () => void;

/** Leaves what comes of a connection on the other side of the line, until the returned function is called. */
type StopReading = () => () => void;

/**
 * [R15] What accounts have sent that is neither stored nor refused yet, each over all its rooms and connections. Of small frames a sum is
 * held, of large ones so many at once, from their first bytes on; whoever sends more is read later, and loses nothing.
 */
export class Inflow {
  #accounts = new Map<string, AccountInflow>();

  /** The part of one connection of this account. */
  line(userId: string, stopReading: StopReading): LineInflow {
    const account = this.#accounts.get(userId) ?? new AccountInflow(() => this.#accounts.delete(userId));
    this.#accounts.set(userId, account);
    return new LineInflow(account, stopReading);
  }
}

class AccountInflow {
  #lines = 0;
  #small = 0;
  #large = 0;
  #full = new Set<() => void>();
  #queue = new Set<() => void>();
  #onUnused: () => void;

  constructor(onUnused: () => void) {
    this.#onUnused = onUnused;
  }

  open(): void {
    this.#lines++;
  }

  close(): void {
    this.#lines--;
    this.#forget();
  }

  addSmall(bytes: number): void {
    this.#small += bytes;
  }

  endSmall(bytes: number): void {
    this.#small -= bytes;
    if (!this.isFull) {
      const waiting = [...this.#full];
      this.#full.clear();
      for (const readOn of waiting) readOn();
    }
    this.#forget();
  }

  get isFull(): boolean {
    return this.#small > LIMITS.accountBytes;
  }

  whenNotFull(readOn: () => void): void {
    this.#full.add(readOn);
  }

  /** Takes one of the places for large frames; false when none is free. */
  takePlace(): boolean {
    if (this.#large >= LIMITS.accountLargeFrames) return false;
    this.#large++;
    return true;
  }

  /** Gives a place back: whoever waits longest has it now. */
  endPlace(): void {
    this.#large--;
    const [next] = this.#queue;
    if (next && this.takePlace()) {
      this.#queue.delete(next);
      next();
    }
    this.#forget();
  }

  whenPlace(enter: () => void): void {
    this.#queue.add(enter);
  }

  leave(waiting: () => void): void {
    this.#queue.delete(waiting);
    this.#full.delete(waiting);
  }

  #forget(): void {
    if (this.#lines === 0 && this.#small === 0 && this.#large === 0) this.#onUnused();
  }
}

/** What comes by one connection. */
export class LineInflow {
  #account: AccountInflow;
  #stopReading: StopReading;
  /** Bytes of the frame that is on its way. */
  #coming = 0;
  #hasPlace = false;
  #waitsForPlace: (() => void) | null = null;
  #waitsForRoom: (() => void) | null = null;

  constructor(account: AccountInflow, stopReading: StopReading) {
    this.#account = account;
    this.#stopReading = stopReading;
    account.open();
  }

  /** Bytes have come of a frame that is not whole yet. */
  grow(bytes: number): void {
    this.#coming += bytes;
    if (this.#coming <= LIMITS.largeFrame || this.#hasPlace || this.#waitsForPlace) return;
    this.#hasPlace = this.#account.takePlace();
    if (this.#hasPlace) return;
    const readOn = this.#stopReading();
    this.#waitsForPlace = () => {
      this.#waitsForPlace = null;
      this.#hasPlace = true;
      readOn();
    };
    this.#account.whenPlace(this.#waitsForPlace);
  }

  /** A whole frame has come; it counts until it is settled. */
  take(bytes: number): Settle {
    this.#coming = 0;
    this.#endWaitForPlace();
    if (this.#hasPlace) {
      this.#hasPlace = false;
      return once(() => this.#account.endPlace());
    }
    this.#account.addSmall(bytes);
    if (this.#account.isFull && !this.#waitsForRoom) {
      const readOn = this.#stopReading();
      this.#waitsForRoom = () => {
        this.#waitsForRoom = null;
        readOn();
      };
      this.#account.whenNotFull(this.#waitsForRoom);
    }
    return once(() => this.#account.endSmall(bytes));
  }

  /** The connection has ended. What it brought still counts until it is settled. */
  close(): void {
    if (this.#waitsForPlace) this.#account.leave(this.#waitsForPlace);
    if (this.#waitsForRoom) this.#account.leave(this.#waitsForRoom);
    this.#waitsForPlace = null;
    this.#waitsForRoom = null;
    if (this.#hasPlace) this.#account.endPlace();
    this.#hasPlace = false;
    this.#account.close();
  }

  /** What was read already may still be handed over after reading was stopped: its frame is whole, and waits no more. */
  #endWaitForPlace(): void {
    const waiting = this.#waitsForPlace;
    if (!waiting) return;
    this.#account.leave(waiting);
    waiting();
    this.#hasPlace = false;
  }
}

function once(settle: Settle): Settle {
  let isSettled = false;
  return () => {
    if (isSettled) return;
    isSettled = true;
    settle();
  };
}
