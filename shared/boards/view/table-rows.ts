import type { Board, Card } from '../board.ts';
import { progressOf } from '../card/checklist-progress.ts';
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
interface Names {
  readonly people: ReadonlyMap<string, { readonly name: string }>;
  readonly organisations: ReadonlyMap<string, { readonly name: string }>;
  readonly labels: ReadonlyMap<string, { readonly name: string }>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

const { compare } = new Intl.Collator('fr', { numeric: true });

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
  return typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
}

function sortValueOf(
  { card, column }: CardRow,
  field: SortField,
  ranks: ReadonlyMap<string, number>,
  names: Names,
): SortValue {
  switch (field) {
    case 'title':
      return card.title || null;
    case 'column':
      return ranks.get(column.id) ?? null;
    case 'city':
      return listed(card.organisations, names.organisations);
    case 'people':
      return listed(card.assignees, names.people);
    case 'due':
      return card.due;
    case 'labels':
      return listed(card.labels, names.labels);
    case 'steps':
      return shareDone(card);
  }
}

function listed(ids: readonly string[], names: ReadonlyMap<string, { readonly name: string }>) {
  const known = ids.flatMap((id) => names.get(id)?.name ?? []);
  return known.length === 0 ? null : known.sort(compare).join(', ');
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
  const known = (ids: readonly string[], map: ReadonlyMap<string, unknown>) => {
    const found = ids.filter((id) => map.has(id));
    return found.length === 0 ? [null] : found;
  };
  switch (grouping) {
    case 'column':
      return [column.id];
    case 'city':
      return known(card.organisations, names.organisations);
    case 'people':
      return known(card.assignees, names.people);
    case 'due':
      return [column.done ? 'done' : urgencyOf(card.due, names.today)];
    case 'labels':
      return known(card.labels, names.labels);
  }
}

function orderOf(columns: Board['columns'], grouping: Grouping, names: Names): (string | null)[] {
  const byName = (map: ReadonlyMap<string, { readonly name: string }>) => [
    ...[...map].sort(([, a], [, b]) => compare(a.name, b.name)).map(([id]) => id),
    null,
  ];
  switch (grouping) {
    case 'column':
      return columns.map(({ id }) => id);
    case 'city':
      return byName(names.organisations);
    case 'people':
      return byName(names.people);
    case 'due':
      return [...URGENCIES, 'done'];
    case 'labels':
      return byName(names.labels);
  }
}
