import * as Y from 'yjs';
import { writeField } from '../card/card-doc.ts';
import type { Line } from '../text.ts';
import { type SavedView, VIEW_QUERY_MAX } from './saved-view.ts';

/* A named view in the document: a Y.Map in the root map `views`, under its id. */
const VIEW = { name: 'name', query: 'query' } as const;

/** A view as it is stored, to be put into the map of views. */
export function newSavedView({
  name,
  query,
}: {
  readonly name: Line;
  readonly query: string;
}): Y.Map<unknown> {
  return new Y.Map<unknown>([
    [VIEW.name, name],
    [VIEW.query, query],
  ]);
}

/** Gives a view another name. */
export function writeViewName(map: Y.Map<unknown>, name: Line): void {
  writeField(map, VIEW.name, name);
}

/** What a stored view says; a query that does not read is the whole board. Total. */
export function readSavedView(id: string, map: Y.Map<unknown>): SavedView {
  const name = map.get(VIEW.name);
  const query = map.get(VIEW.query);
  const isRead = typeof query === 'string' && query.length <= VIEW_QUERY_MAX;
  return { id, name: typeof name === 'string' ? name : '', query: isRead ? query : '' };
}
