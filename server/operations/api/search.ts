import { z } from 'zod';
import { searchEverything } from '#db/search/search.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { stateOf } from '#shared/kind-states.fr.ts';
import { KIND_NAMES, type KindName } from '#shared/kinds.ts';
import { THEME_KEYS } from '#shared/people/group/theme.ts';
import { parseSearch } from '#shared/search/search-query.ts';
import { operation } from './operation.ts';
import { Id, Instant } from './shapes.ts';

const Kind = z.enum(KIND_NAMES as [KindName, ...KindName[]]);
/** `marks`: from and to, in UTF-16 units of `text`. */
const Marked = z.object({
  text: z.string(),
  marks: z.array(z.tuple([z.number().int(), z.number().int()]).readonly()).readonly(),
});

export const searchOperations = [
  operation({
    path: '/search',
    name: 'search',
    scope: 'search:read',
    query: z.object({
      q: z.string().max(20_000).default(''),
      kind: Kind.optional(),
      group: Id.optional(),
      organisation: Id.optional(),
      theme: z.enum(THEME_KEYS).optional(),
      /** Of the kind, which is asked for with it. */
      state: z.string().max(40).optional(),
      since: Instant.optional(),
      skip: z.coerce.number().int().min(0).max(1_000).default(0),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          kind: Kind,
          id: z.string(),
          title: Marked,
          excerpt: Marked,
          where: z.array(z.string()).readonly(),
          author: z.string().nullable(),
          updatedAt: z.iso.datetime(),
          url: z.url().nullable(),
        }),
      ),
      /** Of each kind, at most about a thousand altogether. */
      counts: z.record(z.string(), z.number().int()),
      isMore: z.boolean(),
      /** Nothing has the very words: these have some that look like them. */
      isNear: z.boolean(),
    }),
    run: async ({ services: { db, now, origin }, caller: { userId }, query: asked }) => {
      const query = parseSearch(asked.q);
      if (!query.ok) return query;
      const { kind = null, group = null, organisation = null, theme = null, since, skip, limit } = asked;
      const inState = stateOf(kind, asked.state ?? null);
      if (asked.state !== undefined && !inState) return fail('search.stateUnknown');
      const found = await searchEverything(db, {
        query: query.value,
        filter: { kind, groupId: group, organisationId: organisation, theme, inState, since: since ?? null },
        userId,
        now: now(),
        skip,
        limit,
      });
      if (!found.ok) return found;
      const items = found.value.items.map(({ path, updatedAt, ...item }) => ({
        ...item,
        updatedAt: updatedAt.toISOString(),
        url: path && origin + path,
      }));
      return ok({ ...found.value, counts: { ...found.value.counts }, items });
    },
  }),
];
