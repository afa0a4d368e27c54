import type { Board, Card } from '../board.ts';
import { daysUntil } from '../card/due.ts';
import type { Span } from './calendar.ts';

/** A card, and the column in which it stands. */
export interface PlacedCard {
  readonly card: Card;
  readonly column: { readonly id: string; readonly name: string; readonly done: boolean };
}

/** The cards of these columns on their days. */
export interface Schedule {
  /** By due day, `YYYY-MM-DD`, in the order of the board. */
  readonly byDay: ReadonlyMap<string, readonly PlacedCard[]>;
  readonly undated: readonly PlacedCard[];
}

/** [B64] Each card once: on its due day, or among those without one. */
export function scheduleOf(columns: Board['columns']): Schedule {
  const byDay = new Map<string, PlacedCard[]>();
  const undated: PlacedCard[] = [];
  for (const placed of placedCards(columns)) {
    const { due } = placed.card;
    if (due === null) undated.push(placed);
    else add(byDay, due, placed);
  }
  return { byDay, undated };
}

/** A card over the days that it takes. */
export interface PlacedBar extends PlacedCard {
  readonly span: Span;
}

/** What lies outside of a period: how many cards, and the day of the nearest. */
interface Outside {
  readonly count: number;
  readonly day: string;
}

export interface Timeline {
  /** The cards that touch the period, by their first day, then their last, then as on the board. */
  readonly bars: readonly PlacedBar[];
  readonly before: Outside | null;
  readonly after: Outside | null;
  readonly undated: readonly PlacedCard[];
}

/** [B65] The cards of these columns over a period, and what of them lies before and after it. */
export function timelineOf(columns: Board['columns'], { first, last }: Span): Timeline {
  const undated: PlacedCard[] = [];
  const bars: PlacedBar[] = [];
  let [before, after]: [Outside | null, Outside | null] = [null, null];
  for (const placed of placedCards(columns)) {
    const span = spanOf(placed.card);
    if (span === null) undated.push(placed);
    else if (span.last < first) before = further(before, span.last, (day, known) => day > known);
    else if (span.first > last) after = further(after, span.first, (day, known) => day < known);
    else bars.push({ ...placed, span });
  }
  bars.sort((a, b) => order(a.span.first, b.span.first) || order(a.span.last, b.span.last));
  return { bars, before, after, undated };
}

/** The days that a card takes, from its start to its due day, both included; one day when it has only one; null without any. */
export function spanOf({ start, due }: Card): Span | null {
  const [first, last] = [start ?? due, due ?? start];
  return first === null || last === null ? null : { first, last };
}

/** Where the days that a card takes lie in the period, in hundredths; what lies outside is cut. */
export function shareOf(taken: Span, { first, last }: Span): { left: number; width: number } {
  const days = daysUntil(last, first) + 1;
  const start = Math.max(0, daysUntil(taken.first, first));
  const end = Math.min(days, daysUntil(taken.last, first) + 1);
  return { left: (100 * start) / days, width: (100 * (end - start)) / days };
}

function placedCards(columns: Board['columns']): PlacedCard[] {
  return columns.flatMap(({ cards, ...column }) => cards.map((card) => ({ card, column })));
}

function add(byDay: Map<string, PlacedCard[]>, day: string, placed: PlacedCard): void {
  const known = byDay.get(day);
  if (known) known.push(placed);
  else byDay.set(day, [placed]);
}

function further(known: Outside | null, day: string, isNearer: (day: string, known: string) => boolean) {
  if (!known) return { count: 1, day };
  return { count: known.count + 1, day: isNearer(day, known.day) ? day : known.day };
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
