import { nameVersion } from '#db/documents/history/document-versions.ts';
import type { Db } from '#db/kernel/client.ts';
import { effectsOf, inTransaction } from '#db/kernel/transaction.ts';
import { listAttendees, listGuests } from '#db/meetings/held/meeting-attendances.ts';
import {
  approveMinutes,
  beginMinutes,
  findMinutes,
  type Minutes,
  noteSheet,
  submitMinutes,
  takeApprovalBack,
} from '#db/meetings/held/meeting-minutes.ts';
import { listVotes } from '#db/meetings/held/meeting-votes.ts';
import type { MeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { TITLE_MAX } from '#shared/kernel/title.ts';
import type { MeetingHeldError } from '#shared/meetings/held/meeting-held-errors.ts';
import { minutes as words } from '#shared/meetings/held/minutes.fr.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Documents } from '../../documents/documents.ts';
import type { ExactTexts } from '../../documents/history/exact-texts.ts';
import { makeDocument } from '../../documents/new-document.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import { firstText, sheetText } from './minutes-text.ts';

type Refusal = MeetingHeldError | 'access.notFound';
type Meeting = Pick<MeetingForMember, 'id' | 'groupId' | 'title' | 'startsAt' | 'endsAt' | 'place'>;

/** The minutes of meetings: what needs their live text; `minutes-operations.ts` has the rest. */
export interface MeetingMinutes {
  /** [MR12] Makes the document of the minutes from the agenda. Refused: 'minutes.alreadyBegun'. */
  begin(
    meeting: Meeting,
    by: string,
    agenda: readonly { readonly title: string }[],
  ): Promise<Result<{ id: string; title: string }, Refusal>>;
  /** Writes attendance and votes at the end of the minutes, once. Refused: 'minutes.notBegun', 'minutes.alreadyApproved'. */
  addSheet(meeting: Meeting, by: string): Promise<Result<void, Refusal>>;
  /** [MR12] Pins the text as it is now. Refused: 'minutes.notBegun', 'minutes.empty', 'minutes.alreadyApproved'. */
  submit(meeting: Meeting, by: string): Promise<Result<void, Refusal>>;
  /** [MR13] Approves the text that was submitted, at a later meeting, and freezes the document. Refused: see `approveMinutes`. */
  approve(meeting: Meeting, by: string, at: string): Promise<Result<void, Refusal>>;
}

const room = (id: string) => roomName({ kind: 'document', id });

/** Makes what handles the minutes of meetings. */
export function createMeetingMinutes({
  db,
  rooms,
  documents,
  exactTexts,
  now,
  newId,
}: {
  readonly db: Db;
  readonly rooms: Rooms;
  readonly documents: Documents;
  readonly exactTexts: Pick<ExactTexts, 'read'>;
  readonly now: () => Date;
  readonly newId: () => string;
}): MeetingMinutes {
  const read = ({ documentId: id, title }: Minutes, by: string) =>
    exactTexts.read({ id, title }, inNameOf(by));
  const changeOf = ({ id: meetingId, groupId }: Meeting, by: string) => ({
    meetingId,
    groupId,
    by,
    now: now(),
    activityId: newId(),
  });

  async function addSheet(meeting: Meeting, by: string): Promise<Result<void, Refusal>> {
    const { id: meetingId, groupId } = meeting;
    const found = await findMinutes(db, meetingId);
    if (!found) return fail('minutes.notBegun');
    if (found.status === 'approved') return fail('minutes.alreadyApproved');
    if (found.sheetAt) return ok();
    const [attendees, guests, votes] = await Promise.all([
      listAttendees(db, { meetingId, groupId, now: now() }),
      listGuests(db, meetingId),
      listVotes(db, { meetingId, userId: by }),
    ]);
    const blocks = sheetText({ attendees, guests, votes });
    await rooms.apply(room(found.documentId), { userId: by }, 'document.append', { blocks });
    await inTransaction(db, (tx) => noteSheet(tx, { meetingId, now: now() }));
    return ok();
  }

  return {
    addSheet,

    async begin(meeting, by, agenda) {
      if (await findMinutes(db, meeting.id)) return fail('minutes.alreadyBegun');
      const title = words.of(meeting.title).slice(0, TITLE_MAX);
      const begins = await documents.beginWith(firstText(meeting, agenda), by);
      const documentId = newId();
      return inTransaction(db, async (tx) => {
        const act = { tx, now: now(), newId, after: effectsOf(tx) };
        const made = await makeDocument(act, { documentId, groupId: meeting.groupId, title, by, begins });
        if (!made.ok) throw new Error(`minutes have no title: ${made.error}`);
        const noted = await beginMinutes(tx, { ...changeOf(meeting, by), documentId });
        return noted.ok ? made : noted;
      });
    },

    async submit(meeting, by) {
      const found = await findMinutes(db, meeting.id);
      if (!found) return fail('minutes.notBegun');
      const { exactText, sha256, seq, hasText } = await read(found, by);
      const change = changeOf(meeting, by);
      return inTransaction(db, async (tx) => {
        const submitted = await submitMinutes(tx, { ...change, exactText, sha256, seq, hasText });
        if (!submitted.ok) return submitted;
        const named = await nameVersion(tx, {
          documentId: found.documentId,
          groupId: meeting.groupId,
          by,
          now: change.now,
          activityId: newId(),
          versionId: newId(),
          seq,
          name: words.versionName(dates.short(change.now)),
        });
        if (!named.ok) throw new Error(`the submitted state has no name: ${named.error}`);
        return ok();
      });
    },

    async approve(meeting, by, at) {
      const found = await findMinutes(db, meeting.id);
      if (!found) return fail('minutes.notBegun');
      const { exactText } = await read(found, by);
      const recheck = { room: room(found.documentId) };
      const approved = await inTransaction(db, (tx) => {
        effectsOf(tx).recheck(recheck);
        return approveMinutes(tx, { ...changeOf(meeting, by), at, exactText });
      });
      if (!approved.ok) return approved;
      // Somebody may have written between the reading and the freezing: what was approved is what was submitted, or nothing is.
      if ((await read(found, by)).exactText === exactText) return ok();
      await inTransaction(db, async (tx) => {
        await takeApprovalBack(tx, changeOf(meeting, by));
        effectsOf(tx).recheck(recheck);
      });
      return fail('minutes.changed');
    },
  };
}
