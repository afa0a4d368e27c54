import type { DayProperty, Told } from './property/card-properties.ts';

/** What happened to a card, with the names of columns and cards as they were then; people, labels and objects by id. */
export type CardChange =
  | { readonly what: 'created'; readonly to: string }
  | { readonly what: 'moved'; readonly from: string; readonly to: string }
  | { readonly what: 'renamed'; readonly from: string; readonly to: string }
  | { readonly what: 'described' | 'archived' | 'restored' | 'commented' }
  | PropertyChange
  | { readonly what: 'linked' | 'unlinked'; readonly id: string }
  /** The title of the other card. */
  | { readonly what: 'blocked' | 'unblocked'; readonly to: string }
  /** The name of the file. */
  | { readonly what: 'attached' | 'detached'; readonly to: string };

/** What happened to one of its properties: a day, `YYYY-MM-DD`, or one of a set. */
export type PropertyChange =
  | { readonly what: DayProperty; readonly to: string | null }
  | { readonly what: Told; readonly id: string };

/** A change, when, and by which account; null when nothing says who. */
export type CardEvent = CardChange & { readonly at: string; readonly by: string | null };

/** One page of what happened, the newest first. */
export interface HistoryPage {
  readonly events: readonly CardEvent[];
  /** How many older ones there are. */
  readonly left: number;
}

/** How many events a page of the history has. */
export const HISTORY_PAGE = 20;
/** Words that one person writes within so long are one change. */
const TOGETHER_MS = 10 * 60_000;

/**
 * [B32] A page of a card's history: the newest first, after `skip` of them; what several sources say is put in one order, and a text
 * that one person went on writing is told once, at its end.
 */
export function historyPage(sources: readonly (readonly CardEvent[])[], skip: number): HistoryPage {
  const inOrder = sources.flat().sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const told: CardEvent[] = [];
  for (const event of inOrder) {
    const last = told.at(-1);
    if (last && isContinued(last, event)) {
      told.pop();
      told.push(last.what === 'renamed' && event.what === 'renamed' ? { ...event, from: last.from } : event);
    } else told.push(event);
  }
  const newestFirst = told.reverse();
  const end = skip + HISTORY_PAGE;
  return { events: newestFirst.slice(skip, end), left: Math.max(0, newestFirst.length - end) };
}

function isContinued(last: CardEvent, next: CardEvent): boolean {
  if (last.what !== next.what || last.by !== next.by) return false;
  if (next.what !== 'described' && next.what !== 'renamed') return false;
  return Date.parse(next.at) - Date.parse(last.at) < TOGETHER_MS;
}
