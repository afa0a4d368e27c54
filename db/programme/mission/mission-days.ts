import { and, asc, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { checkDay } from '#shared/programme/mission/mission-day.ts';
import type { MissionError } from '#shared/programme/mission/mission-errors.ts';
import type { LoggedDay, WorkedDay } from '#shared/programme/mission/mission-records.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { inMission, type MissionChange } from './mission-change.ts';
import { countDays } from './mission-counts.ts';
import { type consultingMissions, missionCities, missionConsultants, missionDays } from './schema.ts';

export type DayRefusal = MissionError | 'access.notFound' | 'access.forbidden';

/** What a refused day says beside why: how much remains. */
type Logged =
  | { readonly ok: true; readonly value: { readonly remainingQuarters: number } }
  | { readonly ok: false; readonly error: DayRefusal; readonly remainingQuarters?: number };

/**
 * [MS4] Logs a day. A consultant logs their own; a coordinator in the name of one who is, or was, named on the mission. Refused:
 * 'access.notFound', 'access.forbidden', 'mission.citiesMissing', 'mission.consultantUnknown', and what `checkDay` says.
 */
export function logDay(
  db: Db,
  { worked, dayId, ...change }: MissionChange & { worked: WorkedDay; dayId: string },
): Promise<Logged> {
  return inMission(db, change, 'mission.log', async (tx, mission, standing) => {
    if (standing === 'consultant' && worked.consultantId !== change.userId) return fail('access.forbidden');
    return keep(tx, change, { mission, worked, dayId, replacesId: null, reason: '' });
  });
}

/**
 * [MS5] Corrects a day that counts, or takes it away (0 quarters). Consultants correct their own. Refused: what `logDay` refuses,
 * 'mission.alreadyCorrected'.
 */
export function correctDay(
  db: Db,
  {
    worked,
    dayId,
    replacesId,
    reason,
    ...change
  }: MissionChange & {
    worked: Omit<WorkedDay, 'consultantId'>;
    dayId: string;
    replacesId: string;
    reason: string;
  },
): Promise<Logged> {
  return inMission(db, change, 'mission.log', async (tx, mission, standing) => {
    const [old] = await tx
      .select()
      .from(missionDays)
      .where(and(eq(missionDays.id, replacesId), eq(missionDays.missionId, mission.id)));
    if (!old) return fail('access.notFound');
    const { consultantId } = old;
    if (standing === 'consultant' && consultantId !== change.userId) return fail('access.forbidden');
    const [newer] = await tx
      .select({ id: missionDays.id })
      .from(missionDays)
      .where(eq(missionDays.replacesId, replacesId));
    if (newer || old.quarters === 0) return fail('mission.alreadyCorrected');
    return keep(tx, change, { mission, worked: { ...worked, consultantId }, dayId, replacesId, reason });
  });
}

async function keep(
  tx: Db,
  { userId: loggedBy, now: loggedAt }: MissionChange,
  given: {
    mission: typeof consultingMissions.$inferSelect;
    worked: WorkedDay;
    dayId: string;
    replacesId: string | null;
    reason: string;
  },
): Promise<Logged> {
  const { mission, worked, dayId: id, replacesId, reason } = given;
  const missionId = mission.id;
  const { consultantId, day, quarters, organisationId } = worked;
  const [city] = await tx
    .select({ id: missionCities.organisationId })
    .from(missionCities)
    .where(and(eq(missionCities.missionId, missionId), eq(missionCities.organisationId, organisationId)));
  if (!city) return fail('mission.citiesMissing');
  const [named] = await tx
    .select({ id: missionConsultants.id })
    .from(missionConsultants)
    .where(and(eq(missionConsultants.missionId, missionId), eq(missionConsultants.userId, consultantId)))
    .limit(1);
  if (!named) return fail('mission.consultantUnknown');
  // Two missions of one person at once: their day is counted over both.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, consultantId)).for('no key update');
  const counted = await countDays(tx, { missionId, consultantId, day, without: replacesId });
  const checked = checkDay({ ...mission, ...counted }, { day, quarters, today: parisDay(loggedAt) });
  const remainingQuarters = mission.grantedQuarters - counted.usedQuarters;
  if (!checked.ok) return { ...checked, remainingQuarters };
  await tx.insert(missionDays).values({ id, missionId, ...worked, replacesId, reason, loggedBy, loggedAt });
  return ok({ remainingQuarters: remainingQuarters - quarters });
}

/** [MS4] [MS5] Every row of the log of a mission, the last day first, what was corrected included. The caller has checked who asks. */
export function listMissionDays(db: Db, missionId: string): Promise<LoggedDay[]> {
  const [consultants, loggers, newer] = [
    alias(users, 'consultant'),
    alias(users, 'logger'),
    alias(missionDays, 'newer'),
  ];
  return db
    .select({
      id: missionDays.id,
      organisationId: missionDays.organisationId,
      city: organisations.name,
      consultantId: missionDays.consultantId,
      consultant: consultants.name,
      day: missionDays.day,
      quarters: missionDays.quarters,
      work: missionDays.work,
      replacesId: missionDays.replacesId,
      reason: missionDays.reason,
      loggedBy: loggers.name,
      loggedAt: missionDays.loggedAt,
      replacedBy: newer.id,
    })
    .from(missionDays)
    .innerJoin(organisations, eq(organisations.id, missionDays.organisationId))
    .innerJoin(consultants, eq(consultants.id, missionDays.consultantId))
    .leftJoin(loggers, eq(loggers.id, missionDays.loggedBy))
    .leftJoin(newer, eq(newer.replacesId, missionDays.id))
    .where(eq(missionDays.missionId, missionId))
    .orderBy(desc(missionDays.day), asc(missionDays.loggedAt));
}
