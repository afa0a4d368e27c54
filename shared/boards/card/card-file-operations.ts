import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { CardFile } from '../board.ts';
import { BOARD_EDIT, cardsOf, findIn, readBoard } from '../board-doc.ts';
import { takesFile } from '../file-limit.ts';
import { CARD, writeField } from './card-doc.ts';
import { deleteFile, findFile, putFile } from './card-files-doc.ts';

interface FileRef {
  readonly cardId: string;
  readonly fileId: string;
}

type NotFound = 'board.cardNotFound' | 'board.fileNotFound';

/**
 * [B53] Hangs a file that the server has received on a card; the same file again changes nothing. Refused: no such card, a board
 * at its limit [B55].
 */
export function addCardFile(
  doc: Y.Doc,
  { cardId, file }: { readonly cardId: string; readonly file: CardFile },
): Result<void, 'board.cardNotFound' | 'board.filesFull'> {
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  if (findFile(card, file.id) !== null) return ok();
  if (!takesFile(readBoard(doc))) return fail('board.filesFull');
  doc.transact(() => putFile(card, file), BOARD_EDIT);
  return ok();
}

/** [B53] Takes a file from a card; its cover goes with it. Refused: no such card or file. */
export function removeCardFile(doc: Y.Doc, { cardId, fileId }: FileRef): Result<void, NotFound> {
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  if (findFile(card, fileId) === null) return fail('board.fileNotFound');
  doc.transact(() => {
    deleteFile(card, fileId);
    if (card.get(CARD.cover) === fileId) card.delete(CARD.cover);
  }, BOARD_EDIT);
  return ok();
}

/** [B54] Makes a picture among a card's files its cover, null taking the cover away. Refused: no such card or file, no picture. */
export function setCardCover(
  doc: Y.Doc,
  { cardId, fileId }: { readonly cardId: string; readonly fileId: string | null },
): Result<void, NotFound | 'board.coverNotImage'> {
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  const file = fileId === null ? null : findFile(card, fileId);
  if (fileId !== null && file === null) return fail('board.fileNotFound');
  if (file && file.width === null) return fail('board.coverNotImage');
  doc.transact(() => writeField(card, CARD.cover, fileId), BOARD_EDIT);
  return ok();
}
