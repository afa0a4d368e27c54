import type * as Y from 'yjs';
import { changeCards, moveCards } from '#shared/board/batch-operations.ts';
import { LABEL_COLOURS } from '#shared/board/board.ts';
import {
  addCard,
  archiveCard,
  moveCard,
  renameCard,
  restoreCard,
  setCardAssignees,
  setCardDescription,
  setCardDue,
  setCardLabels,
  setCardOrganisation,
} from '#shared/board/card-operations.ts';
import {
  addChecklistItem,
  removeChecklistItem,
  renameChecklistItem,
  toggleChecklistItem,
} from '#shared/board/checklist-operations.ts';
import { addColumn, moveColumn, removeColumn, setColumn } from '#shared/board/column-operations.ts';
import { duplicateCard } from '#shared/board/duplicate-card.ts';
import { addLabel, removeLabel } from '#shared/board/label-operations.ts';
import type { Result } from '#shared/result.ts';
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

/**
 * Every operation on a board under its own name, with inputs that chance chose. An operation that is not here fails
 * `convergence.test.ts`: add a line, and it takes part in what is done, cut off and merged there.
 */
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
  setCardDue: (doc, known, draw) =>
    setCardDue(doc, { cardId: card(known, draw), due: draw.yes ? day(draw.index) : null }),
  setCardLabels: (doc, known, draw) =>
    setCardLabels(doc, {
      cardId: card(known, draw),
      labels: draw.yes ? [oneOf(known.labels, draw.other), oneOf(known.labels, draw.index)] : [],
    }),
  setCardAssignees: (doc, known, draw) =>
    setCardAssignees(doc, { cardId: card(known, draw), assignees: [draw.text, `person-${draw.other}`] }),
  setCardOrganisation: (doc, known, draw) =>
    setCardOrganisation(doc, {
      cardId: card(known, draw),
      organisationId: draw.yes ? `city-${draw.index}` : null,
    }),
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

  addChecklistItem: (doc, known, draw) => addChecklistItem(doc, { ...step(known, draw), text: draw.text }),
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

  addLabel: (doc, known, { text, index }) =>
    made(known.labels, 'label', (labelId) =>
      addLabel(doc, {
        labelId,
        name: `x${text}`,
        colour: LABEL_COLOURS[index % LABEL_COLOURS.length] ?? 'blue',
      }),
    ),
  removeLabel: (doc, known, { which }) => removeLabel(doc, { labelId: oneOf(known.labels, which) }),
};
