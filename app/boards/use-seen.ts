import { type RefObject, useEffect, useRef, useState } from 'react';

/** How long something must be in sight to have been read. */
const SEEN_MS = 2_000;

/**
 * [CM7] Says once that these were read, when their place has been in sight for two seconds. Answers those that were news during
 * this visit: what is marked as unread stays marked while one reads it.
 */
export function useSeen(
  place: RefObject<HTMLElement | null>,
  unread: readonly string[],
  onSeen: (ids: readonly string[]) => void,
): ReadonlySet<string> {
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  const [isInSight, setInSight] = useState(false);
  const told = useRef(onSeen);
  told.current = onSeen;

  useEffect(() => {
    if (unread.length > 0) setNews((known) => new Set([...known, ...unread]));
  }, [unread]);

  const hasPlace = unread.length > 0;
  useEffect(() => {
    const element = place.current;
    if (!hasPlace || !element) return;
    const watcher = new IntersectionObserver((entries) =>
      setInSight(entries.at(-1)?.isIntersecting === true),
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [hasPlace, place]);

  useEffect(() => {
    if (!isInSight || unread.length === 0) return;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') told.current(unread);
    }, SEEN_MS);
    return () => clearTimeout(timer);
  }, [isInSight, unread]);

  return news;
}
