import type { Board, Card, Column } from '#shared/boards/board.ts';

/**
 * The new board, made of the objects of the former one wherever they say the same: a card that did not change is the same
 * object, and so is a column none of whose cards changed. Drawing then costs what changed, not what there is.
 */
export function keepIdentity(before: Board, after: Board): Board {
  const known = new Map<string, Card>();
  for (const { cards } of before.columns) for (const card of cards) known.set(card.id, card);
  for (const card of before.archived) known.set(card.id, card);
  const keptCard = (card: Card) => kept(known.get(card.id), card);

  const columns = after.columns.map((column): Column => {
    const former = before.columns.find(({ id }) => id === column.id);
    const cards = keptList(former?.cards, column.cards.map(keptCard));
    return sameColumn(former, { ...column, cards });
  });
  return {
    ...after,
    columns: keptList(before.columns, columns),
    archived: keptList(before.archived, after.archived.map(keptCard)),
    labels: kept(before.labels, after.labels),
    fields: kept(before.fields, after.fields),
    removedFields: kept(before.removedFields, after.removedFields),
    views: kept(before.views, after.views),
  };
}

function sameColumn(former: Column | undefined, next: Column): Column {
  const { name, done, limit, colour, cards } = next;
  const isSame =
    former?.name === name &&
    former.done === done &&
    former.limit === limit &&
    former.colour === colour &&
    former.cards === cards;
  return isSame ? former : next;
}

/** The former list when every element is the very same, else the new one. */
export function keptList<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before?.length === after.length && after.every((value, index) => value === before[index])
    ? before
    : after;
}

/** The former value when it says the same. */
function kept<T>(before: T | undefined, after: T): T {
  return before !== undefined && says(before, after) ? before : after;
}

function says(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => says(Reflect.get(one, key), Reflect.get(other, key)))
  );
}
