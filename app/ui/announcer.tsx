import { createContext, type ReactNode, useCallback, useContext, useRef } from 'react';

const Say = createContext<(text: string) => void>(() => undefined);

/** A sentence for screen readers, said when they are free. The same sentence twice is said twice. */
export const useSay = () => useContext(Say);

/** Holds the polite live region that `useSay` speaks through. */
export function Announcer({ children }: { children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const say = useCallback((text: string) => {
    const place = region.current;
    if (!place) return;
    place.textContent = '';
    // Emptied first, and filled in the next frame: a region whose text does not change is not read again.
    requestAnimationFrame(() => {
      place.textContent = text;
    });
  }, []);
  return (
    <Say value={say}>
      {children}
      <div className="vh" ref={region} role="status" aria-live="polite" data-spoken />
    </Say>
  );
}
