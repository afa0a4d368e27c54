import { z } from 'zod';
import { searchEverything } from '#db/search/search.ts';
import { ok } from '#shared/kernel/result.ts';
import { SEARCH_KINDS, type SearchKind } from '#shared/search/search-kinds.ts';
import { parseSearch } from '#shared/search/search-query.ts';
import { operation } from './operation.ts';
import { Id, Instant, Nothing } from './shapes.ts';

const Kind = z.enum(SEARCH_KINDS as [SearchKind, ...SearchKind[]]);
/** `marks`: from and to, in UTF-16 units of `text`. */
const Marked = z.object({
  text: z.string(),
  marks: z.array(z.tuple([z.number().int(), z.number().int()]).readonly()).readonly(),
});

export const searchOperations = [
  operation({
    method: 'get',
    path: '/search',
    name: 'search',
    scope: 'search:read',
    params: Nothing,
    query: z.object({
      q: z.string().max(20_000).default(''),
      kind: Kind.optional(),
      group: Id.optional(),
      organisation: Id.optional(),
      since: Instant.optional(),
      skip: z.coerce.number().int().min(0).max(1_000).default(0),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    body: null,
    success: 200,
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
      const { kind = null, group = null, organisation = null, since, skip, limit } = asked;
      const found = await searchEverything(db, {
        query: query.value,
        filter: { kind, groupId: group, organisationId: organisation, since: since ?? null },
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
