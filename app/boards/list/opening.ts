import type { Board, Card, Column, Label } from '#shared/boards/board.ts';
import {
  blockedCards,
  type CardDependencies,
  dependenciesOf,
  noDependencies,
} from '#shared/boards/card/dependencies.ts';
import type { Field } from '#shared/boards/field/field.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { OrganisationBadge, PersonBadge } from '#shared/people/organisation/organisation.ts';

/** What the page shows before the live board is there, and without script: enough to read all of it. */
export interface BoardOpening {
  readonly columns: readonly OpeningColumn[];
  readonly labels: readonly Label[];
  readonly fields: readonly Field[];
  readonly skipped: number;
  /** The card of the address, when the board has it. */
  readonly card: Card | null;
  readonly isCardArchived: boolean;
  readonly dependencies: CardDependencies;
  /** What holds cards up, see `blockedCards`. */
  readonly blocked: readonly (readonly [cardId: string, titles: readonly string[]])[];
}

export interface OpeningColumn extends Column {
  /** How many cards the column has in all. */
  readonly total: number;
  /** Those after `cards`, by name only: written out for readers without script, whom the live list never reaches. */
  readonly rest: readonly { readonly id: string; readonly title: string }[];
}

/** Cards of a column that are drawn at once: more than a screen, less than a long board. */
const FIRST_CARDS = 8;

/** The beginning of a board, as light as a page can be that still says everything; `shownColumns` hold the cards that a filter lets pass. */
export function openingOf(
  board: Board,
  cardId: string | null,
  shownColumns: Board['columns'] = board.columns,
): BoardOpening {
  const shown = board.columns.flatMap(({ cards }) => cards).find(({ id }) => id === cardId);
  const archived = board.archived.find(({ id }) => id === cardId);
  const card = shown ?? archived ?? null;
  return {
    columns: shownColumns.map(({ cards, ...column }, index) => ({
      ...column,
      cards: cards.slice(0, FIRST_CARDS),
      total: board.columns[index]?.cards.length ?? cards.length,
      rest: cards.slice(FIRST_CARDS).map(({ id, title }) => ({ id, title })),
    })),
    labels: board.labels,
    fields: board.fields,
    skipped: board.skipped,
    card,
    isCardArchived: archived !== undefined,
    dependencies: card ? dependenciesOf(board, card) : noDependencies,
    blocked: [...blockedCards(board)],
  };
}

/** The organisations of these people, each once, in French alphabetical order: those that a card may be for. */
export function organisationsOf(people: readonly PersonBadge[]): OrganisationBadge[] {
  const byId = new Map(
    people.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation]] : [])),
  );
  return [...byId.values()].sort((a, b) => inFrench(a.name, b.name));
}
