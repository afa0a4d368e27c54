import type { RouterContextProvider } from 'react-router';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { findDecision, listChanges } from '#db/meetings/decision/decision-changes.ts';
import { findDecisionMeeting } from '#db/meetings/decision/decision-meetings.ts';
import { listDecisions } from '#db/meetings/decision/decisions.ts';
import { findGroup, findGroupForMember } from '#db/people/group/groups.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { decision as words } from '#shared/meetings/decision/decision.fr.ts';
import { CHANGE_KINDS, decideChange } from '#shared/meetings/decision/decision.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { choice, gesturesOf, text } from '../../kernel/gesture.server.ts';
import type { ShownChange } from './decision-changes.tsx';

type Context = Readonly<RouterContextProvider>;

/** The person and the decision of an address, if they may read its document; 404 else. */
export async function requireDecision(context: Context, segment: string | undefined) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const decisionId = idOfSegment(segment);
  const decision = decisionId && (await findDecision(db, { decisionId, userId: member.id, now: now() }));
  if (!decision) throw notFound();
  const own = await findGroupForMember(db, { groupId: decision.groupId, userId: member.id, now: now() });
  return { member, decision, own, role: own?.role ?? null };
}

/** All that the page of a decision shows. */
export async function loadDecision(context: Context, segment: string | undefined) {
  const { member, decision, own, role } = await requireDecision(context, segment);
  const { db, now } = context.get(servicesContext);
  const reader = { userId: member.id, now: now() };
  const group = await findGroup(db, decision.groupId);
  if (!group) throw notFound();
  const found = await listChanges(db, { decisionId: decision.id, ...reader });
  const names = await findObjectNames(db, { refs: found.flatMap(({ object }) => object ?? []), ...reader });
  const changes: ShownChange[] = found.map(({ object, ...change }) => ({
    ...change,
    isObject: object !== null,
    object: (object && names[objectKey(object)]) ?? null,
  }));
  const canChange = canInGroup(role, 'decision.change');
  const all = canChange && own ? await listDecisions(db, { groupId: own.id, ...reader }) : [];
  const isMember = canInGroup(role, 'decision.read');
  const meeting = isMember ? await findDecisionMeeting(db, decision.document.id) : null;
  return {
    decision,
    meeting,
    group: { id: group.id, title: group.name },
    isMember,
    changes,
    canChange,
    earlier: all.filter((other) => decideChange(decision, other).ok),
  };
}

interface DecisionPage {
  readonly decision: { readonly id: string };
}

const ofDecision = gesturesOf(({ decision }: DecisionPage) => ({ decisionId: decision.id }));
const after = afterOn(({ decision }: DecisionPage) => paths.decision(decision.id));

const kind = choice(CHANGE_KINDS);

/** [DA4] What the buttons of the page of a decision do. */
export const decisionGestures = {
  change: ofDecision('decision.change', {
    fields: { kind, target: text },
    done: ({ year, number }, page, { kind: done }) =>
      after(words.change.done[done](words.number(year, number)), 'change')(null, page),
  }),
  concern: ofDecision('decision.concern', {
    fields: { address: text },
    done: ({ name }, page) => after(words.concern.done(name), 'change')(null, page),
  }),
  remove: ofDecision('decision.removeChange', {
    fields: { change: text },
    done: ({ kind: was, targetId }, page) => ({
      ...after(words.changes.removed, 'change')(null, page),
      ...(targetId !== null && {
        undo: { label: words.changes.putBack, fields: { intent: 'change', kind: was, target: targetId } },
      }),
    }),
  }),
};
