import { z } from 'zod';
import {
  closeMeeting,
  giveTime,
  goToItem,
  openMeeting,
  reopenMeeting,
  takeBackOpening,
} from '#db/meetings/held/meeting-runs.ts';
import { Id } from '#shared/kernel/input.ts';
import { operation } from '../../kernel/operation.ts';
import { changeOf } from '../meeting/meeting-operations.ts';
import { inMeeting } from '../meeting/meeting-rights.ts';

const OfMeeting = z.object({ meetingId: Id });
const NO_SUCH_ITEM = { 'meetingHeld.notOpen': '', 'meetingHeld.itemNotFound': '' } as const;

/** [MR2] [MR3] How a meeting is held, from its opening to its closing. */
export const runOperations = {
  'meetingHeld.open': operation({
    input: OfMeeting,
    right: inMeeting('meeting.run'),
    refusals: { 'meetingHeld.cancelled': '', 'meetingHeld.alreadyClosed': '' },
    run: (act) => openMeeting(act.tx, changeOf(act)),
  }),

  'meetingHeld.takeBackOpening': operation({
    input: OfMeeting,
    right: inMeeting('meeting.run'),
    refusals: { 'meetingHeld.notOpen': '', 'meetingHeld.begun': '' },
    run: (act) => takeBackOpening(act.tx, changeOf(act)),
  }),

  'meetingHeld.close': operation({
    input: OfMeeting,
    right: inMeeting('meeting.run'),
    refusals: { 'meetingHeld.notOpen': '', 'meetingHeld.voteOpen': '' },
    run: (act) => closeMeeting(act.tx, changeOf(act)),
  }),

  'meetingHeld.reopen': operation({
    input: OfMeeting,
    right: inMeeting('meeting.run'),
    refusals: { 'meetingHeld.notOpen': '' },
    run: (act) => reopenMeeting(act.tx, changeOf(act)),
  }),

  /** To an item of the agenda, or to none. */
  'meetingHeld.goTo': operation({
    input: OfMeeting.extend({ item: Id.or(z.literal('').transform(() => null)) }),
    right: inMeeting('meeting.run'),
    refusals: NO_SUCH_ITEM,
    run: (act, { item: itemId }) => goToItem(act.tx, { ...changeOf(act), itemId }),
  }),

  'meetingHeld.giveTime': operation({
    input: OfMeeting.extend({ item: Id }),
    right: inMeeting('meeting.run'),
    refusals: NO_SUCH_ITEM,
    run: (act, { item: itemId }) => giveTime(act.tx, { ...changeOf(act), itemId }),
  }),
};
