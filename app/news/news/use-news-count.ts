import { useEffect, useRef, useState } from 'react';
import { paths } from '#shared/paths.ts';

/** Counting costs more than most pages: whoever goes from one to the next is told again after half a minute. */
const FRESH_MS = 30_000;

/**
 * [HV6] How many news wait, asked once a page is there, at most every half minute, on the page of the news always, and after
 * each form: 0 until the answer has come, the last one without a network.
 */
export function useNewsCount(page: string, known: unknown): number {
  const [count, setCount] = useState(0);
  const last = useRef({ page: '', known: null as unknown, at: 0 });
  useEffect(() => {
    const { current } = last;
    // What was read on a page counts no more, and what a form did counts at once.
    const isRecent = page !== paths.news() && Date.now() - current.at < FRESH_MS;
    const isFresh = current.page === page || isRecent;
    if (current.known === known && isFresh) return;
    const asked = new AbortController();
    fetch(paths.newsCount(), asked)
      .then(async (answer) => {
        if (!answer.ok) return;
        setCount(Number(await answer.text()));
        last.current = { page, known, at: Date.now() };
      })
      .catch(() => undefined);
    return () => asked.abort();
  }, [page, known]);
  return count;
}
