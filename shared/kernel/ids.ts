import { fold } from './text/fold.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/**
 * The opaque id at the start of an address segment (`<id>` or `<id>-titre-lisible`), or null.
 * The readable tail is ignored, so that a renamed object keeps its old addresses.
 */
export function idOfSegment(segment: string | undefined): string | null {
  return segment ? (UUID.exec(segment)?.[0] ?? null) : null;
}

/** The readable tail of an address: lower case, no accents, at most 60 characters; empty for an untitled object. */
export function slugOf(title: string): string {
  return fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
