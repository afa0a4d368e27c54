import { findMinutes } from '#db/meetings/held/meeting-minutes.ts';
import { findRun } from '#db/meetings/held/meeting-runs.ts';
import { servicesContext } from '../../../context.ts';
import { requireMeeting } from '../../meeting/require-meeting.server.ts';
import { revisionOf } from '../load-running.server.ts';
import type { Route } from './+types/meeting-running-state';

/** [MR15] Which revision of a held meeting this is; 304 for whoever knows it. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { meeting } = await requireMeeting(context, params.seance, 'meeting.read');
  const { db } = context.get(servicesContext);
  const [run, minutes] = await Promise.all([findRun(db, meeting.id), findMinutes(db, meeting.id)]);
  const revision = revisionOf(run.revision, minutes !== null);
  const headers = { ETag: `"${revision}"`, 'Cache-Control': 'private, no-cache' };
  if (request.headers.get('If-None-Match') === `"${revision}"`)
    return new Response(null, { status: 304, headers });
  return Response.json({ revision }, { headers });
}
