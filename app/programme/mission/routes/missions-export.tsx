import { listMissionsForMember } from '#db/programme/mission/missions.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import { filterMissions, readMissionFilter } from '#shared/programme/mission/mission-list.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import { missionsCsv } from '../missions-csv.ts';
import type { Route } from './+types/missions-export';

/** [MS3] The list of missions as it is filtered, as a file. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { db, now } = context.get(servicesContext);
  const all = await listMissionsForMember(db, { userId: member.id, now: now() });
  const missions = filterMissions(all, readMissionFilter(new URL(request.url).searchParams));
  return madeFile(missionsCsv(missions), `attachment; filename="${words.csvName}"`);
}
