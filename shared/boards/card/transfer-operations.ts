import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Card, Label } from '../board.ts';
import { BOARD_EDIT, cardsOf, findIn, readBoard, readColumns } from '../board-doc.ts';
import { addLabel } from '../field/label-operations.ts';
import { type CardContent, writeCard } from '../fill-board.ts';
import { CARD, writeField } from './card-doc.ts';
import { putFile } from './card-files-doc.ts';
import { type CardProperties, NO_PROPERTIES } from './property/card-properties.ts';

/** What a card takes along to another board; the rest stays on the archived card that it leaves behind. */
export interface CardToReceive {
  /** New. */
  readonly cardId: string;
  readonly content: Pick<CardContent, 'title' | 'description' | 'text' | 'checklists'> &
    Partial<Omit<CardProperties, 'labels'>>;
  /** Under new ids: a label of the same name that the board has already is taken in its place. */
  readonly labels: readonly Label[];
  /** Files that the register knows as the other board's, and which of them is the cover. */
  readonly files: Card['files'];
  readonly cover: Card['cover'];
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** [B26] Takes a card that comes from another board, at the end of the first column. Refused: no column, an id that is taken. */
export function receiveCard(
  doc: Y.Doc,
  { cardId, content, labels, files, cover, ...born }: CardToReceive,
): Result<void, 'board.columnNotFound' | 'board.idTaken'> {
  const [first] = readColumns(doc);
  if (!first) return fail('board.columnNotFound');
  if (cardsOf(doc).has(cardId)) return fail('board.idTaken');
  const known = readBoard(doc).labels;
  doc.transact(() => {
    const ids = labels.map(({ id, name, colour }) => {
      const own = known.find((label) => label.name === name);
      return own ? own.id : addLabel(doc, { labelId: id, name, colour }).ok ? id : null;
    });
    const kept = ids.filter((id) => id !== null);
    writeCard(doc, { ...NO_PROPERTIES, ...content, id: cardId, columnId: first.id, labels: kept }, born);
    const card = findIn(cardsOf(doc), cardId);
    if (!card) return;
    for (const file of files) putFile(card, file);
    if (files.some(({ id }) => id === cover)) writeField(card, CARD.cover, cover);
  }, BOARD_EDIT);
  return ok();
}

/** [B26] Archives a card that has gone to another board, and says where. Refused: no such card. */
export function leaveCard(
  doc: Y.Doc,
  { cardId, movedTo }: { readonly cardId: string; readonly movedTo: { boardId: string; cardId: string } },
): Result<void, 'board.cardNotFound'> {
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  doc.transact(() => {
    writeField(card, CARD.archived, true);
    card.set(CARD.movedTo, movedTo);
  }, BOARD_EDIT);
  return ok();
}
