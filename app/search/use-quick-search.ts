import { useEffect, useState } from 'react';
import { paths } from '#shared/paths.ts';
import type { QuickAnswer } from '#shared/search/quick-answer.ts';

interface Shown extends QuickAnswer {
  /** What it answers is what stands in the field. */
  readonly isCurrent: boolean;
  readonly hasFailed: boolean;
}

/** A quick typist's keys are not asked one by one. */
const PAUSE_MS = 90;

/** What the server finds for this text. The last answer stays until the next one is there; answers that come late are dropped. */
export function useQuickSearch(text: string): Shown {
  const [shown, setShown] = useState<Shown & { text: string | null }>({
    text: null,
    items: [],
    groups: [],
    refusal: null,
    isCurrent: false,
    hasFailed: false,
  });
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = async () => {
      const response = await fetch(paths.quickSearch(text), { signal });
      if (!response.ok) throw new Error(String(response.status));
      const answer: QuickAnswer = await response.json();
      if (!signal.aborted) setShown({ ...answer, text, isCurrent: true, hasFailed: false });
    };
    const timer = setTimeout(
      () =>
        void ask().catch(() => {
          if (!signal.aborted) setShown((before) => ({ ...before, text, hasFailed: true }));
        }),
      text === '' ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [text]);
  return { ...shown, isCurrent: shown.text === text && !shown.hasFailed };
}
