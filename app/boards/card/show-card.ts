import { WHOLE } from '#shared/boards/view/lanes.ts';
import type { Place } from '../parts/places.ts';
import type { ShownPlace } from '../view/arrangement.ts';

/** Frames that the virtual list may take to draw a card that was out of sight. */
const PATIENCE = 20;

/**
 * Brings a card into sight and gives it the focus. In a long column only what can be seen exists: the place where the card
 * must be is scrolled to first, and again until it is there.
 */
export function showCard({ card, column, index, count, ...place }: Place & Partial<ShownPlace>): void {
  const inLane = place.lane && place.lane.id !== WHOLE ? `[data-lane="${CSS.escape(place.lane.id)}"]` : '';
  let frames = 0;
  function look() {
    const row = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(card.id)}"]`);
    if (row) {
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return;
    }
    const inColumn = `[data-column="${CSS.escape(column.id)}"] .cards`;
    // A lane that is out of sight holds no list yet: it does once it is near.
    const list =
      document.querySelector<HTMLElement>(`${inLane} ${inColumn}`) ??
      (inLane ? document.querySelector<HTMLElement>(`${inLane} .lane-cells`) : null);
    if (++frames > PATIENCE) return;
    if (list) {
      const { top, height } = list.getBoundingClientRect();
      scrollerOf(list).scrollBy(0, top + (height * index) / count - window.innerHeight / 2);
    }
    requestAnimationFrame(look);
  }
  // Two frames: menus and dialogs give the focus back to where it was before they opened, which may be gone.
  requestAnimationFrame(() => requestAnimationFrame(look));
}

/** The board where there is room for all columns, the page where there is room for one. */
function scrollerOf(list: Element): Element {
  const board = list.closest('.board');
  const isBoard = board !== null && getComputedStyle(board).overflowY === 'auto';
  return isBoard ? board : (document.scrollingElement ?? document.documentElement);
}
