import { and, asc, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { checkDay, type DayRefusal } from '#shared/programme/mission/mission-day.ts';
import type { LoggedDay, WorkedDay } from '#shared/programme/mission/mission-records.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { MissionChange } from './mission-change.ts';
import { countDays } from './mission-counts.ts';
import { missionCities, missionConsultants, missionDays } from './schema.ts';

type Refusal = DayRefusal | 'mission.citiesMissing' | 'mission.consultantUnknown';

/** [MS4] Logs a day of somebody who is, or was, named on the mission. */
export function logDay(
  tx: Tx,
  { worked, dayId, ...change }: MissionChange & { worked: WorkedDay; dayId: string },
): Promise<Result<void, Refusal>> {
  return keep(tx, change, { worked, dayId, replacesId: null, reason: '' });
}

/** [MS5] Whose day this is; null when it is none of this mission. */
export async function findDay(
  tx: Tx,
  { missionId, dayId }: { missionId: string; dayId: string },
): Promise<{ id: string; consultantId: string; quarters: number } | null> {
  const { id, consultantId, quarters } = missionDays;
  const [day] = await tx
    .select({ id, consultantId, quarters })
    .from(missionDays)
    .where(and(eq(id, dayId), eq(missionDays.missionId, missionId)));
  return day ?? null;
}

/** [MS5] Corrects a day that counts, or takes it away (0 quarters). Refused: what `logDay` refuses, one that was corrected already. */
export async function correctDay(
  tx: Tx,
  {
    old,
    worked,
    dayId,
    reason,
    ...change
  }: MissionChange & {
    old: NonNullable<Awaited<ReturnType<typeof findDay>>>;
    worked: Omit<WorkedDay, 'consultantId'>;
    dayId: string;
    reason: string;
  },
): Promise<Result<void, Refusal | 'mission.alreadyCorrected'>> {
  const { id: replacesId, consultantId } = old;
  const [newer] = await tx
    .select({ id: missionDays.id })
    .from(missionDays)
    .where(eq(missionDays.replacesId, replacesId));
  if (newer || old.quarters === 0) return fail('mission.alreadyCorrected');
  return keep(tx, change, { worked: { ...worked, consultantId }, dayId, replacesId, reason });
}

async function keep(
  tx: Tx,
  { mission, by: loggedBy, now: loggedAt }: MissionChange,
  {
    worked,
    dayId: id,
    replacesId,
    reason,
  }: { worked: WorkedDay; dayId: string; replacesId: string | null; reason: string },
): Promise<Result<void, Refusal>> {
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
  if (!checked.ok) return checked;
  await tx.insert(missionDays).values({ id, missionId, ...worked, replacesId, reason, loggedBy, loggedAt });
  return ok();
}

/** [MS4] [MS5] Every row of the log of a mission, the last day first, what was corrected included. */
export function listMissionDays(db: Db, missionId: Readable<'mission'>): Promise<LoggedDay[]> {
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
