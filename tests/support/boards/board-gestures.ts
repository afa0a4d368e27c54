import type * as Y from 'yjs';
import { changeCards, moveCards } from '#shared/boards/batch-operations.ts';
import { LABEL_COLOURS, MAIN_LIST } from '#shared/boards/board.ts';
import { readSlots } from '#shared/boards/board-doc.ts';
import { addCardFile, removeCardFile, setCardCover } from '#shared/boards/card/card-file-operations.ts';
import {
  addCard,
  archiveCard,
  moveCard,
  renameCard,
  restoreCard,
  setCardDescription,
} from '#shared/boards/card/card-operations.ts';
import {
  addChecklist,
  addChecklistItem,
  moveChecklistItem,
  removeChecklist,
  removeChecklistItem,
  renameChecklist,
  renameChecklistItem,
  toggleChecklistItem,
} from '#shared/boards/card/checklist-operations.ts';
import { duplicateCard } from '#shared/boards/card/duplicate-card.ts';
import type { CardProperties } from '#shared/boards/card/property/card-properties.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { addBlocker, addLink, removeBlocker, removeLink } from '#shared/boards/card/relation-operations.ts';
import { makeRepeats, setCardRepeat } from '#shared/boards/card/repeat-operations.ts';
import { leaveCard, receiveCard } from '#shared/boards/card/transfer-operations.ts';
import { addColumn, moveColumn, removeColumn, setColumn } from '#shared/boards/column-operations.ts';
import { FIELD_KINDS } from '#shared/boards/field/field.ts';
import {
  addField,
  addFieldOption,
  moveField,
  moveFieldOption,
  removeField,
  removeFieldOption,
  renameField,
  renameFieldOption,
  restoreField,
  restoreFieldOption,
  setCardField,
  setFieldOnFace,
} from '#shared/boards/field/field-operations.ts';
import { addLabel, removeLabel } from '#shared/boards/field/label-operations.ts';
import { moveCardInLane, setLaneValues } from '#shared/boards/lane-operations.ts';
import { addSavedView, removeSavedView, renameSavedView } from '#shared/boards/view/saved-view-operations.ts';
import type { Result } from '#shared/kernel/result.ts';
import { BORN } from './boards.ts';

/** Numbers and texts that chance gave to one gesture: they choose among what exists, on whichever replica. */
export interface Draw {
  readonly which: number;
  readonly other: number;
  readonly index: number;
  readonly yes: boolean;
  readonly text: string;
}

/** The ids that exist somewhere, archived and removed ones included: a peer that was away still uses them. */
export interface KnownIds {
  readonly cards: string[];
  readonly columns: string[];
  readonly labels: string[];
  readonly fields: string[];
  readonly options: string[];
  readonly views: string[];
}

type Gesture = (doc: Y.Doc, known: KnownIds, draw: Draw) => unknown;

/** One of these ids, or one that nobody has. */
export function oneOf(ids: readonly string[], draw: number): string {
  return ids[draw % Math.max(ids.length, 1)] ?? 'none';
}

/** Two peers never draw one new id, as ours are random; what a gesture made is known to all from then on. */
function made(ids: string[], kind: string, make: (id: string) => Result<unknown, string>): void {
  const id = `${kind}-${ids.length}`;
  if (make(id).ok) ids.push(id);
}

const day = (index: number) => `2023-03-${String(10 + (index % 20))}`;
const card = (known: KnownIds, { which }: Draw) => oneOf(known.cards, which);
const some = (known: KnownIds, { which, other, index }: Draw) =>
  [which, other, index].map((at) => oneOf(known.cards, at));
const column = (known: KnownIds, { other }: Draw) => oneOf(known.columns, other);
const step = (known: KnownIds, draw: Draw) => ({
  cardId: card(known, draw),
  itemId: `item-${draw.index % 4}`,
});

const field = (known: KnownIds, { other }: Draw) => oneOf(known.fields, other);
const option = (known: KnownIds, draw: Draw) => ({
  fieldId: field(known, draw),
  optionId: oneOf(known.options, draw.which),
});
/** The main list, or one of two others. */
const list = (known: KnownIds, draw: Draw) => ({
  cardId: card(known, draw),
  listId: [MAIN_LIST, 'list-1', 'list-2'][draw.other % 3] ?? MAIN_LIST,
});
const aFile = ({ index, other }: Draw) => {
  const width = other % 2 === 0 ? 320 : null;
  return {
    id: `file-${index % 4}`,
    name: 'plan',
    bytes: 9,
    kind: 'image' as const,
    width,
    height: width,
    at: BORN.createdAt.toISOString(),
  };
};

/**
 * Every operation on a board under its own name, with inputs that chance chose. An operation that is not here fails
 * `convergence.test.ts`: add a line, and it takes part in what is done, cut off and merged there.
 */
function someProperties(known: KnownIds, draw: Draw): Partial<CardProperties> {
  const { other, index, which, yes, text } = draw;
  const written: readonly Partial<CardProperties>[] = [
    { due: yes ? day(index) : null },
    { labels: yes ? [oneOf(known.labels, other), oneOf(known.labels, index)] : [] },
    { assignees: [text, `person-${other}`] },
    { organisations: yes ? [`city-${index}`, `city-${other}`] : [] },
    { start: yes ? day(index) : null, ...(other % 2 === 0 && { due: day(which) }) },
  ];
  return written[(other + which) % written.length] ?? {};
}

export const gestures: Readonly<Record<string, Gesture>> = {
  addCard: (doc, known, { other, index, text }) =>
    made(known.cards, 'card', (cardId) =>
      addCard(doc, { cardId, columnId: oneOf(known.columns, other), title: `x${text}`, index, ...BORN }),
    ),
  moveCard: (doc, known, draw) =>
    moveCard(doc, { cardId: card(known, draw), columnId: column(known, draw), index: draw.index }),
  renameCard: (doc, known, draw) => renameCard(doc, { cardId: card(known, draw), title: draw.text }),
  setCardDescription: (doc, known, draw) =>
    setCardDescription(doc, { cardId: card(known, draw), description: draw.text }),
  setCardProperties: (doc, known, draw) =>
    setCardProperties(doc, {
      cardId: card(known, draw),
      ...someProperties(known, draw),
    }),
  addCardFile: (doc, known, draw) => addCardFile(doc, { cardId: card(known, draw), file: aFile(draw) }),
  removeCardFile: (doc, known, draw) =>
    removeCardFile(doc, { cardId: card(known, draw), fileId: aFile(draw).id }),
  setCardCover: (doc, known, draw) =>
    setCardCover(doc, { cardId: card(known, draw), fileId: draw.yes ? aFile(draw).id : null }),
  archiveCard: (doc, known, draw) => archiveCard(doc, { cardId: card(known, draw) }),
  restoreCard: (doc, known, draw) => restoreCard(doc, { cardId: card(known, draw) }),

  duplicateCard: (doc, known, draw) =>
    made(known.cards, 'card', (copyId) =>
      duplicateCard(doc, { cardId: card(known, draw), copyId, title: `x${draw.text}`, ...BORN }),
    ),
  moveCards: (doc, known, draw) =>
    moveCards(doc, { cardIds: some(known, draw), columnId: column(known, draw), index: draw.index }),
  changeCards: (doc, known, draw) => {
    const changes = [
      { label: oneOf(known.labels, draw.other), isOn: draw.yes },
      { assignee: `person-${draw.other}`, isOn: draw.yes },
      { due: draw.yes ? day(draw.index) : null },
      { archived: true },
    ] as const;
    const change = changes[draw.index % changes.length] ?? changes[0];
    return changeCards(doc, { cardIds: some(known, draw), change });
  },

  addChecklist: (doc, known, draw) => addChecklist(doc, { ...list(known, draw), name: draw.text }),
  renameChecklist: (doc, known, draw) => renameChecklist(doc, { ...list(known, draw), name: draw.text }),
  removeChecklist: (doc, known, draw) => removeChecklist(doc, list(known, draw)),
  addChecklistItem: (doc, known, draw) =>
    addChecklistItem(doc, { ...step(known, draw), ...list(known, draw), text: draw.text }),
  moveChecklistItem: (doc, known, draw) =>
    moveChecklistItem(doc, { ...step(known, draw), ...list(known, draw), index: draw.index }),
  toggleChecklistItem: (doc, known, draw) =>
    toggleChecklistItem(doc, { ...step(known, draw), done: draw.yes }),
  renameChecklistItem: (doc, known, draw) =>
    renameChecklistItem(doc, { ...step(known, draw), text: draw.text }),
  removeChecklistItem: (doc, known, draw) => removeChecklistItem(doc, step(known, draw)),

  addColumn: (doc, known, { text }) =>
    made(known.columns, 'column', (columnId) => addColumn(doc, { columnId, name: `x${text}` })),
  moveColumn: (doc, known, draw) => moveColumn(doc, { columnId: column(known, draw), index: draw.index }),
  setColumn: (doc, known, draw) =>
    setColumn(doc, {
      columnId: column(known, draw),
      name: draw.text,
      limit: draw.yes ? draw.index : null,
      done: draw.yes,
      colour: LABEL_COLOURS[draw.index] ?? null,
    }),
  removeColumn: (doc, known, draw) => removeColumn(doc, { columnId: column(known, draw) }),

  setCardRepeat: (doc, known, draw) =>
    setCardRepeat(doc, {
      cardId: card(known, draw),
      repeat: draw.yes ? { every: 'week', next: day(draw.index) } : null,
      series: `series-${draw.which}`,
    }),
  makeRepeats: (doc, known, draw) => {
    makeRepeats(doc, { today: day(draw.index), ...BORN });
    for (const { id } of readSlots(doc)) if (!known.cards.includes(id)) known.cards.push(id);
  },
  receiveCard: (doc, known, draw) =>
    made(known.cards, 'card', (cardId) =>
      receiveCard(doc, {
        cardId,
        content: {
          title: `x${draw.text}`,
          description: draw.text,
          organisations: [],
          assignees: [],
          checklists: [],
        },
        labels: [],
        files: [aFile(draw)],
        cover: draw.yes ? aFile(draw).id : null,
        ...BORN,
      }),
    ),
  leaveCard: (doc, known, draw) =>
    leaveCard(doc, { cardId: card(known, draw), movedTo: { boardId: 'other', cardId: draw.text } }),

  addLabel: (doc, known, { text, index }) =>
    made(known.labels, 'label', (labelId) =>
      addLabel(doc, {
        labelId,
        name: `x${text}`,
        colour: LABEL_COLOURS[index % LABEL_COLOURS.length] ?? 'blue',
      }),
    ),
  removeLabel: (doc, known, { which }) => removeLabel(doc, { labelId: oneOf(known.labels, which) }),

  addField: (doc, known, { text, index }) =>
    made(known.fields, 'field', (fieldId) =>
      addField(doc, { fieldId, name: `x${text}`, kind: FIELD_KINDS[index % FIELD_KINDS.length] ?? 'choice' }),
    ),
  renameField: (doc, known, draw) => renameField(doc, { fieldId: field(known, draw), name: draw.text }),
  setFieldOnFace: (doc, known, draw) =>
    setFieldOnFace(doc, { fieldId: field(known, draw), onFace: draw.yes }),
  moveField: (doc, known, draw) => moveField(doc, { fieldId: field(known, draw), index: draw.index }),
  removeField: (doc, known, draw) => removeField(doc, { fieldId: field(known, draw) }),
  restoreField: (doc, known, draw) => restoreField(doc, { fieldId: field(known, draw) }),
  addFieldOption: (doc, known, draw) =>
    made(known.options, 'option', (optionId) =>
      addFieldOption(doc, { fieldId: field(known, draw), optionId, name: `x${draw.text}` }),
    ),
  renameFieldOption: (doc, known, draw) =>
    renameFieldOption(doc, { ...option(known, draw), name: draw.text }),
  moveFieldOption: (doc, known, draw) => moveFieldOption(doc, { ...option(known, draw), index: draw.index }),
  removeFieldOption: (doc, known, draw) => removeFieldOption(doc, option(known, draw)),
  restoreFieldOption: (doc, known, draw) => restoreFieldOption(doc, option(known, draw)),
  setCardField: (doc, known, draw) =>
    setCardField(doc, {
      cardId: card(known, draw),
      fieldId: field(known, draw),
      text: draw.yes ? oneOf(known.options, draw.index) : String(draw.index),
    }),

  moveCardInLane: (doc, known, draw) =>
    moveCardInLane(doc, {
      cardId: card(known, draw),
      columnId: column(known, draw),
      index: draw.index,
      by: draw.yes ? 'people' : 'labels',
      lane: draw.yes ? `person-${draw.index}` : oneOf(known.labels, draw.index),
    }),
  setLaneValues: (doc, known, draw) =>
    setLaneValues(doc, { cardId: card(known, draw), by: 'people', values: [`person-${draw.other}`] }),

  addSavedView: (doc, known, { text }) =>
    made(known.views, 'view', (viewId) =>
      addSavedView(doc, { viewId, name: `x${text}`, query: 'texte=port' }),
    ),
  renameSavedView: (doc, known, { which, text }) =>
    renameSavedView(doc, { viewId: oneOf(known.views, which), name: text }),
  removeSavedView: (doc, known, { which }) => removeSavedView(doc, { viewId: oneOf(known.views, which) }),

  addBlocker: (doc, known, draw) =>
    addBlocker(doc, { cardId: card(known, draw), blockerId: oneOf(known.cards, draw.other) }),
  removeBlocker: (doc, known, draw) =>
    removeBlocker(doc, { cardId: card(known, draw), blockerId: oneOf(known.cards, draw.other) }),
  addLink: (doc, known, draw) => addLink(doc, { cardId: card(known, draw), key: `document:${draw.other}` }),
  removeLink: (doc, known, draw) =>
    removeLink(doc, { cardId: card(known, draw), key: `document:${draw.other}` }),
};
