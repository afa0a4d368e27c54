import { z } from 'zod';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { chooseActionBoard } from '#db/meetings/decision/actions.ts';
import {
  changeDecision,
  concernObject,
  findDecision,
  removeChange,
} from '#db/meetings/decision/decision-changes.ts';
import type { DecisionLine } from '#db/meetings/decision/decisions.ts';
import { findGroupRole } from '#db/people/group/groups.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { objectAtAddress } from '#shared/documents/text/object-address.ts';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import { chosenId, Id } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { CHANGE_KINDS } from '#shared/meetings/decision/decision.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { type Act, operation, type Right } from '../../kernel/operation.ts';
import { type ByPerson, inGroup } from '../../people/rights.ts';

const OfDecision = z.object({ decisionId: Id });

interface OnDecision extends ByPerson {
  readonly decision: DecisionLine;
}

/** [DA3] [DA4] Whoever reads the document of a decision and has a role in its group that allows this; for who does not read it, it is absent. */
function onDecision(action: GroupAction): Right<{ readonly decisionId: string }, OnDecision> {
  return async ({ tx, now }, { userId }, { decisionId }) => {
    const decision = userId === null ? null : await findDecision(tx, { decisionId, userId, now });
    if (userId === null || !decision) return fail('access.notFound');
    const role = await findGroupRole(tx, { groupId: decision.groupId, userId, now });
    return canInGroup(role, action) ? ok({ by: userId, decision }) : fail('access.forbidden');
  };
}

/** [DA4] [DA7] What decisions do to others and to objects, and where the actions of a group go. Open documents hear of it. */
export const decisionOperations = {
  'decision.change': operation({
    input: OfDecision.extend({ kind: z.enum(CHANGE_KINDS), target: chosenId('decision.notFound') }),
    right: onDecision('decision.change'),
    refusals: {
      'decision.notFound': 'target',
      'decision.notEarlier': 'target',
      'decision.already': 'target',
    },
    async run(act, { kind, target: targetId }) {
      const changed = await changeDecision(act.tx, { ...askedBy(act), kind, targetId });
      if (changed.ok) await tellOf(act, targetId);
      return changed;
    },
  }),

  /** By its address, as the browser shows it. */
  'decision.concern': operation({
    input: OfDecision.extend({ address: z.string().max(2_000) }),
    right: onDecision('decision.change'),
    refusals: { 'decision.targetInvalid': 'address', 'decision.already': 'address' },
    async run(act, { address }) {
      const { tx, by: userId, now, link } = act;
      const object = objectAtAddress(address.trim(), link(''));
      const names = object && (await findObjectNames(tx, { refs: [object], userId, now }));
      const name = object && names?.[objectKey(object)]?.name;
      if (!object || name === undefined || name === null) return fail('decision.targetInvalid');
      const written = await concernObject(tx, { ...askedBy(act), object });
      return written.ok ? ok({ name }) : written;
    },
  }),

  'decision.removeChange': operation({
    input: OfDecision.extend({ change: Id }),
    right: onDecision('decision.change'),
    refusals: { 'decision.notFound': '' },
    async run(act, { decisionId, change: changeId }) {
      const removed = await removeChange(act.tx, { decisionId, changeId });
      if (removed.ok && removed.value.targetId !== null) await tellOf(act, removed.value.targetId);
      return removed;
    },
  }),

  /** The board where the actions of a group become cards. */
  'actionBoard.choose': operation({
    input: z.object({ groupId: Id, board: chosenId('decision.boardInvalid') }),
    right: inGroup('board.create'),
    refusals: { 'decision.boardInvalid': 'board' },
    async run({ tx }, { groupId, board: boardId }) {
      return (await chooseActionBoard(tx, { groupId, boardId })) ? ok() : fail('decision.boardInvalid');
    },
  }),
};

function askedBy({ decision, by, now, newId }: Act & OnDecision) {
  return { decision, by, now, changeId: newId(), activityId: newId() };
}

/** The document of the other decision shows what became of it. */
async function tellOf({ tx, by: userId, now, after }: Act & ByPerson, decisionId: string): Promise<void> {
  const target = await findDecision(tx, { decisionId, userId, now });
  if (target) after.news(roomName({ kind: 'document', id: target.document.id }), 'objects');
}
