/** A card of the margin: the height that its passage has in the text (null without one), and its own, in pixels. */
export interface Card {
  readonly wanted: number | null;
  readonly height: number;
}

/**
 * [CM11] Where cards in the order of the text stand so that none covers another: each beside its passage, or under the one before. The
 * card `kept` (-1: none) keeps its place, and those above it slide up as far as the top lets them.
 */
export function stackBeside(cards: readonly Card[], kept: number, gap: number): number[] {
  const tops: number[] = [];
  const fall = (from: number) => {
    for (let at = from; at < cards.length; at++) {
      const before = at === 0 ? 0 : (tops[at - 1] ?? 0) + (cards[at - 1]?.height ?? 0) + gap;
      tops[at] = Math.max(at === kept && from === kept ? 0 : before, cards[at]?.wanted ?? 0, 0);
    }
  };
  fall(0);
  if (kept <= 0 || cards[kept]?.wanted == null) return tops;
  fall(kept);
  for (let at = kept - 1; at >= 0; at--)
    tops[at] = Math.min(tops[at] ?? 0, (tops[at + 1] ?? 0) - gap - (cards[at]?.height ?? 0));
  if ((tops[0] ?? 0) < 0) fallFrom(cards, tops, gap);
  return tops;
}

/** There is no room for all of them above: they begin at the top, and the others follow. */
function fallFrom(cards: readonly Card[], tops: number[], gap: number): void {
  let free = 0;
  for (const [at, { height }] of cards.entries()) {
    tops[at] = Math.max(tops[at] ?? 0, free);
    free = (tops[at] ?? 0) + height + gap;
  }
}
