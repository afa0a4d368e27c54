import { and, asc, inArray, sql } from 'drizzle-orm';
import type { ListedMission } from '#shared/programme/mission/mission-records.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { isToHandOver } from './deliverables-due.ts';
import { listMissionsForMember } from './missions.ts';
import { missionDeliverables } from './schema.ts';

/** A mission that goes on, as a consultant of it begins from it. */
export interface OwnMission
  extends Pick<ListedMission, 'id' | 'title' | 'endsOn' | 'grantedQuarters' | 'usedQuarters' | 'experiment'> {
  readonly cities: readonly { readonly name: string }[];
  /** The first thing that is still to be handed over. */
  readonly next: { readonly title: string; readonly dueOn: string | null } | null;
}

/** [AF8] The missions that go on and that this person may see, the one that ends first, first. */
export async function listOwnMissions(db: Db, who: Reader): Promise<OwnMission[]> {
  const missions = (await listMissionsForMember(db, who))
    .filter(({ state }) => state !== 'ended')
    .toReversed();
  const ids = missions.map(({ id }) => id);
  const { missionId, title, dueOn, id } = missionDeliverables;
  const owed =
    ids.length === 0
      ? []
      : await db
          .select({ missionId, title, dueOn })
          .from(missionDeliverables)
          .where(and(inArray(missionId, ids), isToHandOver))
          .orderBy(sql`${dueOn} asc nulls last`, asc(id));
  return missions.map((mission) => ({
    ...mission,
    next: owed.find((one) => one.missionId === mission.id) ?? null,
  }));
}
