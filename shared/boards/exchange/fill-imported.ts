import type * as Y from 'yjs';
import { BOARD_EDIT } from '../board-doc.ts';
import { CARD } from '../card/card-doc.ts';
import { archiveCard } from '../card/card-operations.ts';
import { changeCard } from '../card/change-card.ts';
import { addBlocker, addLink } from '../card/relation-operations.ts';
import {
  addField,
  addFieldOption,
  removeField,
  removeFieldOption,
  setCardField,
  setFieldOnFace,
} from '../field/field-operations.ts';
import { fillBoard } from '../fill-board.ts';
import { addSavedView } from '../view/saved-view-operations.ts';
import type { ImportBeside } from './import-beside.ts';
import type { ImportContent } from './import-content.ts';

/** [B71] Writes an imported board into a new document: one transaction, in one person's name, at one moment. */
export function fillImported(
  doc: Y.Doc,
  { content, beside, archived }: Pick<ImportContent, 'content' | 'beside' | 'archived'>,
  born: { readonly createdAt: Date; readonly createdBy: string },
): void {
  doc.transact(() => {
    fillBoard(doc, content, born);
    fillBeside(doc, beside);
    for (const cardId of archived) archiveCard(doc, { cardId });
  }, BOARD_EDIT);
}

/** [B74] What stands beside the text of cards; what an operation refuses, a card that waits for itself through others, is left out. */
function fillBeside(doc: Y.Doc, { fields, views, cards }: ImportBeside): void {
  for (const { id: fieldId, name, kind, onFace, options } of fields) {
    addField(doc, { fieldId, name, kind });
    setFieldOnFace(doc, { fieldId, onFace });
    for (const option of options) {
      addFieldOption(doc, { fieldId, optionId: option.id, name: option.name });
      if (option.removed) removeFieldOption(doc, { fieldId, optionId: option.id });
    }
  }
  for (const { id: viewId, name, query } of views) addSavedView(doc, { viewId, name, query });
  for (const { cardId, blockedBy, links, held, repeat } of cards) {
    for (const blockerId of blockedBy) addBlocker(doc, { cardId, blockerId });
    for (const key of links) addLink(doc, { cardId, key });
    for (const value of held) setCardField(doc, { cardId, ...value });
    if (repeat) changeCard(doc, cardId, (card) => card.set(CARD.repeat, repeat));
  }
  for (const { id: fieldId, removed } of fields) if (removed) removeField(doc, { fieldId });
}
