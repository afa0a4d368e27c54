import { z } from 'zod';
import {
  addItem,
  changeItem,
  moveItem,
  setItemAccepted,
  setItemRemoved,
} from '#db/meetings/meeting/agendas.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { chosenOrNone, Id, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { parseLine } from '#shared/kernel/title.ts';
import { parseMinutes } from '#shared/meetings/meeting/agenda.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { changeOf } from './meeting-operations.ts';
import { type InMeeting, inMeeting } from './meeting-rights.ts';

const OfMeeting = z.object({ meetingId: Id });
const OfItem = OfMeeting.extend({ item: Id });
const Draft = {
  title: read((text) => parseLine(text, { empty: 'meeting.itemEmpty', tooLong: 'meeting.itemTooLong' })),
  minutes: read(parseMinutes),
  owner: chosenOrNone('member.notFound'),
  documents: z.array(z.string().max(64)).max(1_000),
};

const CLOSED = { 'meeting.isCancelled': '', 'meeting.isOver': '' } as const;
const NO_SUCH_ITEM = { ...CLOSED, 'meeting.itemNotFound': '' } as const;

/** [M8] Points of the agenda of a meeting. */
export const agendaOperations = {
  /** Proposed, unless a facilitator adds it. */
  'agendaItem.add': operation({
    input: OfMeeting.extend(Draft),
    right: inMeeting('meeting.propose'),
    refusals: { ...CLOSED, 'member.notFound': 'owner', 'meeting.agendaFull': '' },
    async run(act, { title, minutes, owner: ownerId, documents: documentIds }) {
      const draft = { title, minutes, ownerId, documentIds };
      const { isFacilitator } = asFacilitator(act);
      const itemId = act.newId();
      const added = await addItem(act.tx, { ...changeOf(act), itemId, isFacilitator, draft });
      return added.ok ? ok({ itemId, isAccepted: isFacilitator }) : added;
    },
  }),

  'agendaItem.change': operation({
    input: OfItem.extend(Draft),
    right: inMeeting('meeting.propose'),
    refusals: { ...NO_SUCH_ITEM, 'member.notFound': 'owner' },
    run: (act, { item: itemId, title, minutes, owner: ownerId, documents: documentIds }) => {
      const draft = { title, minutes, ownerId, documentIds };
      return changeItem(act.tx, { ...changeOf(act), ...asFacilitator(act), itemId, draft });
    },
  }),

  'agendaItem.accept': operation({
    input: OfItem,
    right: inMeeting('meeting.manage'),
    refusals: NO_SUCH_ITEM,
    run: (act, { item: itemId }) => setItemAccepted(act.tx, { ...changeOf(act), itemId, isAccepted: true }),
  }),

  /** Has one that was accepted wait for an answer again. */
  'agendaItem.takeAcceptanceBack': operation({
    input: OfItem,
    right: inMeeting('meeting.manage'),
    refusals: NO_SUCH_ITEM,
    run: (act, { item: itemId }) => setItemAccepted(act.tx, { ...changeOf(act), itemId, isAccepted: false }),
  }),

  /** To a rank that is counted from 0. */
  'agendaItem.move': operation({
    input: OfItem.extend({
      rank: z
        .string()
        .regex(/^\d{1,4}$/)
        .transform(Number),
    }),
    right: inMeeting('meeting.manage'),
    refusals: NO_SUCH_ITEM,
    run: (act, { item: itemId, rank }) => moveItem(act.tx, { ...changeOf(act), itemId, rank }),
  }),

  'agendaItem.remove': operation({
    input: OfItem,
    right: inMeeting('meeting.propose'),
    refusals: NO_SUCH_ITEM,
    async run(act, { item: itemId }) {
      const change = { ...changeOf(act), ...asFacilitator(act), itemId };
      const removed = await setItemRemoved(act.tx, { ...change, isRemoved: true });
      return removed.ok ? ok({ itemId }) : removed;
    },
  }),

  /** Puts one that was removed back where it was. */
  'agendaItem.restore': operation({
    input: OfItem,
    right: inMeeting('meeting.propose'),
    refusals: NO_SUCH_ITEM,
    run: (act, { item: itemId }) =>
      setItemRemoved(act.tx, { ...changeOf(act), ...asFacilitator(act), itemId, isRemoved: false }),
  }),
};

function asFacilitator({ meeting }: Act & InMeeting) {
  return { isFacilitator: canInGroup(meeting.group.role, 'meeting.manage') };
}
