import * as Y from 'yjs';
import { type Column, LABEL_COLOURS, type LabelColour } from './board.ts';
import { type Ordered, readOrder } from './order.ts';
import type { Line } from './text.ts';

/* A column in the document: a Y.Map in the root map `columns`, under its id. `done`, `limit` and `colour` may be absent. */
export const COLUMN = {
  name: 'name',
  order: 'order',
  done: 'done',
  limit: 'limit',
  colour: 'colour',
} as const;

export interface NewColumn {
  readonly name: string;
  readonly done?: boolean;
  readonly limit?: number | null;
  readonly colour?: LabelColour | null;
}

/** A column as it is stored, to be put into the map of columns. */
export function newColumn(
  { name, done, limit, colour }: NewColumn & { readonly name: Line },
  order: string,
): Y.Map<unknown> {
  const entries: [string, string | boolean | number][] = [
    [COLUMN.name, name],
    [COLUMN.order, order],
  ];
  if (done) entries.push([COLUMN.done, true]);
  if (limit) entries.push([COLUMN.limit, limit]);
  if (colour) entries.push([COLUMN.colour, colour]);
  return new Y.Map<unknown>(entries);
}

/** A column without its cards, with its key among the others. */
export type StoredColumn = Omit<Column, 'cards'> & Ordered;

/** What a stored column says; what does not read has its default. Total. */
export function readColumn(id: string, map: Y.Map<unknown>): StoredColumn {
  const name = map.get(COLUMN.name);
  const limit = map.get(COLUMN.limit);
  const colour = map.get(COLUMN.colour);
  return {
    id,
    name: typeof name === 'string' ? name : '',
    order: readOrder(map.get(COLUMN.order)),
    done: map.get(COLUMN.done) === true,
    limit: typeof limit === 'number' && Number.isSafeInteger(limit) && limit > 0 ? limit : null,
    colour: LABEL_COLOURS.find((known) => known === colour) ?? null,
  };
}
