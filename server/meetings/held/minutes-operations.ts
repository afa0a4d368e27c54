import { z } from 'zod';
import { findMinutes, takeApprovalBack } from '#db/meetings/held/meeting-minutes.ts';
import { Id } from '#shared/kernel/input.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { operation } from '../../kernel/operation.ts';
import { changeOf } from '../meeting/meeting-operations.ts';
import { inMeeting } from '../meeting/meeting-rights.ts';

/** [MR13] What of the minutes of a meeting needs nothing of their live text; `minutes.ts` has the rest. */
export const minutesOperations = {
  /** Their document is written again. */
  'minutes.takeApprovalBack': operation({
    input: z.object({ meetingId: Id }),
    right: inMeeting('minutes.approve'),
    refusals: { 'minutes.notBegun': '', 'minutes.notApproved': '' },
    async run(act) {
      const found = await findMinutes(act.tx, act.meeting.id);
      if (found) act.after.recheck({ room: roomName({ kind: 'document', id: found.documentId }) });
      return takeApprovalBack(act.tx, changeOf(act));
    },
  }),
};
