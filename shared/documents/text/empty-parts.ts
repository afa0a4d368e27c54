import type { OutlineEntry } from './document-outline.ts';

/**
 * [CK3] The headings of a text under which nobody has written yet: nothing stands before the next heading, and that one is not
 * deeper, for then the heading only gathers others. `text` and `outline` are those of one projection. Total.
 */
export function emptyParts(text: string, outline: readonly OutlineEntry[]): OutlineEntry[] {
  const lines = text.split('\n').map((line) => line.trim());
  const places: { entry: OutlineEntry; at: number }[] = [];
  let from = 0;
  for (const entry of outline) {
    const at = lines.indexOf(entry.text.trim(), from);
    // A heading that holds a date or a mention is not found by its words, and nothing is said of it.
    if (at < 0) continue;
    places.push({ entry, at });
    from = at + 1;
  }
  const next = (entry: OutlineEntry) => outline[outline.indexOf(entry) + 1];
  return places.flatMap(({ entry, at }, index) => {
    const following = next(entry);
    if (following && following.level > entry.level) return [];
    if (following && places[index + 1]?.entry !== following) return [];
    const end = places[index + 1]?.at ?? lines.length;
    return lines.slice(at + 1, end).every((line) => line === '') ? [entry] : [];
  });
}
