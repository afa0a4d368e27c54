import { listAttendees, listGuests } from '#db/meetings/held/meeting-attendances.ts';
import { meetingHeld } from '#shared/meetings/held/meeting-held.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import { requireMeeting } from '../../meeting/require-meeting.server.ts';
import { attendanceCsv } from '../attendance-csv.ts';
import type { Route } from './+types/meeting-attendance';

/** [MR4] Who was there, as a file that spreadsheets open. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { meeting } = await requireMeeting(context, params.seance, 'meeting.read');
  const { db, now } = context.get(servicesContext);
  const { id: meetingId, groupId, title } = meeting;
  const [attendees, guests] = await Promise.all([
    listAttendees(db, { meetingId, groupId, now: now() }),
    listGuests(db, meetingId),
  ]);
  const name = encodeURIComponent(`${meetingHeld.attendance.csvName(title)}.csv`);
  return madeFile(
    attendanceCsv(attendees, guests),
    `attachment; filename="presences.csv"; filename*=UTF-8''${name}`,
  );
}
