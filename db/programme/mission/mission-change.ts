import { eq } from 'drizzle-orm';
import type { MissionStanding } from '#shared/programme/mission/mission-access.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findMissionStanding } from './mission-access.ts';
import { consultingMissions } from './schema.ts';

/** A mission as it is kept. */
export type Mission = typeof consultingMissions.$inferSelect;

/** Who changes a mission, and when. */
export interface MissionChange {
  readonly mission: Mission;
  readonly by: string;
  readonly now: Date;
}

/**
 * [MS3] The mission, with its row locked, so that two changes at once follow one another, and what this person is to it; null when it must
 * look absent.
 */
export async function holdMission(
  tx: Tx,
  reader: Reader & { readonly missionId: string },
): Promise<{ mission: Mission; standing: MissionStanding } | null> {
  const [mission] = await tx
    .select()
    .from(consultingMissions)
    .where(eq(consultingMissions.id, reader.missionId))
    .for('update');
  const standing = mission ? await findMissionStanding(tx, reader) : null;
  return mission && standing ? { mission, standing } : null;
}
