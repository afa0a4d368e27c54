import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** How far outside of what is seen something is drawn already, so that going about finds it there. */
const MARGIN_PX = 600;

/**
 * Whether an element is in sight, or nearly: where there are many, only those are drawn. What holds the focus stays.
 * Without `isAsked`, always. `height` is that of the element when it was last drawn, 0 before.
 */
export function useNear<T extends HTMLElement>(
  isAsked: boolean,
): { readonly ref: RefObject<T | null>; readonly isNear: boolean; readonly height: number } {
  const ref = useRef<T>(null);
  const height = useRef(0);
  const [isNear, setNear] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!isAsked || !element) return;
    const board = element.closest('.board');
    const root = board && getComputedStyle(board).overflowY === 'auto' ? board : null;
    const { top, bottom } = element.getBoundingClientRect();
    if (top < window.innerHeight + MARGIN_PX && bottom > -MARGIN_PX) setNear(true);
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        if (!entry.isIntersecting && element.contains(document.activeElement)) return;
        if (!entry.isIntersecting) height.current = element.offsetHeight;
        setNear(entry.isIntersecting);
      },
      { root, rootMargin: `${MARGIN_PX}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isAsked]);
  return { ref, isNear: isNear || !isAsked, height: height.current };
}
