import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { cardsOf, readBoard, readColumns } from '../board-doc.ts';
import { fitLine } from '../text.ts';
import { addCard, moveCard, renameCard } from './card-operations.ts';
import { addLink } from './relation-operations.ts';

type KeepRefusal = 'board.titleEmpty' | 'board.titleTooLong' | 'board.columnNotFound' | 'board.cardNotFound';

/**
 * [DA5] Makes the card of an action under the action's own id, at the end of the first column, with a link to its document; when it is
 * there, gives it this title. However often and by however many it is done, there is one card. A card that is gone is made again only
 * while `isNew`. A title that is too long is cut. Refused: no column, no such card, an empty title.
 */
export function keepActionCard(
  doc: Y.Doc,
  {
    link,
    isNew,
    ...card
  }: {
    readonly cardId: string;
    readonly title: string;
    /** `objectKey` of the document. */
    readonly link: string;
    readonly isNew: boolean;
    readonly createdAt: Date;
    readonly createdBy: string;
  },
): Result<void, KeepRefusal> {
  const { cardId } = card;
  const title = fitLine(card.title);
  if (!isNew || cardsOf(doc).has(cardId)) return renameCard(doc, { cardId, title });
  const added = addCard(doc, { ...card, title, columnId: readColumns(doc)[0]?.id ?? '' });
  // Another card has this id only when it is this one.
  if (!added.ok) return added.error === 'board.idTaken' ? ok() : fail(added.error);
  addLink(doc, { cardId, key: link });
  return ok();
}

/**
 * [DA8] Puts a card into the first column for what is finished, or for what is not; where it is right already it stays. Refused: no
 * such column, no such card.
 */
export function finishCard(
  doc: Y.Doc,
  { cardId, isDone }: { readonly cardId: string; readonly isDone: boolean },
): Result<void, 'board.columnNotFound' | 'board.cardNotFound'> {
  const { columns } = readBoard(doc);
  const here = columns.find(({ cards }) => cards.some(({ id }) => id === cardId));
  if (here?.done === isDone) return ok();
  const column = columns.find(({ done }) => done === isDone);
  return moveCard(doc, { cardId, columnId: column?.id ?? '' });
}
