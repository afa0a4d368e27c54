import type { RouterContextProvider } from 'react-router';
import { findMissionForMember } from '#db/programme/mission/missions.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import type { MissionForMember } from '#shared/programme/mission/mission-records.ts';
import { type Member, servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';

type Context = Readonly<RouterContextProvider>;

/** [MS3] The person and the mission of an address segment, if they may see it. */
export async function requireMission(
  context: Context,
  segment: string | undefined,
): Promise<{ member: Member; mission: MissionForMember }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const missionId = idOfSegment(segment);
  const mission = missionId
    ? await findMissionForMember(db, { missionId, userId: member.id, now: now() })
    : null;
  if (!mission) throw notFound();
  return { member, mission };
}
