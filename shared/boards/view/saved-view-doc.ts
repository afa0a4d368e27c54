import * as Y from 'yjs';
import { writeField } from '../card/card-doc.ts';
import { type SavedView, VIEW_QUERY_MAX } from './saved-view.ts';

/* A named view in the document: a Y.Map in the root map `views`, under its id. */
const VIEW = { name: 'name', query: 'query' } as const;

/** A view as it is stored, to be put into the map of views. The name was parsed by the caller. */
export function newSavedView({ name, query }: Omit<SavedView, 'id'>): Y.Map<unknown> {
  return new Y.Map<unknown>([
    [VIEW.name, name],
    [VIEW.query, query],
  ]);
}

/** Writes what changes of a view; what is absent stays. The name was parsed by the caller. */
export function writeSavedView(
  map: Y.Map<unknown>,
  { name, query }: { readonly name?: string; readonly query?: string },
): void {
  if (name !== undefined) writeField(map, VIEW.name, name);
  if (query !== undefined) writeField(map, VIEW.query, query);
}

/** What a stored view says; a query that does not read is the whole board. Total. */
export function readSavedView(id: string, map: Y.Map<unknown>): SavedView {
  const name = map.get(VIEW.name);
  const query = map.get(VIEW.query);
  const isRead = typeof query === 'string' && query.length <= VIEW_QUERY_MAX;
  return { id, name: typeof name === 'string' ? name : '', query: isRead ? query : '' };
}
