/** Where a meeting that is held stands in its agenda. */
export interface Running {
  readonly currentItemId: string | null;
  readonly itemStartedAt: Date | null;
  /** Seconds that were spent on each item, the present one's last stretch left out. */
  readonly spent: Readonly<Record<string, number>>;
  /** Minutes that were added to items while they were treated. */
  readonly added: Readonly<Record<string, number>>;
}

export const NOT_RUNNING: Running = { currentItemId: null, itemStartedAt: null, spent: {}, added: {} };

/** Minutes of each push of the button. */
export const ADDED_MINUTES = 5;

/** [MR3] The seconds spent on an item so far. */
export function secondsOf(running: Running, itemId: string, now: Date): number {
  const before = running.spent[itemId] ?? 0;
  if (running.currentItemId !== itemId || !running.itemStartedAt) return before;
  return before + Math.max(0, Math.round((now.getTime() - running.itemStartedAt.getTime()) / 1000));
}

/** [MR3] Goes to another item, or to none: what was spent on the present one is kept, and coming back to it goes on counting. */
export function moveTo(running: Running, itemId: string | null, now: Date): Running {
  const { currentItemId } = running;
  const spent =
    currentItemId === null
      ? running.spent
      : { ...running.spent, [currentItemId]: secondsOf(running, currentItemId, now) };
  return { ...running, spent, currentItemId: itemId, itemStartedAt: itemId === null ? null : now };
}

/** [MR3] Gives an item five minutes more. */
export function addMinutes(running: Running, itemId: string): Running {
  const added = { ...running.added, [itemId]: (running.added[itemId] ?? 0) + ADDED_MINUTES };
  return { ...running, added };
}

/** Where an item stands on its time: how much was spent of how much, in whole minutes, and how much is left (negative: over). */
export function clockOf(
  running: Running,
  item: { readonly id: string; readonly minutes: number },
  now: Date,
) {
  const minutes = item.minutes + (running.added[item.id] ?? 0);
  const seconds = secondsOf(running, item.id, now);
  return { minutes, spent: Math.floor(seconds / 60), left: minutes - Math.floor(seconds / 60) };
}
