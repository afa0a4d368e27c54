import { SYNC } from '#shared/realtime/realtime.ts';

/** Which local changes the server has in its database: the arithmetic under « Enregistré ». No clock, no socket. */
export interface Ledger {
  /**
   * Changes of earlier visits, found on this device, that no server had acknowledged. They are in the document by now: when
   * a device is slow to answer, the server may have them already.
   */
  carry(changes: number): void;
  changeMade(): void;
  /** Opened or lost: what the former connection had sent without acknowledgement will be sent again in a step 2. */
  connectionChanged(): void;
  /** A sync message left: `step` is one of `SYNC`. */
  messageSent(step: number): void;
  /** The server has this many sync messages of this connection in its database. */
  acknowledged(messages: number): void;
  /** Everything this page holds is in the server's database, as far as this connection may know. */
  readonly isSettled: boolean;
  /** Sync messages of this connection that wait for their acknowledgement. */
  readonly waiting: number;
  /** Local changes so far in this page. */
  readonly made: number;
  /** … of which the server has this many. */
  readonly stored: number;
  /** … of which it does not have this many. */
  readonly unstored: number;
  /** Changes that the server has of this device: this page's, and those of earlier visits that it brought. */
  readonly delivered: number;
  /** Changes that the server does not have, those of earlier visits included. */
  readonly pending: number;
}

export function createLedger(): Ledger {
  let made = 0;
  let stored = 0;
  let carried = 0;
  let broughtEarlier = 0;
  let acknowledged = 0;
  let hasAnswered = false;
  /** For each message that waits: the local changes that are in the database once it is. */
  let marks: number[] = [];
  const isSettled = () => hasAnswered && marks.length === 0;
  const settle = () => {
    if (!isSettled()) return;
    broughtEarlier += carried;
    carried = 0;
  };
  return {
    carry(changes) {
      carried = changes;
      settle();
    },
    changeMade() {
      made += 1;
    },
    connectionChanged() {
      acknowledged = 0;
      hasAnswered = false;
      marks = [];
    },
    messageSent(step) {
      if (step === SYNC.step2) hasAnswered = true;
      // Before our step 2, an update says nothing of the changes made while there was no connection.
      marks.push(hasAnswered ? made : 0);
    },
    acknowledged(messages) {
      const done = marks.splice(0, messages - acknowledged);
      acknowledged = Math.max(acknowledged, messages);
      stored = Math.max(stored, ...done);
      settle();
    },
    get isSettled() {
      return isSettled();
    },
    get waiting() {
      return marks.length;
    },
    get made() {
      return made;
    },
    get stored() {
      return stored;
    },
    get delivered() {
      return broughtEarlier + stored;
    },
    get unstored() {
      return made - stored;
    },
    get pending() {
      return carried + made - stored;
    },
  };
}
