import { type RefObject, useEffect, useState } from 'react';

/** Rows drawn above and below what can be seen. */
const AROUND = 8;

export interface Segment {
  readonly index: number;
  /** Height in pixels of the rows before it that are not drawn. */
  readonly gap: number;
}

/**
 * Which rows of a long list are drawn: those in sight of their box, and the one that has the focus. All rows have the same
 * height, `rowRem` in rem. `rest` is the height of those after the last.
 */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  rowRem: number,
  count: number,
  kept: number | undefined,
): { readonly segments: readonly Segment[]; readonly rest: number; readonly rowHeight: number } {
  const [{ first, last, rowHeight }, setView] = useState({ first: 0, last: 3 * AROUND, rowHeight: 44 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const height = rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const top = Math.floor(element.scrollTop / height);
      setView((before) => {
        const next = {
          first: Math.max(0, top - AROUND),
          last: top + Math.ceil(element.clientHeight / height) + AROUND,
          rowHeight: height,
        };
        const isSame =
          next.first === before.first && next.last === before.last && next.rowHeight === before.rowHeight;
        return isSame ? before : next;
      });
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const size = new ResizeObserver(look);
    size.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      size.disconnect();
    };
  }, [box, rowRem]);

  const indexes: number[] = [];
  for (let index = first; index <= Math.min(last, count - 1); index += 1) indexes.push(index);
  if (kept !== undefined && kept < count && (kept < first || kept > last)) indexes.push(kept);
  indexes.sort((a, b) => a - b);
  let next = 0;
  const segments = indexes.map((index) => {
    const gap = (index - next) * rowHeight;
    next = index + 1;
    return { index, gap };
  });
  return { segments, rest: (count - next) * rowHeight, rowHeight };
}
