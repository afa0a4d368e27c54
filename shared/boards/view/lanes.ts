import type { Card, Column } from '../board.ts';
import { NOBODY } from '../card/card-filter.ts';
import { CARD_PROPERTIES, type MembersOf, SETS, type SetProperty } from '../card/property/card-properties.ts';
import { heldIn } from '../field/field.ts';

/*
 * Lanes cut every column across, by what cards hold: people, cities, labels, or a field of the board.
 *
 * [B43] A card stands in exactly one lane. With one value it stands in the lane of that value, with none in « Sans… »,
 * and with several in « Plusieurs… »: were it shown in the lane of each, it would be counted and moved twice; were it
 * shown in the first, the others would look as if they had nothing to do.
 */

/** What lanes are made by: one of the sets of a card, or a field of the board. */
export type LaneBy = MembersOf | `field:${string}`;

/** The lane of cards that hold several values; `NOBODY` is that of cards that hold none. */
export const SEVERAL = 'plusieurs';

const FIELD = 'field:';

/** The field that lanes are made by, or null when it is a set. */
export function fieldOfLanes(by: LaneBy): string | null {
  return by.startsWith(FIELD) ? by.slice(FIELD.length) : null;
}

/** The property that lanes are made by, or undefined when it is a field. */
export function setOfLanes(by: LaneBy): SetProperty | undefined {
  return SETS.find((key) => CARD_PROPERTIES[key].of === by);
}

/** Everything that decides the lane of a card. */
export function laneValues(card: Card, by: LaneBy): readonly string[] {
  const property = setOfLanes(by);
  if (property) return card[property];
  const value = heldIn(card, by.slice(FIELD.length));
  return value === null ? [] : [String(value)];
}

/** [B43] The one lane of a card: a value, `NOBODY` or `SEVERAL`. */
export function laneOf(card: Card, by: LaneBy): string {
  const [first, second] = laneValues(card, by);
  if (first === undefined) return NOBODY;
  return second === undefined ? first : SEVERAL;
}

/** A lane: the columns of the board, each with the cards that stand in both. */
export interface Lane {
  /** A value, `NOBODY`, `SEVERAL`, or `WHOLE` for a board without lanes. */
  readonly id: string;
  readonly columns: readonly Column[];
  readonly count: number;
}

/** The only lane of a board that has none. */
export const WHOLE = '';

/**
 * [B43] The lanes of these columns: first those of `values`, in that order, the ones of `kept` even when they are empty;
 * then values that nobody knows any more, « Plusieurs… » and « Sans… », when they hold a card. One lane at least: where
 * cards can be added. Linear in the cards.
 */
export function lanesOf(
  columns: readonly Column[],
  by: LaneBy,
  { values, kept }: { readonly values: readonly string[]; readonly kept: boolean },
): Lane[] {
  const cells = new Map<string, Card[][]>(values.map((value) => [value, columns.map(() => [])]));
  for (const [at, { cards }] of columns.entries()) {
    for (const card of cards) {
      const id = laneOf(card, by);
      let lane = cells.get(id);
      if (!lane) {
        lane = columns.map(() => []);
        cells.set(id, lane);
      }
      lane[at]?.push(card);
    }
  }
  const last = [SEVERAL, NOBODY];
  const ids = [...cells.keys()].filter((id) => !last.includes(id));
  const known = new Set(values);
  const lanes = [...ids, ...last].map((id) => laneWith(id, columns, cells.get(id)));
  const shown = lanes.filter(({ id, count }) => count > 0 || (kept && known.has(id)));
  return shown.length > 0 ? shown : [laneWith(NOBODY, columns)];
}

function laneWith(id: string, columns: readonly Column[], cells: readonly Card[][] = []): Lane {
  return {
    id,
    columns: columns.map((column, at) => ({ ...column, cards: cells[at] ?? [] })),
    count: cells.reduce((sum, { length }) => sum + length, 0),
  };
}
