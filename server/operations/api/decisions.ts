import { z } from 'zod';
import { listDecisions } from '#db/meetings/decision/decisions.ts';
import { ok } from '#shared/kernel/result.ts';
import { DECISION_STATES } from '#shared/meetings/decision/decision.ts';
import { paths } from '#shared/paths.ts';
import { groupFor } from './groups.ts';
import { operation } from './operation.ts';
import { Id, listOf, Page, pageOf } from './shapes.ts';

const Decision = z.object({
  id: Id,
  /** « 2023-4 »: the year, and the rank in it. */
  number: z.string(),
  text: z.string(),
  decidedOn: z.iso.date(),
  state: z.enum(DECISION_STATES),
  /** Whether it still stands in its document. */
  isInText: z.boolean(),
  document: z.object({ id: Id, title: z.string() }),
  url: z.url(),
});

export const decisionOperations = [
  operation({
    path: '/groups/{group}/decisions',
    name: 'decisions.list',
    scope: 'documents:read',
    params: z.object({ group: Id }),
    query: Page,
    answer: listOf(Decision),
    run: async (call) => {
      const group = await groupFor(call, call.params.group, 'decision.read');
      if (!group.ok) return group;
      const { db, now, origin } = call.services;
      const reader = { userId: call.caller.userId, now: now() };
      const decisions = await listDecisions(db, { groupId: group.value.id, ...reader });
      const items = decisions.map(({ id, year, number, text, decidedOn, state, isInText, document }) => ({
        id,
        number: `${year}-${number}`,
        text,
        decidedOn,
        state,
        isInText,
        document: { id: document.id, title: document.title },
        url: origin + paths.decision(id),
      }));
      return ok(pageOf(items, call.query));
    },
  }),
];
