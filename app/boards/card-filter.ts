import type { Board, Card } from '#shared/board/board.ts';

/** Which cards are shown: each part null for all. */
export interface CardFilter {
  readonly personId: string | null;
  readonly labelId: string | null;
  readonly organisationId: string | null;
}

export const noFilter: CardFilter = { personId: null, labelId: null, organisationId: null };

export function isFiltering(filter: CardFilter): boolean {
  return Object.values(filter).some((part) => part !== null);
}

/** The columns with the cards that pass the filter; the very same columns when nothing is filtered. */
export function filterColumns(columns: Board['columns'], filter: CardFilter): Board['columns'] {
  if (!isFiltering(filter)) return columns;
  return columns.map((column) => ({ ...column, cards: column.cards.filter((card) => passes(card, filter)) }));
}

function passes(card: Card, { personId, labelId, organisationId }: CardFilter): boolean {
  return (
    (personId === null || card.assignees.includes(personId)) &&
    (labelId === null || card.labels.includes(labelId)) &&
    (organisationId === null || card.organisations.includes(organisationId))
  );
}
