import { findMinutes } from '#db/meetings/held/meeting-minutes.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import { requireMeeting } from '../../meeting/require-meeting.server.ts';
import { requireMinutesReader } from '../load-minutes.server.ts';
import type { Route } from './+types/meeting-exact-text';

/** [MR14] The exact text that was submitted, byte for byte: its SHA-256 is the one that the minutes show. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { member, meeting } = await requireMeeting(context, params.seance, 'meeting.read');
  const found = await findMinutes(context.get(servicesContext).db, meeting.id);
  if (!found?.submitted) throw notFound();
  await requireMinutesReader(context, { documentId: found.documentId, userId: member.id });
  return madeFile(found.submitted.exactText, 'attachment; filename="compte-rendu.json"', {
    contentType: 'application/json; charset=utf-8',
  });
}
