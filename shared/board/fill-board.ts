import type * as Y from 'yjs';
import type { Checklist, LabelColour } from './board.ts';
import { createBoardDoc } from './board-doc.ts';
import {
  addCard,
  setCardAssignees,
  setCardDates,
  setCardDescription,
  setCardLabels,
  setCardOrganisations,
} from './card-operations.ts';
import { addChecklist } from './checklist-operations.ts';

/** A card to write, with ids of columns, labels, people and organisations already known. */
export interface CardContent {
  readonly id: string;
  readonly columnId: string;
  readonly title: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly organisations: readonly string[];
  readonly assignees: readonly string[];
  readonly start: string | null;
  readonly due: string | null;
  /** The main one may have no name. */
  readonly checklists: readonly Checklist[];
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
    organisations,
    assignees,
    start,
    due,
    checklists,
    ...card
  } of cards) {
    const results = [
      addCard(doc, { cardId, columnId, title, createdAt, createdBy }),
      setCardDescription(doc, { cardId, description }),
      setCardLabels(doc, { cardId, labels: card.labels }),
      setCardOrganisations(doc, { cardId, organisations }),
      setCardAssignees(doc, { cardId, assignees }),
      setCardDates(doc, { cardId, start, due }),
      ...checklists.map(({ id: listId, name, items }) => addChecklist(doc, { cardId, listId, name, items })),
    ];
    const refused = results.find((result) => !result.ok);
    if (refused && !refused.ok) throw new Error(`${title}: ${refused.error}`);
  }
}
