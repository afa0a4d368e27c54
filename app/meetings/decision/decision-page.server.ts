import type { RouterContextProvider } from 'react-router';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { findDecision, listChanges } from '#db/meetings/decision/decision-changes.ts';
import { findDecisionMeeting } from '#db/meetings/decision/decision-meetings.ts';
import { listDecisions } from '#db/meetings/decision/decisions.ts';
import { findGroup, findGroupRole } from '#db/people/group/groups.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { CHANGE_KINDS, decideChange } from '#shared/meetings/decision/decision.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';
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
  const role = await findGroupRole(db, { groupId: decision.groupId, userId: member.id, now: now() });
  return { member, decision, role };
}

/** All that the page of a decision shows. */
export async function loadDecision(context: Context, segment: string | undefined) {
  const { member, decision, role } = await requireDecision(context, segment);
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
  const all = canChange ? await listDecisions(db, { groupId: decision.groupId, ...reader }) : [];
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
const done = (_made: unknown, { decision }: DecisionPage) => paths.decision(decision.id);

/** [DA4] What the buttons of the page of a decision do. */
export const decisionGestures = {
  change: ofDecision('decision.change', { fields: { kind: choice(CHANGE_KINDS), target: text }, done }),
  concern: ofDecision('decision.concern', { fields: { address: text }, done }),
  remove: ofDecision('decision.removeChange', { fields: { change: text }, done }),
};
