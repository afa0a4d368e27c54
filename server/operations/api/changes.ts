import { z } from 'zod';
import { listChanges } from '#db/operations/change/changes.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { CHANGE_KINDS, CHANGE_TYPES, feedCursor, parseFeedCursor } from '#shared/operations/change/change.ts';
import { presentChange } from '../change/present-change.ts';
import { groupFor } from './groups.ts';
import { operation } from './operation.ts';
import { Id } from './shapes.ts';

const Line = z.object({
  /** The same as the `webhook-id` of a webhook that tells of it. */
  id: z.string(),
  at: z.iso.datetime(),
  type: z.enum(CHANGE_TYPES),
  /** Null for what happens in the programme. */
  group: z.object({ id: Id, name: z.string() }).nullable(),
  object: z.object({
    kind: z.enum(CHANGE_KINDS),
    id: z.string(),
    /** As it was called when it happened. */
    title: z.string(),
    url: z.url(),
  }),
  /** Null for the platform itself, and for somebody who left. */
  by: z.object({ name: z.string(), organisation: z.string().nullable() }).nullable(),
});

export const changeOperations = [
  operation({
    path: '/changes',
    name: 'changes.list',
    scope: 'changes:read',
    query: z.object({
      after: z.string().max(100).optional(),
      group: Id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ items: z.array(Line), next: z.string() }),
    run: async (call) => {
      const { services, caller, query } = call;
      const after = query.after === undefined ? null : parseFeedCursor(query.after);
      if (query.after !== undefined && !after) return fail('api.invalid');
      const group = query.group === undefined ? null : await groupFor(call, query.group, 'group.read');
      if (group && !group.ok) return group;
      const { db, now, origin } = services;
      const { changes, end } = await listChanges(db, {
        userId: caller.userId,
        now: now(),
        after,
        groupId: group?.value.id ?? null,
        limit: query.limit,
      });
      return ok({ items: changes.map((change) => presentChange(change, origin)), next: feedCursor(end) });
    },
  }),
];
