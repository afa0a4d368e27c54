import { useEffect, useState } from 'react';
import type { LinkingCard } from '#shared/boards/card/linking-card.ts';
import { MOST_NAMES_ASKED } from '#shared/documents/attribute/document-objects.ts';
import type { NamedObject, ObjectNames } from '#shared/documents/text/object-names.ts';
import { paths } from '#shared/paths.ts';

/** [D10] Today's names of these objects: null for what one may not see, undefined until it is known. */
export function useObjectNames(keys: readonly string[]): (key: string) => NamedObject | null | undefined {
  const asked = keys.join(' ');
  const [known, setKnown] = useState<ReadonlyMap<string, NamedObject | null>>(new Map());
  useEffect(() => {
    const wanted = asked.split(' ').filter(Boolean);
    const stops = Array.from({ length: Math.ceil(wanted.length / MOST_NAMES_ASKED) }, (_, part) => {
      const few = wanted.slice(part * MOST_NAMES_ASKED, (part + 1) * MOST_NAMES_ASKED);
      return fetchInto<{ names: ObjectNames }>(paths.objectNames(few), ({ names }) =>
        setKnown((before) => new Map([...before, ...few.map((key) => [key, namedIn(names, key)] as const)])),
      );
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [asked]);
  return (key) => known.get(key);
}

function namedIn(names: ObjectNames, key: string): NamedObject | null {
  return (Object.hasOwn(names, key) && names[key]) || null;
}

/** [B31] The cards of other boards and of this one that point to an object. */
export function useLinkingCards(key: string): readonly LinkingCard[] {
  const [cards, setCards] = useState<readonly LinkingCard[]>([]);
  useEffect(
    () =>
      fetchInto<{ cards: readonly LinkingCard[] }>(paths.objectCards(key), (answer) =>
        setCards(answer.cards),
      ),
    [key],
  );
  return cards;
}

/** Asks once; what cannot be had changes nothing. Returns how to stop waiting. */
function fetchInto<T>(address: string, onAnswer: (answer: T) => void): () => void {
  const stopping = new AbortController();
  fetch(address, { signal: stopping.signal })
    .then(async (answer) => {
      if (answer.ok) onAnswer((await answer.json()) as T);
    })
    .catch(() => undefined);
  return () => stopping.abort();
}
