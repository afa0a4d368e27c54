import { and, asc, eq, sql } from 'drizzle-orm';
import { DUE_MAX, type DueAsking, due } from '../../people/due.ts';
import { isOfCity, isOpenTo } from './mission-access.ts';
import { consultingMissions, missionDeliverables } from './schema.ts';

const { id, title, dueOn } = missionDeliverables;

/** Of a row of `mission_deliverable`: what was said of its last submission; `none` of one that waits, null where nothing was submitted. */
const lastVerdict = sql<string | null>`(select coalesce(said.verdict, 'none') from mission_delivery as handed
  left join mission_verdict as said on said.delivery_id = handed.id
  where handed.deliverable_id = ${id} order by handed.number desc limit 1)`;

/** [MS7] Of a row of `mission_deliverable`: it was not handed over, or is to be changed. */
export const isToHandOver = sql`coalesce(${lastVerdict}, 'changes') = 'changes'`;

const found = ({ db }: DueAsking, kind: 'deliverable' | 'verdict') =>
  db
    .select(
      due(kind, {
        id,
        title,
        parentId: consultingMissions.id,
        place: consultingMissions.title,
        day: kind === 'deliverable' ? dueOn : sql`null`,
      }),
    )
    .from(missionDeliverables)
    .innerJoin(consultingMissions, eq(consultingMissions.id, missionDeliverables.missionId));

/** [MS7] Of their missions: what was not handed over, or is to be changed. */
export function deliverablesDue(asking: DueAsking) {
  return found(asking, 'deliverable')
    .where(and(isOpenTo(asking.db, asking), isToHandOver))
    .orderBy(sql`${dueOn} asc nulls last`, asc(id))
    .limit(DUE_MAX);
}

/** [MS7] Of the missions for their city: what waits to be accepted. */
export function verdictsDue(asking: DueAsking) {
  return found(asking, 'verdict')
    .where(and(isOfCity(asking.db, asking.organisationId), sql`${lastVerdict} = 'none'`))
    .orderBy(sql`${dueOn} asc nulls last`, asc(id))
    .limit(DUE_MAX);
}
