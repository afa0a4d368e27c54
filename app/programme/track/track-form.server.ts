import { z } from 'zod';
import { track as words } from '#shared/programme/track/track.fr.ts';
import type { TrackFaults } from '#shared/programme/track/track.ts';

const text = z.string().max(20_000).catch('');

/** What the form of a track sends. */
export const TrackForm = z.object({
  title: text,
  purpose: text,
  schemaName: text,
  isForCommonCore: text,
});

/** The faults of a track in French, by field. */
export function wordsOf(faults: TrackFaults): Partial<Record<string, string>> {
  return Object.fromEntries(Object.entries(faults).map(([field, code]) => [field, words.errors[code]]));
}
