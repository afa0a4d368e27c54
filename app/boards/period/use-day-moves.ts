import { type RefObject, useEffect } from 'react';
import type { DueChanges } from './due-changes.ts';

const CARD = 'application/x-cordee-card';
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * Cards inside of `box` (`data-card` on what takes the focus, `data-drag` on what is dragged) go to other days: dropped on a
 * `data-day` (empty: no day), or by Shift and an arrow. One set of listeners for all cards.
 */
export function useDayMoves(box: RefObject<HTMLElement | null>, changes: DueChanges | null): void {
  useEffect(() => {
    const element = box.current;
    if (!element || !changes) return;
    let over: HTMLElement | null = null;
    const closest = (target: EventTarget | null, selector: string) =>
      target instanceof Element ? target.closest<HTMLElement>(selector) : null;
    const mark = (day: HTMLElement | null) => {
      over?.removeAttribute('data-over');
      over = day;
      over?.setAttribute('data-over', '');
    };
    const onStart = (event: DragEvent) => {
      const dragged = closest(event.target, '[data-drag]');
      if (!dragged || !event.dataTransfer) return;
      event.dataTransfer.setData(CARD, dragged.dataset.drag ?? '');
      event.dataTransfer.effectAllowed = 'move';
    };
    const onOver = (event: DragEvent) => {
      const day = closest(event.target, '[data-day]');
      const isCard = event.dataTransfer?.types.includes(CARD) ?? false;
      mark(isCard ? day : null);
      if (day && isCard) event.preventDefault();
    };
    const onLeave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) mark(null);
    };
    const onDrop = (event: DragEvent) => {
      const day = closest(event.target, '[data-day]')?.dataset.day;
      const cardId = event.dataTransfer?.getData(CARD);
      mark(null);
      if (day === undefined || !cardId) return;
      event.preventDefault();
      changes.set(cardId, day || null);
    };
    const onKey = (event: KeyboardEvent) => {
      const days = STEPS[event.key];
      const cardId = event.target instanceof HTMLElement ? event.target.dataset.card : undefined;
      if (!days || !cardId || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      changes.shift(cardId, days);
    };
    const listeners = {
      dragstart: onStart,
      dragover: onOver,
      dragleave: onLeave,
      drop: onDrop,
      keydown: onKey,
    } as const;
    for (const [name, listener] of Object.entries(listeners)) {
      element.addEventListener(name, listener as EventListener);
    }
    return () => {
      mark(null);
      for (const [name, listener] of Object.entries(listeners)) {
        element.removeEventListener(name, listener as EventListener);
      }
    };
  }, [box, changes]);
}
