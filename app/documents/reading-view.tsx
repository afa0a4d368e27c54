import { useEffect, useRef, useState } from 'react';
import { Prose } from '#app/ui/prose.tsx';
import { proseClass } from './editor/prose-class.ts';

/**
 * The text of a document, read: drawn by the server, then kept up to date block by block, so that a selection or a reading
 * position elsewhere in the text stays. `blocks` are safe HTML (`readDocument`), one element each.
 */
export function ReadingView({
  blocks,
  onDrawn,
}: {
  blocks: readonly string[];
  /** Called after each drawing, and with null when the text is taken away. */
  onDrawn?: (element: HTMLElement | null) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  // React draws once; from then on the element is ours.
  const [first] = useState(() => blocks.join(''));
  const shown = useRef(blocks);
  useEffect(() => {
    const text = place.current;
    if (text) showBlocks(text, shown.current, blocks);
    if (text?.querySelector('[data-tick]'))
      // Without network there are no boxes, as without script.
      import('./insert/read-actions.ts').then(
        ({ giveBoxes }) => giveBoxes(text),
        () => undefined,
      );
    shown.current = blocks;
    onDrawn?.(text);
  }, [blocks, onDrawn]);
  useEffect(() => () => onDrawn?.(null), [onDrawn]);
  useEffect(() => {
    const view = place.current;
    const onClick = ({ target }: MouseEvent) => {
      const door = target instanceof Element ? target.closest('.embed-show') : null;
      if (door) void import('./insert/show-video.ts').then(({ showVideo }) => showVideo(door));
    };
    view?.addEventListener('click', onClick);
    return () => view?.removeEventListener('click', onClick);
  }, []);
  const look = proseClass(blocks.length);
  return <Prose className={look} ref={place} tabIndex={-1} html={first} />;
}

function showBlocks(place: HTMLElement, before: readonly string[], after: readonly string[]): void {
  if (before === after) return;
  // Nodes nested as no editor would do are split by the browser: then blocks and elements no longer correspond.
  if (place.children.length !== before.length) {
    place.innerHTML = after.join('');
    return;
  }
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const parsed = document.createElement('template');
  parsed.innerHTML = after.slice(start, after.length - end).join('');
  for (const element of [...place.children].slice(start, before.length - end)) element.remove();
  place.insertBefore(parsed.content, place.children[start] ?? null);
}
