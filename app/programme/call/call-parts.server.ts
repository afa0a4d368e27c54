import type { listCalls } from '#db/programme/call/calls.ts';
import { callPart } from '#shared/programme/call/call.ts';

/** Calls by what can be done with them at an instant: those that are open or coming the next one first, those that are past the last one first. */
export function partsOfCalls(all: Awaited<ReturnType<typeof listCalls>>, now: Date) {
  const calls = all.map(({ id, title, opensAt, closesAt, season, ...dates }) => ({
    ...{ id, title, opensAt, closesAt, season: season.name },
    part: callPart({ opensAt, closesAt, ...dates }, now),
  }));
  const ofPart = (part: (typeof calls)[number]['part']) => calls.filter((call) => call.part === part);
  return { open: ofPart('open').toReversed(), coming: ofPart('coming').toReversed(), past: ofPart('past') };
}
