import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { BOARD_EDIT, findIn, savedViewsOf } from '../board-doc.ts';
import { parseLine } from '../text.ts';
import { VIEW_QUERY_MAX } from './saved-view.ts';
import { newSavedView, writeViewName } from './saved-view-doc.ts';

/* Operations on the named views of a board; like those on cards, see card-operations.ts. */

type NameRefusal = 'board.titleEmpty' | 'board.titleTooLong';

/**
 * [B45] Gives the group a named view; `viewId` is new, `query` the query string of the board's address. Refused: name
 * empty or too long, more filters than an address can carry, an id that another view has.
 */
export function addSavedView(
  doc: Y.Doc,
  { viewId, name, query }: { readonly viewId: string; readonly name: string; readonly query: string },
): Result<void, NameRefusal | 'board.viewTooLong' | 'board.idTaken'> {
  const parsed = parseLine(name);
  if (!parsed.ok) return parsed;
  if (query.length > VIEW_QUERY_MAX) return fail('board.viewTooLong');
  if (savedViewsOf(doc).has(viewId)) return fail('board.idTaken');
  const view = newSavedView({ name: parsed.value, query });
  doc.transact(() => savedViewsOf(doc).set(viewId, view), BOARD_EDIT);
  return ok();
}

/** [B45] Gives a view another name. Refused: name empty or too long, no such view. */
export function renameSavedView(
  doc: Y.Doc,
  { viewId, name }: { readonly viewId: string; readonly name: string },
): Result<void, NameRefusal | 'board.viewNotFound'> {
  const parsed = parseLine(name);
  if (!parsed.ok) return parsed;
  const view = findIn(savedViewsOf(doc), viewId);
  if (view === null) return fail('board.viewNotFound');
  doc.transact(() => writeViewName(view, parsed.value), BOARD_EDIT);
  return ok();
}

/** [B45] Takes a view away; no card changes. Refused: no such view. */
export function removeSavedView(
  doc: Y.Doc,
  { viewId }: { readonly viewId: string },
): Result<void, 'board.viewNotFound'> {
  if (findIn(savedViewsOf(doc), viewId) === null) return fail('board.viewNotFound');
  doc.transact(() => savedViewsOf(doc).delete(viewId), BOARD_EDIT);
  return ok();
}
