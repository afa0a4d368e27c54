import { inFrench } from '../../kernel/text/order.ts';
import type { Board, Card } from '../board.ts';
import { progressOf } from '../card/checklist-progress.ts';
import { CARD_PROPERTIES, isDay, type MembersOf, propertyIn } from '../card/property/card-properties.ts';
import { URGENCIES, urgencyOf } from '../task/urgency.ts';
import type { Grouping, SortField, TableSettings } from './layout-address.ts';

/** A card of the list, and the column in which it stands. */
export interface CardRow {
  readonly kind: 'card';
  /** Once in the list, even where a card stands in two groups. */
  readonly key: string;
  readonly card: Card;
  readonly column: ColumnOfRow;
}

interface ColumnOfRow {
  readonly id: string;
  readonly name: string;
  readonly done: boolean;
}

/** The head of a group: the id of what its cards share, an urgency for due days, null for those that have nothing. */
export interface GroupRow {
  readonly kind: 'group';
  readonly key: string;
  readonly value: string | null;
  readonly count: number;
}
export type TableRow = CardRow | GroupRow;

/** What the list calls things by; an id that is not there (somebody who left) counts as nameless. */
interface Names extends Readonly<Record<MembersOf, ReadonlyMap<string, { readonly name: string }>>> {
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * [B62] The rows of the list: the cards of these columns, sorted, and in groups when asked. Equal cards keep the order of
 * the board, cards without the value stand last whichever the direction, and a card of two people stands under each.
 */
export function tableRows(
  columns: Board['columns'],
  { sort, grouping }: Pick<TableSettings, 'sort' | 'grouping'>,
  names: Names,
): TableRow[] {
  const rows = columns.flatMap(({ cards, ...column }) =>
    cards.map((card): CardRow => ({ kind: 'card', key: card.id, card, column })),
  );
  const sorted = sort ? sortRows(rows, columns, sort, names) : rows;
  return grouping ? groupRows(sorted, columns, grouping, names) : sorted;
}

type SortValue = string | number | null;

function sortRows(
  rows: readonly CardRow[],
  columns: Board['columns'],
  { field, isDescending }: NonNullable<TableSettings['sort']>,
  names: Names,
): CardRow[] {
  const ranks = new Map(columns.map(({ id }, rank) => [id, rank]));
  const values = new Map(rows.map((row) => [row, sortValueOf(row, field, ranks, names)]));
  const direction = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [values.get(a) ?? null, values.get(b) ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * compareValues(left, right);
  });
}

function compareValues(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : inFrench(String(a), String(b));
}

function sortValueOf(
  { card, column }: CardRow,
  field: SortField,
  ranks: ReadonlyMap<string, number>,
  names: Names,
): SortValue {
  if (field === 'title') return card.title || null;
  if (field === 'column') return ranks.get(column.id) ?? null;
  const key = propertyIn(field);
  if (!key) return shareDone(card);
  return isDay(key) ? card[key] : listed(card[key], names[CARD_PROPERTIES[key].of]);
}

function listed(ids: readonly string[], names: ReadonlyMap<string, { readonly name: string }>) {
  const known = ids.flatMap((id) => names.get(id)?.name ?? []);
  return known.length === 0 ? null : known.sort(inFrench).join(', ');
}

function shareDone(card: Card): number | null {
  const { done, total } = progressOf(card);
  return total === 0 ? null : done / total;
}

/** The groups in their own order, each with its cards as they come; a group without cards is not shown. */
function groupRows(
  rows: readonly CardRow[],
  columns: Board['columns'],
  grouping: Grouping,
  names: Names,
): TableRow[] {
  const members = new Map<string | null, CardRow[]>();
  for (const row of rows) {
    for (const value of groupsOf(row, grouping, names)) {
      const known = members.get(value);
      if (known) known.push(row);
      else members.set(value, [row]);
    }
  }
  return orderOf(columns, grouping, names).flatMap((value): TableRow[] => {
    const group = members.get(value);
    if (!group) return [];
    const key = value ?? '';
    return [
      { kind: 'group', key: `group:${key}`, value, count: group.length },
      ...group.map((row) => ({ ...row, key: `${key}/${row.card.id}` })),
    ];
  });
}

function groupsOf({ card, column }: CardRow, grouping: Grouping, names: Names): (string | null)[] {
  const key = propertyIn(grouping);
  if (!key) return [column.id];
  if (isDay(key)) return [column.done ? 'done' : urgencyOf(card[key], names.today)];
  const known = names[CARD_PROPERTIES[key].of];
  const found = card[key].filter((id) => known.has(id));
  return found.length === 0 ? [null] : found;
}

function orderOf(columns: Board['columns'], grouping: Grouping, names: Names): (string | null)[] {
  const key = propertyIn(grouping);
  if (!key) return columns.map(({ id }) => id);
  if (isDay(key)) return [...URGENCIES, 'done'];
  const named = [...names[CARD_PROPERTIES[key].of]].sort(([, a], [, b]) => inFrench(a.name, b.name));
  return [...named.map(([id]) => id), null];
}
