import { eq } from 'drizzle-orm';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { SignatoryError } from '#shared/people/organisation/signatory.ts';
import {
  canInMission,
  type MissionAction,
  type MissionStanding,
} from '#shared/programme/mission/mission-access.ts';
import type { MissionError } from '#shared/programme/mission/mission-errors.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { findMissionStanding } from './mission-access.ts';
import { consultingMissions } from './schema.ts';

/** Who changes a mission, and when. */
export interface MissionChange extends Reader {
  readonly missionId: string;
}

type Refusal = MissionError | 'access.notFound' | 'access.forbidden';

/**
 * Runs a change of a mission with its row locked, so that two at once follow one another. Refused before it runs: 'access.notFound'
 * (it is absent for this person), 'access.forbidden' (they only see it).
 */
export function inMission<Done extends Result<unknown, Refusal | SignatoryError>>(
  db: Db,
  change: MissionChange,
  action: MissionAction,
  run: (
    tx: Db,
    mission: typeof consultingMissions.$inferSelect,
    standing: MissionStanding,
  ) => Promise<Done | Result<never, Refusal>>,
): Promise<Done | Result<never, Refusal>> {
  return db.transaction(async (tx) => {
    const [mission] = await tx
      .select()
      .from(consultingMissions)
      .where(eq(consultingMissions.id, change.missionId))
      .for('update');
    const standing = mission ? await findMissionStanding(tx, change) : null;
    if (!mission || !standing) return fail('access.notFound');
    return canInMission(standing, action) ? run(tx, mission, standing) : fail('access.forbidden');
  });
}
