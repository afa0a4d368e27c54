import { type RefObject, useCallback, useEffect, useState } from 'react';
import { history as words } from '#shared/documents/history/history.fr.ts';
import { changeSentence } from './change-sentence.ts';
import type { AuthoredChange } from './comparison-data.ts';

/**
 * Goes from change to change in a compared text, by buttons and by the keys n and p; the current one is marked and said. One key alone
 * acts only while the focus is in the comparison (RGAA 12.10): a voice that dictates must not press it.
 */
export function useChangeSteps(
  comparison: RefObject<HTMLElement | null>,
  text: RefObject<HTMLElement | null>,
  changes: readonly AuthoredChange[],
) {
  const [current, setCurrent] = useState(0);
  const [said, setSaid] = useState('');
  const show = useCallback(
    (n: number) => {
      const change = changes[n - 1];
      if (!change || !text.current) return;
      for (const marked of text.current.querySelectorAll('.is-current'))
        marked.classList.remove('is-current');
      const places = [...text.current.querySelectorAll<HTMLElement>(`[data-n="${n}"]`)];
      for (const place of places) place.classList.add('is-current');
      const [first] = places;
      const fold = first?.closest('details');
      if (fold) fold.open = true;
      first?.scrollIntoView({ block: 'center', behavior: 'auto' });
      setCurrent(n);
      setSaid(words.compare.shown(n, changes.length, changeSentence(change)));
    },
    [changes, text],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const from = current === 0 && by < 0 ? changes.length + 1 : current;
      show(((from - 1 + by + changes.length) % changes.length) + 1);
    },
    [changes.length, current, show],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!(event.target instanceof Node && comparison.current?.contains(event.target))) return;
      if (event.key === 'n') step(1);
      else if (event.key === 'p') step(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [comparison, step]);
  return { current, said, show, next: () => step(1), previous: () => step(-1) };
}
