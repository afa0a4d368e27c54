import { type RefObject, useEffect } from 'react';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { daysUntil } from '#shared/boards/card/due.ts';
import type { Span } from '#shared/boards/view/calendar.ts';
import type { DueChanges } from '../period/due-changes.ts';

/** A hand that presses moves a little: up to here it has only pressed, which opens the card. */
const STILL_PX = 4;

interface Drag {
  readonly bar: HTMLElement;
  readonly pointerId: number;
  readonly fromX: number;
  readonly dayPx: number;
  days: number;
  isMoving: boolean;
  isCancelled: boolean;
}

/**
 * Bars inside of `box` (`data-bar`, the id of their card) go to other days with the mouse, a pen or a finger, by whole days;
 * Escape leaves them where they were. One set of listeners for all bars.
 */
export function useBarDrags(
  box: RefObject<HTMLElement | null>,
  span: Span,
  changes: DueChanges | null,
): void {
  useEffect(() => {
    const element = box.current;
    if (!element || !changes) return;
    const daysShown = daysUntil(span.last, span.first) + 1;
    let drag: Drag | null = null;
    const draw = ({ bar, days, dayPx }: Drag) => {
      bar.style.translate = days === 0 ? '' : `${days * dayPx}px`;
      if (days === 0) delete bar.dataset.shift;
      else bar.dataset.shift = boardLayouts.timeline.shifted(days);
    };
    const letGo = () => {
      const ended = drag;
      drag = null;
      if (ended) draw({ ...ended, days: 0 });
      return ended;
    };
    // The press that ends a drag is no wish to open the card.
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const onDown = ({ target, button, pointerId, clientX, ctrlKey, metaKey }: PointerEvent) => {
      const bar = target instanceof Element ? target.closest<HTMLElement>('[data-bar]') : null;
      const track = bar?.parentElement;
      if (!bar || !track || button !== 0 || ctrlKey || metaKey) return;
      const dayPx = track.clientWidth / daysShown;
      drag = { bar, pointerId, fromX: clientX, dayPx, days: 0, isMoving: false, isCancelled: false };
    };
    const onMove = ({ pointerId, clientX }: PointerEvent) => {
      if (!drag || drag.pointerId !== pointerId || drag.isCancelled) return;
      const way = clientX - drag.fromX;
      if (!drag.isMoving && Math.abs(way) < STILL_PX) return;
      if (!drag.isMoving) drag.bar.setPointerCapture(pointerId);
      drag.isMoving = true;
      drag.days = Math.round(way / drag.dayPx);
      draw(drag);
    };
    const onUp = ({ pointerId }: PointerEvent) => {
      if (!drag?.isMoving || drag.pointerId !== pointerId) return void letGo();
      const ended = letGo();
      element.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => element.removeEventListener('click', swallow, { capture: true }));
      if (ended?.bar.dataset.bar && ended.days !== 0) changes.shift(ended.bar.dataset.bar, ended.days);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag?.isMoving) return;
      event.stopPropagation();
      drag.isCancelled = true;
      drag.days = 0;
      draw(drag);
    };
    const ending = new AbortController();
    const { signal } = ending;
    element.addEventListener('pointerdown', onDown, { signal });
    element.addEventListener('pointermove', onMove, { signal });
    element.addEventListener('pointerup', onUp, { signal });
    element.addEventListener('pointercancel', letGo, { signal });
    window.addEventListener('keydown', onKey, { signal, capture: true });
    return () => {
      letGo();
      ending.abort();
    };
  }, [box, span, changes]);
}
