import type * as Y from 'yjs';
import type { LabelColour } from './board.ts';
import { createBoardDoc } from './board-doc.ts';
import {
  addCard,
  setCardAssignees,
  setCardDescription,
  setCardDue,
  setCardLabels,
  setCardOrganisation,
} from './card-operations.ts';
import { addChecklistItem, toggleChecklistItem } from './checklist-operations.ts';

/** A card to write, with ids of columns, labels, people and organisations already known. */
export interface CardContent {
  readonly id: string;
  readonly columnId: string;
  readonly title: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly organisationId: string | null;
  readonly assignees: readonly string[];
  readonly due: string | null;
  readonly checklist: readonly { readonly id: string; readonly text: string; readonly done: boolean }[];
}

export interface BoardContent {
  readonly columns: readonly {
    readonly id: string;
    readonly name: string;
    readonly done?: boolean;
    readonly limit?: number;
  }[];
  readonly labels: readonly { readonly id: string; readonly name: string; readonly colour?: LabelColour }[];
  readonly cards: readonly CardContent[];
}

/**
 * Fills a new board with columns, labels and cards, by the same operations as a person's gestures.
 * @throws when one is refused: the content comes from us (a template, the demonstration), so a refusal is a bug.
 */
export function fillBoard(
  doc: Y.Doc,
  { columns, labels, cards }: BoardContent,
  { createdAt, createdBy }: { readonly createdAt: Date; readonly createdBy: string },
): void {
  createBoardDoc(doc, { columns, labels });
  for (const {
    id: cardId,
    title,
    columnId,
    description,
    organisationId,
    assignees,
    due,
    checklist,
    ...card
  } of cards) {
    const results = [
      addCard(doc, { cardId, columnId, title, createdAt, createdBy }),
      setCardDescription(doc, { cardId, description }),
      setCardLabels(doc, { cardId, labels: card.labels }),
      setCardOrganisation(doc, { cardId, organisationId }),
      setCardAssignees(doc, { cardId, assignees }),
      setCardDue(doc, { cardId, due }),
      ...checklist.flatMap(({ id: itemId, text, done }) => [
        addChecklistItem(doc, { cardId, itemId, text }),
        ...(done ? [toggleChecklistItem(doc, { cardId, itemId, done })] : []),
      ]),
    ];
    const refused = results.find((result) => !result.ok);
    if (refused && !refused.ok) throw new Error(`${title}: ${refused.error}`);
  }
}
