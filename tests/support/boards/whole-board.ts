import type * as Y from 'yjs';
import { addCardFile, setCardCover } from '#shared/boards/card/card-file-operations.ts';
import { archiveCard, setCardDescription } from '#shared/boards/card/card-operations.ts';
import { addChecklistItem } from '#shared/boards/card/checklist-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { addBlocker, addLink } from '#shared/boards/card/relation-operations.ts';
import { setCardRepeat } from '#shared/boards/card/repeat-operations.ts';
import { setColumn } from '#shared/boards/column-operations.ts';
import {
  addField,
  addFieldOption,
  removeField,
  removeFieldOption,
  setCardField,
  setFieldOnFace,
} from '#shared/boards/field/field-operations.ts';
import { addSavedView } from '#shared/boards/view/saved-view-operations.ts';
import { boardWith } from './boards.ts';

/** A board with something in everything that it may have. */
export function wholeBoard(): Y.Doc {
  const doc = boardWith({ todo: ['a', 'b'], done: ['c'] });
  const cardId = 'a';
  setColumn(doc, { columnId: 'todo', colour: 'plum', limit: 5 });
  setCardDescription(doc, { cardId, description: 'Deux lignes\net « ceci »' });
  setCardProperties(doc, { cardId, start: '2023-03-14', due: '2023-03-20' });
  setCardProperties(doc, { cardId, labels: ['field', 'data'] });
  setCardProperties(doc, { cardId, assignees: ['nadia'] });
  setCardProperties(doc, { cardId, organisations: ['city'] });
  addChecklistItem(doc, { cardId, itemId: '1', text: 'Mesurer' });
  const file = {
    id: 'f',
    name: 'plan.png',
    bytes: 12,
    kind: 'image',
    width: 3,
    height: 2,
    at: null,
  } as const;
  addCardFile(doc, { cardId, file });
  setCardCover(doc, { cardId, fileId: 'f' });
  addBlocker(doc, { cardId, blockerId: 'b' });
  addLink(doc, { cardId, key: 'document:0197c1d2-aaaa-7bbb-8ccc-1234567890ab' });
  setCardRepeat(doc, { cardId, repeat: { every: 'month', next: '2023-04-30' }, series: 's' });
  for (const kind of ['text', 'number', 'date', 'choice', 'person', 'city'] as const)
    addField(doc, { fieldId: `f-${kind}`, name: `Champ ${kind}`, kind });
  setFieldOnFace(doc, { fieldId: 'f-number', onFace: true });
  for (const optionId of ['o1', 'o2']) addFieldOption(doc, { fieldId: 'f-choice', optionId, name: optionId });
  const held = {
    text: 'ici',
    number: '12,5',
    date: '2023-05-01',
    choice: 'o1',
    person: 'nadia',
    city: 'city',
  };
  for (const [kind, text] of Object.entries(held)) setCardField(doc, { cardId, fieldId: `f-${kind}`, text });
  removeFieldOption(doc, { fieldId: 'f-choice', optionId: 'o2' });
  addField(doc, { fieldId: 'gone', name: 'Ancien', kind: 'text' });
  removeField(doc, { fieldId: 'gone' });
  addSavedView(doc, {
    viewId: 'v',
    name: 'Terrain',
    query: 'champ.f-choice=o1&couloirs=champ.f-choice&etiquette=field',
  });
  archiveCard(doc, { cardId: 'b' });
  return doc;
}
