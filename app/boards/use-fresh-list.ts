import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

const EVERY_MS = 20_000;

/** Asks for a list again while somebody looks at it: every twenty seconds, and when they come back to the page. */
export function useFreshList(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) void revalidate();
    };
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [revalidate]);
}
