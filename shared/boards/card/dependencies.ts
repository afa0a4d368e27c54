import type { Board, Card } from '../board.ts';

/**
 * How a card that another waits for stands: `open` is still to be done; a finished or archived one holds nobody up; `absent`
 * is not on this board (it has not arrived yet, or never was one of its cards).
 */
export type DependencyState = 'open' | 'done' | 'archived' | 'absent';

/** The other end of a dependency. */
export interface Dependency {
  readonly id: string;
  /** Empty for a card without a title, and for an absent one. */
  readonly title: string;
  readonly columnName: string;
  readonly state: DependencyState;
}

/** Both sides of a card's dependencies. */
export interface CardDependencies {
  /** The cards that it waits for, in order of id. */
  readonly blockers: readonly Dependency[];
  /** The cards that wait for it, in the order of the board, those in the archive last. */
  readonly waiting: readonly Dependency[];
}

export const noDependencies: CardDependencies = { blockers: [], waiting: [] };

/** [B30] What a card waits for, and what waits for it. Total. */
export function dependenciesOf(board: Board, card: Card): CardDependencies {
  const known = dependenciesById(board);
  return {
    blockers: card.blockedBy.map(
      (id) => known.get(id) ?? { id, title: '', columnName: '', state: 'absent' as const },
    ),
    waiting: cardsOf(board)
      .filter(({ blockedBy }) => blockedBy.includes(card.id))
      .flatMap(({ id }) => known.get(id) ?? []),
  };
}

/**
 * [B30] What holds each card up: the titles of the open cards that it waits for, by id; a card that nothing holds up has no
 * entry, and neither has one that is finished or archived itself. Linear in the size of the board.
 */
export function blockedCards(board: Board): ReadonlyMap<string, readonly string[]> {
  const waiting = board.columns.flatMap(({ done, cards }) =>
    done ? [] : cards.filter((card) => card.blockedBy.length > 0),
  );
  if (waiting.length === 0) return new Map();
  const known = dependenciesById(board);
  return new Map(
    waiting.flatMap((card): [string, string[]][] => {
      const open = card.blockedBy.flatMap((id) => {
        const blocker = known.get(id);
        return blocker?.state === 'open' ? [blocker.title] : [];
      });
      return open.length > 0 ? [[card.id, open]] : [];
    }),
  );
}

/** Whether `from` waits for `to`, by itself or through others. Takes circles, which two people can make together. */
export function waitsFor(blockers: (cardId: string) => readonly string[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const next = [...blockers(from)];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    next.push(...blockers(id));
  }
  return false;
}

function cardsOf({ columns, archived }: Board): Card[] {
  return [...columns.flatMap(({ cards }) => cards), ...archived];
}

function dependenciesById({ columns, archived }: Board): Map<string, Dependency> {
  const known = new Map<string, Dependency>();
  for (const { name: columnName, done, cards } of columns) {
    for (const { id, title } of cards)
      known.set(id, { id, title, columnName, state: done ? 'done' : 'open' });
  }
  for (const { id, title } of archived) known.set(id, { id, title, columnName: '', state: 'archived' });
  return known;
}
