import { type RefObject, useEffect } from 'react';
import { stackBeside } from './beside.ts';
import type { TextSurface } from './text-surface.ts';

/** Between two cards, in pixels. */
const GAP = 12;
/** As comments.css: narrower, the cards stand one under the other below the text. */
const WIDE = '(min-width: 68.01rem)';
/** Under the bars at the top of the window, in pixels: for what is said of no words. */
const IN_SIGHT = 140;

/** [CM11] Where there is room, lays each card of this margin (`data-beside` names its mark in the text) beside its passage; `kept` stays. */
export function useBeside(
  margin: RefObject<HTMLElement | null>,
  surface: TextSurface | null,
  kept: string | null,
): void {
  // After each drawing: words, cards and marks may all have moved.
  useEffect(() => {
    const place = margin.current;
    if (!place || !surface) return;
    // A card that one is pressing stays under the pointer until the click.
    const look = () => place.matches(':active') || lay(place, surface.element, kept);
    look();
    const sizes = new ResizeObserver(look);
    for (const one of [surface.element, ...cardsIn(place)]) sizes.observe(one);
    window.addEventListener('resize', look);
    place.addEventListener('click', look);
    return () => {
      sizes.disconnect();
      window.removeEventListener('resize', look);
      place.removeEventListener('click', look);
    };
  });
}

const cardsIn = (place: HTMLElement) => [...place.querySelectorAll<HTMLElement>('[data-beside]')];

function lay(place: HTMLElement, text: HTMLElement, kept: string | null): void {
  const isWide = window.matchMedia(WIDE).matches;
  place.classList.toggle('beside', isWide);
  const { top } = place.getBoundingClientRect();
  const cards = cardsIn(place).map((card) => {
    const id = card.dataset.beside ?? '';
    const mark = text.querySelector(`[data-thread="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    const wanted = mark ? mark.top - top : id === kept ? IN_SIGHT - top : null;
    return { card, id, wanted, height: card.offsetHeight };
  });
  cards.sort((one, other) => (one.wanted ?? Infinity) - (other.wanted ?? Infinity) || 0);
  const tops = stackBeside(
    cards,
    cards.findIndex(({ id }) => id === kept),
    GAP,
  );
  for (const [at, { card }] of cards.entries()) card.style.translate = isWide ? `0 ${tops[at]}px` : '';
  const last = cards.at(-1);
  place.style.minHeight = isWide && last ? `${(tops.at(-1) ?? 0) + last.height}px` : '';
}
