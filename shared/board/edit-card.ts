import type * as Y from 'yjs';
import type { BoardError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { readBoard } from './board-doc.ts';
import {
  archiveCard,
  moveCard,
  renameCard,
  restoreCard,
  setCardAssignees,
  setCardDescription,
  setCardDue,
  setCardLabels,
  setCardOrganisation,
} from './card-operations.ts';

/** What a script may change of a card at once; what is absent stays. */
export interface CardEdit {
  readonly cardId: string;
  readonly columnId?: string | undefined;
  /** Place among the other cards of the column, the end when absent. */
  readonly index?: number | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly due?: string | null | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly assignees?: readonly string[] | undefined;
  readonly organisationId?: string | null | undefined;
  readonly archived?: boolean | undefined;
}

/**
 * Several changes of one card by the same operations as a person's gestures. The first refusal is the answer; the server
 * then throws the whole copy away, so that a script's edit happens as a whole or not at all.
 */
export function editCard(doc: Y.Doc, edit: CardEdit): Result<void, BoardError> {
  const { cardId, title, description, due, labels, assignees, organisationId, archived } = edit;
  const steps: (() => Result<unknown, BoardError>)[] = [];
  if (title !== undefined) steps.push(() => renameCard(doc, { cardId, title }));
  if (description !== undefined) steps.push(() => setCardDescription(doc, { cardId, description }));
  if (due !== undefined) steps.push(() => setCardDue(doc, { cardId, due }));
  if (labels !== undefined) steps.push(() => setCardLabels(doc, { cardId, labels }));
  if (assignees !== undefined) steps.push(() => setCardAssignees(doc, { cardId, assignees }));
  if (organisationId !== undefined) steps.push(() => setCardOrganisation(doc, { cardId, organisationId }));
  if (archived !== undefined) steps.push(() => (archived ? archiveCard : restoreCard)(doc, { cardId }));
  if (edit.columnId !== undefined || edit.index !== undefined) steps.push(() => place(doc, edit));
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
