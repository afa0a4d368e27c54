import type * as Y from 'yjs';
import { BOARD_EDIT } from '../board-doc.ts';
import { archiveCard } from '../card/card-operations.ts';
import { fillBoard } from '../fill-board.ts';
import type { ImportContent } from './import-content.ts';

/** [B71] Writes an imported board into a new document: one transaction, in one person's name, at one moment. */
export function fillImported(
  doc: Y.Doc,
  { content, archived }: Pick<ImportContent, 'content' | 'archived'>,
  born: { readonly createdAt: Date; readonly createdBy: string },
): void {
  doc.transact(() => {
    fillBoard(doc, content, born);
    for (const cardId of archived) archiveCard(doc, { cardId });
  }, BOARD_EDIT);
}
