import { holdMission, type Mission } from '#db/programme/mission/mission-change.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import {
  canInMission,
  type MissionAction,
  type MissionStanding,
} from '#shared/programme/mission/mission-access.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

/** Who acts, on which mission, and what they are to it. */
export interface OnMission extends ByPerson {
  readonly mission: Mission;
  readonly standing: MissionStanding;
}

/** [MS3] Whoever may do this with the mission of the input, which is held: two changes at once follow one another. */
export function onMission(action: MissionAction): Right<{ readonly missionId: string }, OnMission> {
  return async ({ tx, now }, { userId }, { missionId }) => {
    const held = userId === null ? null : await holdMission(tx, { missionId, userId, now });
    if (userId === null || !held) return fail('access.notFound');
    return canInMission(held.standing, action) ? ok({ by: userId, ...held }) : fail('access.forbidden');
  };
}
