import type * as Y from 'yjs';
import type { BoardError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { readBoard } from '../board-doc.ts';
import { setCardCover } from './card-file-operations.ts';
import { archiveCard, moveCard, renameCard, restoreCard, setCardDescription } from './card-operations.ts';
import type { PropertyEdit } from './property/card-properties.ts';
import { setCardProperties } from './property/property-operations.ts';

/** What a script may change of a card at once; what is absent stays. */
export interface CardEdit extends PropertyEdit {
  readonly cardId: string;
  readonly columnId?: string | undefined;
  /** Place among the other cards of the column, the end when absent. */
  readonly index?: number | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** One of its files, a picture. */
  readonly cover?: string | null | undefined;
  readonly archived?: boolean | undefined;
}

/**
 * Several changes of one card by the same operations as a person's gestures. The first refusal is the answer; the server
 * then throws the whole copy away, so that a script's edit happens as a whole or not at all.
 */
export function editCard(doc: Y.Doc, edit: CardEdit): Result<void, BoardError> {
  const { cardId, columnId, index, title, description, cover, archived, ...properties } = edit;
  const steps: (() => Result<unknown, BoardError>)[] = [];
  if (title !== undefined) steps.push(() => renameCard(doc, { cardId, title }));
  if (description !== undefined) steps.push(() => setCardDescription(doc, { cardId, description }));
  if (Object.keys(properties).length > 0) steps.push(() => setCardProperties(doc, { cardId, ...properties }));
  if (cover !== undefined) steps.push(() => setCardCover(doc, { cardId, fileId: cover }));
  if (archived !== undefined) steps.push(() => (archived ? archiveCard : restoreCard)(doc, { cardId }));
  if (columnId !== undefined || index !== undefined) steps.push(() => place(doc, edit));
  for (const step of steps) {
    const result = step();
    if (!result.ok) return result;
  }
  return ok();
}

/** An index alone moves the card inside its column. */
function place(doc: Y.Doc, { cardId, columnId, index }: CardEdit): Result<unknown, BoardError> {
  const current = readBoard(doc)
    .columns.flatMap(({ cards }) => cards)
    .find(({ id }) => id === cardId);
  return moveCard(doc, {
    cardId,
    columnId: columnId ?? current?.columnId ?? '',
    ...(index === undefined ? {} : { index }),
  });
}
