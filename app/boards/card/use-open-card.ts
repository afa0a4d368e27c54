import { type RefObject, useEffect, useRef } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Board, Card } from '#shared/boards/board.ts';
import { type CardDependencies, dependenciesOf, noDependencies } from '#shared/boards/card/dependencies.ts';
import type { BoardOpening } from '../list/opening.ts';
import { placeOf } from '../parts/places.ts';

/** The card of the address with what its panel says about where it is. */
export interface OpenCard {
  /** Null when the board does not have it. */
  readonly card: Card | null;
  readonly columnId: string | null;
  readonly columnName: string;
  readonly isDone: boolean;
  readonly isArchived: boolean;
  readonly dependencies: CardDependencies;
}

const missing: OpenCard = {
  card: null,
  columnId: null,
  columnName: '',
  isDone: false,
  isArchived: false,
  dependencies: noDependencies,
};

/** Null when no card is open, or as long as it is not known whether the board has it. */
export function openCardOf(
  cardId: string | null,
  live: Board | null,
  opening: BoardOpening,
): OpenCard | null {
  if (cardId === null) return null;
  const dependencies = (card: Card) => (live ? dependenciesOf(live, card) : opening.dependencies);
  const archived = live
    ? live.archived.find(({ id }) => id === cardId)
    : opening.isCardArchived && opening.card;
  if (archived) {
    return { ...missing, card: archived, isArchived: true, dependencies: dependencies(archived) };
  }
  if (live) {
    const place = placeOf(live, cardId);
    return place
      ? { ...inColumn(place.card, place.column), dependencies: dependencies(place.card) }
      : missing;
  }
  const card = opening.card?.id === cardId ? opening.card : null;
  const column = opening.columns.find(({ id }) => id === card?.columnId);
  return card && column ? { ...inColumn(card, column), dependencies: dependencies(card) } : null;
}

function inColumn(card: Card, column: { id: string; name: string; done: boolean }) {
  const { id: columnId, name, done: isDone } = column;
  return { card, columnId, columnName: name || words.unnamedColumn, isDone, isArchived: false };
}

/**
 * Moves the focus into the panel when a card opens, and back to the card when it closes. Not on arrival: the page that
 * has just been loaded starts at its top, as any other.
 */
export function useFocusOnOpen(
  cardId: string | null,
  show: (cardId: string) => void,
): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(cardId);
  useEffect(() => {
    const closed = before.current;
    if (closed === cardId) return;
    before.current = cardId;
    if (cardId !== null) heading.current?.focus();
    else if (closed !== null) show(closed);
  }, [cardId, show]);
  return heading;
}
