import type { RouterContextProvider } from 'react-router';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import {
  changeDecision,
  concernObject,
  findDecision,
  listChanges,
  removeChange,
} from '#db/meetings/decision/decision-changes.ts';
import { findDecisionMeeting } from '#db/meetings/decision/decision-meetings.ts';
import { type DecisionLine, listDecisions } from '#db/meetings/decision/decisions.ts';
import { findGroup, findGroupRole } from '#db/people/group/groups.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { objectAtAddress } from '#shared/documents/text/object-address.ts';
import type { DomainError } from '#shared/errors.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { CHANGE_KINDS, decideChange } from '#shared/meetings/decision/decision.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { type Member, servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';
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

interface Asked {
  readonly intent: string;
  readonly kind: string;
  readonly target: string;
  readonly address: string;
  readonly change: string;
}

/** [DA4] Does what a form of the page asks, and tells the open documents. */
export async function changeOnPage(
  context: Context,
  { decision, member }: { decision: DecisionLine; member: Member },
  asked: Asked,
): Promise<Result<unknown, DomainError>> {
  const { db, now, newId, rooms, origin } = context.get(servicesContext);
  const by = { decision, by: member.id, now: now(), changeId: newId(), activityId: newId() };
  let targetId: string | null = null;
  if (asked.intent === 'remove') {
    const removed = await removeChange(db, { decisionId: decision.id, changeId: asked.change });
    if (!removed.ok) return removed;
    targetId = removed.value.targetId;
  } else if (asked.intent === 'concern') {
    const object = objectAtAddress(asked.address.trim(), origin);
    const names = object && (await findObjectNames(db, { refs: [object], userId: member.id, now: now() }));
    if (!object || !names?.[objectKey(object)]) return fail('decision.targetInvalid');
    return concernObject(db, { ...by, object });
  } else {
    const kind = CHANGE_KINDS.find((one) => one === asked.kind);
    if (!kind) return fail('decision.notFound');
    const changed = await changeDecision(db, { ...by, kind, targetId: asked.target });
    if (!changed.ok) return changed;
    targetId = asked.target;
  }
  const target =
    targetId && (await findDecision(db, { decisionId: targetId, userId: member.id, now: now() }));
  if (target) rooms.tellNews(roomName({ kind: 'document', id: target.document.id }), 'objects');
  return { ok: true, value: undefined };
}
