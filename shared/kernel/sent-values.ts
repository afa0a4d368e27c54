import { z } from 'zod';

/**
 * [SC19] Numbers and instants that come from outside, within what a column of the database holds: what is beyond is refused where it comes in.
 * Texts are `storable.ts`; days are `day/days.ts`.
 */

/** A count, a rank, a version: an `integer`. */
export const SentCount = z.coerce.number().int().min(0).max(2_147_483_647);

/** A place in the log of a room: a `bigint`, as far as numbers of JavaScript are exact. */
export const SentSeq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** An instant of the years that four digits write, with a day to spare for every time zone. */
export const SentInstant = z
  .string()
  .min(1)
  .pipe(z.coerce.date<string>().min(new Date('0001-01-02T00:00:00Z')).max(new Date('9999-12-30T23:59:59Z')));

/** Which version somebody has seen, as a hidden field says it: none (0) for whatever is no count. */
export const seenIn = (sent: unknown): number => SentCount.catch(0).parse(sent);
