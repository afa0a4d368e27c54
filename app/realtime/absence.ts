import * as Y from 'yjs';

/** What the end of a time without connection brought. */
export interface Returned {
  /** Changes of this device that the server did not have, and has now. */
  readonly sent: number;
  /** Changes of others that this page did not have. */
  readonly received: number;
}

/** Counts what goes and comes at the end of a time without connection. No clock, no socket. */
export interface Absence {
  /** Looks at each change of state. `delivered`: changes that the server has of this device, all along. */
  look(now: { readonly isAway: boolean; readonly isSettled: boolean; readonly delivered: number }): void;
  /** An absence begins, or goes on. */
  begin(delivered: number): void;
  /** Something came from the server. */
  came(transaction: Y.Transaction): void;
  /** What the last absence ended with; null before its end, and when nothing went or came. */
  readonly returned: Returned | null;
}

export function createAbsence(): Absence {
  let deliveredBefore: number | null = null;
  let received = 0;
  let returned: Returned | null = null;
  const begin = (delivered: number) => {
    if (deliveredBefore !== null) return;
    deliveredBefore = delivered;
    received = 0;
    returned = null;
  };
  return {
    begin,
    look({ isAway, isSettled, delivered }) {
      if (isAway) begin(delivered);
      if (isAway || !isSettled || deliveredBefore === null) return;
      const sent = delivered - deliveredBefore;
      deliveredBefore = null;
      if (sent + received > 0) returned = { sent, received };
    },
    came(transaction) {
      if (deliveredBefore !== null) received += countChanges(transaction);
    },
    get returned() {
      return returned;
    },
  };
}

/**
 * How many changes a transaction brought. The server sends what was missed as one: nobody's gestures are in it, only what
 * they left. A letter is one, as it is for its writer; so is a value (the place of a card, a date), an element, and each of
 * them that was removed. What stands inside something new, or inside something removed, goes with it.
 */
export function countChanges({ doc, beforeState, afterState, deleteSet }: Y.Transaction): number {
  const isNew = ({ id }: Y.Item) => id.clock >= (beforeState.get(id.client) ?? 0);
  let count = 0;
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (end <= start || !structs) continue;
    for (const struct of structs.slice(Y.findIndexSS(structs, start))) {
      if (struct instanceof Y.Item && !struct.deleted) count += weightOf(struct, isNew);
    }
  }
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      for (const struct of structs.slice(Y.findIndexSS(structs, clock))) {
        if (struct.id.clock >= clock + len) break;
        // A value that was replaced is no removal: its successor was counted.
        if (!(struct instanceof Y.Item) || isNew(struct) || struct.parentSub !== null) continue;
        count += weightOf(struct, (parent) => parent.deleted);
      }
    }
  }
  return count;
}

/** `isCounted` says whether the element around an item was counted already, with all that it holds. */
function weightOf({ content, parent }: Y.Item, isCounted: (parent: Y.Item) => boolean): number {
  const around = parent instanceof Y.AbstractType ? parent._item : null;
  if (content instanceof Y.ContentString) return isRemoved(around) ? 0 : content.str.length;
  // Bold begins and ends: the end is not another change.
  if (content instanceof Y.ContentFormat) return content.value === null ? 0 : 1;
  if (content instanceof Y.ContentDeleted) return 0;
  return around && isCounted(around) ? 0 : 1;
}

function isRemoved(item: Y.Item | null): boolean {
  return item?.deleted ?? false;
}
