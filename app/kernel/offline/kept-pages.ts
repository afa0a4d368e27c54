import type { KeptRoom } from '#shared/kernel/offline/kept-room.ts';
import { mayHold, type Unsent } from '#shared/kernel/offline/unsent.ts';

/** What the device knows of a kept page without reading it. */
export interface KeptEntry extends KeptRoom {
  readonly account: string;
  /** The address that the page was made for. */
  readonly path: string;
  /** Name of the build whose scripts it asks for. */
  readonly build: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly openedAt: number;
}

/** Bounds of what is kept for one account: a year of work in the groups, and half of what a phone easily spares. */
export const KEEP_LIMITS = { rooms: 200, bytes: 48 * 1024 * 1024 } as const;

/** A kept page is asked for again after a day: a name, a right, the list of people may have changed. */
const FRESH_MS = 86_400_000;

/** Rooms whose pages must leave, the longest unopened first; never the last opened, nor one with unsent changes, or that may have some. */
export function roomsToEvict(
  entries: readonly KeptEntry[],
  unsent: Unsent,
  limits: { readonly rooms: number; readonly bytes: number } = KEEP_LIMITS,
): readonly string[] {
  const [last, ...older] = entries.toSorted((a, b) => b.openedAt - a.openedAt);
  let rooms = 1;
  let bytes = last?.bytes ?? 0;
  return older
    .filter((entry) => {
      if (!mayHold(unsent, entry.room) && (rooms + 1 > limits.rooms || bytes + entry.bytes > limits.bytes))
        return true;
      rooms += 1;
      bytes += entry.bytes;
      return false;
    })
    .map(({ room }) => room);
}

/** Whether the page of a room that was just opened is to be asked for, to be kept. */
export function mustFetch(entry: KeptEntry | null, build: string, now: number): boolean {
  return entry === null || entry.build !== build || now - entry.keptAt > FRESH_MS;
}

/** The build that a page belongs to, by the manifest of addresses that it loads; null when it is cut short or no page of ours. */
export function buildOfPage(html: string): string | null {
  if (!html.trimEnd().endsWith('</html>')) return null;
  return /\/assets\/manifest-([\w-]+)\.js/.exec(html)?.[1] ?? null;
}

/** What became of a room, by the status of an answer about it. */
export function fateOf(status: number): 'readable' | 'taken' | 'unknown' {
  if (status >= 200 && status < 300) return 'readable';
  return [401, 403, 404, 410].includes(status) ? 'taken' : 'unknown';
}

/** Builds whose files may leave: neither the worker's own, nor that of a kept page, nor the one before. */
export function buildsToDrop(
  builds: readonly string[],
  own: string,
  entries: readonly Pick<KeptEntry, 'build'>[],
): readonly string[] {
  const needed = new Set([own, ...entries.map(({ build }) => build)]);
  // In the order in which they came: pages that are still open may ask for files of the one before.
  const before = builds.filter((build) => build !== own).at(-1);
  return builds.filter((build) => !needed.has(build) && build !== before);
}
