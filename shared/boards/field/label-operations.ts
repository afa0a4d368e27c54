import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { BOARD_EDIT, findIn, labelsOf } from '../board-doc.ts';
import { parseLine } from '../text.ts';
import { type NewLabel, newLabel } from './label-doc.ts';

/** Adds a label to a board; `labelId` is new. Refused: name empty or too long, an id that another label has. */
export function addLabel(
  doc: Y.Doc,
  { labelId, ...label }: NewLabel & { readonly labelId: string },
): Result<void, 'board.titleEmpty' | 'board.titleTooLong' | 'board.idTaken'> {
  const name = parseLine(label.name);
  if (!name.ok) return name;
  if (labelsOf(doc).has(labelId)) return fail('board.idTaken');
  doc.transact(() => labelsOf(doc).set(labelId, newLabel({ ...label, name: name.value })), BOARD_EDIT);
  return ok();
}

/** [B19] Takes a label away from the board, and thereby from its cards. Refused: no such label. */
export function removeLabel(
  doc: Y.Doc,
  { labelId }: { readonly labelId: string },
): Result<void, 'board.labelNotFound'> {
  if (findIn(labelsOf(doc), labelId) === null) return fail('board.labelNotFound');
  doc.transact(() => labelsOf(doc).delete(labelId), BOARD_EDIT);
  return ok();
}
