import { idOfSegment } from './ids.ts';

/** A word of a route, or none. */
const WORD = /^(?:[a-z]+\d?(?:-[a-z]+)*)?$/;

/**
 * [SC12] The path of an address as a log may say it: the words of its route, and ids. What else stands in it lets somebody in (an invitation, a
 * calendar, a shared report) or is a title. `taken` is what the route took out of it, which may look like a word.
 */
export function toldAddress(path: string, taken: Readonly<Record<string, string | undefined>> = {}): string {
  const values = new Set(Object.values(taken));
  return path
    .split('/')
    .map((segment) => {
      const word = segment.replace(/\.data$/, '');
      return idOfSegment(segment) ?? (WORD.test(word) && !values.has(word) ? word : '…');
    })
    .join('/');
}
