import { URGENCIES, type Urgency, urgencyOf } from './urgency.ts';

interface Dated {
  readonly due: string | null;
}

/** Cards by urgency, the most urgent first; none is left out, each keeps its order. */
export function byUrgency<T extends Dated>(
  cards: readonly T[],
  today: string,
): { readonly urgency: Urgency; readonly cards: readonly T[] }[] {
  return URGENCIES.map((urgency) => ({
    urgency,
    cards: cards.filter(({ due }) => urgencyOf(due, today) === urgency),
  }));
}

/** What one person or one city has to do; `id` is null for the cards that are nobody's. */
export interface Share<T> {
  readonly id: string | null;
  readonly cards: readonly T[];
}

/**
 * [B67] The cards of each of these ids, in this order, then those that are nobody's. A card of two stands under each; an id
 * that is not among them (somebody who left) counts for nobody: the card waits for a hand.
 */
export function sharesOf<T>(
  cards: readonly T[],
  ids: readonly string[],
  idsOf: (card: T) => readonly string[],
): Share<T>[] {
  const shares = new Map<string, T[]>(ids.map((id) => [id, []]));
  const unheld: T[] = [];
  for (const card of cards) {
    const holders = idsOf(card).filter((id) => shares.has(id));
    if (holders.length === 0) unheld.push(card);
    for (const id of holders) shares.get(id)?.push(card);
  }
  const held = [...shares].map(([id, own]) => ({ id, cards: own }));
  return unheld.length === 0 ? held : [...held, { id: null, cards: unheld }];
}
