import { type ComponentType, useCallback, useEffect, useState } from 'react';

interface Late<P> {
  /** Null until it has come. */
  readonly Part: ComponentType<P> | null;
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

/** A part of the page whose script comes when it is wanted. Without a network it may not come: the rest of the page stays. */
export function useLate<P>(isWanted: boolean, load: () => Promise<{ default: ComponentType<P> }>): Late<P> {
  const [Part, setPart] = useState<ComponentType<P> | null>(null);
  const [failures, setFailures] = useState(0);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    load().then(
      (loaded) => isCurrent && setPart(() => loaded.default),
      () => isCurrent && setFailures(turn + 1),
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, load, turn]);
  const retry = useCallback(() => setTurn((before) => before + 1), []);
  return { Part, hasFailed: failures > turn, retry };
}
