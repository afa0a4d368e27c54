import { useEffect, useRef, useState } from 'react';
import { paths } from '#shared/paths.ts';

/** What the navigation counts. */
export interface Counts {
  /** News of each group that has some, by its id. */
  readonly groups: Readonly<Record<string, number>>;
  readonly toDo: number;
}

/** Counting costs more than most pages: whoever goes from one to the next is told again after half a minute. */
const FRESH_MS = 30_000;

/**
 * [HV6] [AF3] How many news wait and how much is to be done, asked once a page is there, at most every half minute, always on the page of
 * the news and on the home page, and after each form: none until the answer has come, the last ones without a network.
 */
export function useCounts(page: string, known: unknown): Counts {
  const [counts, setCounts] = useState<Counts>({ groups: {}, toDo: 0 });
  const last = useRef({ page: '', known: null as unknown, at: 0 });
  useEffect(() => {
    const { current } = last;
    // What was read or done on a page counts no more, and what a form did counts at once.
    const isCounting = page === paths.news() || page === paths.home();
    const isRecent = !isCounting && Date.now() - current.at < FRESH_MS;
    const isFresh = current.page === page || isRecent;
    if (current.known === known && isFresh) return;
    const asked = new AbortController();
    fetch(paths.counts(), asked)
      .then(async (answer) => {
        if (!answer.ok) return;
        const told: Counts = await answer.json();
        setCounts(told);
        last.current = { page, known, at: Date.now() };
      })
      .catch(() => undefined);
    return () => asked.abort();
  }, [page, known]);
  return counts;
}
