import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

const EVERY_MS = 3_000;

/**
 * [MR15] Keeps the page of a meeting as the others see it: asks every three seconds, while somebody looks at it, whether
 * anything changed, and reads the page again only then. Plain requests: nothing on the way has to understand more.
 */
export function useLiveMeeting(statePath: string, revision: string): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      if (document.visibilityState === 'visible') {
        const known = { 'If-None-Match': `"${revision}"` };
        const answer = await fetch(statePath, { headers: known }).catch(() => null);
        if (!isOver && answer?.status === 200) await revalidate();
      }
      if (!isOver) timer = setTimeout(look, EVERY_MS);
    };
    timer = setTimeout(look, EVERY_MS);
    const onReturn = () => {
      clearTimeout(timer);
      void look();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [statePath, revision, revalidate]);
}
