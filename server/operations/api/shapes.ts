import { z } from 'zod';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { SentInstant } from '#shared/kernel/sent-values.ts';
import { FREQUENCIES, LICENCES, PRODUCER_KINDS } from '#shared/library/dataset/dataset.ts';
import { IMPORTANCES } from '#shared/library/need/data-need.ts';
import { THEME_KEYS } from '#shared/people/group/theme.ts';

/** Shapes of the contract that several operations share. */
export const Id = z.uuid();
/** better-auth's accounts have opaque ids of their own. */
export const UserId = z.string().min(1).max(64);
export const Role = z.enum(GROUP_ROLES);
/** [SC19] An instant that is sent: ISO 8601, with the time zone. */
export const Instant = z.iso.datetime({ offset: true }).pipe(SentInstant);

export const Nothing = z.object({});
export const Page = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A list answers its items and an opaque cursor to the next ones, null at the end. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export const Theme = z.object({ key: z.enum(THEME_KEYS), name: z.string() });
/** Fields of one shape. */
export const each = <Shape extends z.ZodType>(shape: Shape, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, shape]));
/** What is said of data that a use case needs. */
export const needed = {
  importance: z.enum(IMPORTANCES),
  producerKind: z.enum(PRODUCER_KINDS),
  frequency: z.enum(FREQUENCIES),
  licence: z.enum(LICENCES),
  ...each(z.string(), 'producerName', 'schemaName'),
};

export const Organisation = z.object({ id: z.string(), name: z.string() });

export const Group = z.object({
  id: Id,
  name: z.string(),
  purpose: z.string(),
  /** Whose space it is; null for a working group, which alone has a season and a theme. */
  organisationId: Id.nullable(),
  season: z.string().nullable(),
  theme: Theme.nullable(),
  role: Role,
  url: z.url(),
});

/**
 * Cuts a whole ordered list into pages: the cursor says after which id to go on. An id that has gone since starts over,
 * so that a script never misses the end.
 */
export function pageOf<T extends { readonly id: string }>(
  all: readonly T[],
  { cursor, limit }: z.output<typeof Page>,
): { items: T[]; next: string | null } {
  const after = cursor ? Buffer.from(cursor, 'base64url').toString() : null;
  const start = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
  const items = all.slice(start, start + limit);
  const last = items.at(-1);
  return {
    items,
    next: last && start + limit < all.length ? Buffer.from(last.id).toString('base64url') : null,
  };
}
