import { and, eq, inArray, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { checkStateChange, type MissionState } from '#shared/programme/mission/mission.ts';
import { checkExtension, type ExtensionRefusal } from '#shared/programme/mission/mission-day.ts';
import type { MissionOrder } from '#shared/programme/mission/mission-order.ts';
import { findDocumentForMember } from '../../documents/documents.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { experimentOrganisations } from '../experiment/schema.ts';
import type { MissionChange } from './mission-change.ts';
import { lastLoggedDay } from './mission-counts.ts';
import {
  consultingMissions,
  missionCities,
  missionConsultants,
  missionGrants,
  missionStateChanges,
} from './schema.ts';

/**
 * [MS1] Keeps an order. Refused: 'mission.experimentMissing', 'mission.citiesMissing' (a city that is not of the experiment),
 * 'mission.firmMissing' (no consultancy), 'mission.consultantNotOfFirm', 'mission.letterUnreadable'.
 */
export async function orderMission(
  tx: Tx,
  {
    order,
    missionId,
    newId,
    ...who
  }: Reader & { order: MissionOrder; missionId: string; newId: () => string },
): Promise<
  Result<
    { id: string; title: string },
    | 'mission.experimentMissing'
    | 'mission.citiesMissing'
    | 'mission.firmMissing'
    | 'mission.consultantNotOfFirm'
    | 'mission.letterUnreadable'
  >
> {
  const { experimentId, firmId, cityIds, consultantIds, letterDocumentId, quarters, endsOn } = order;
  const cities = await tx
    .select({ id: experimentOrganisations.organisationId })
    .from(experimentOrganisations)
    .where(eq(experimentOrganisations.experimentId, experimentId));
  if (cities.length === 0) return fail('mission.experimentMissing');
  if (!cityIds.every((id) => cities.some((city) => city.id === id))) return fail('mission.citiesMissing');
  const [firm] = await tx
    .select({ kind: organisations.kind })
    .from(organisations)
    .where(eq(organisations.id, firmId));
  if (firm?.kind !== 'consultancy') return fail('mission.firmMissing');
  if (!(await areOfFirm(tx, { firmId, consultantIds }))) return fail('mission.consultantNotOfFirm');
  if (letterDocumentId && !(await findDocumentForMember(tx, { documentId: letterDocumentId, ...who })))
    return fail('mission.letterUnreadable');
  const { userId, now: at } = who;
  await tx.insert(consultingMissions).values({
    id: missionId,
    experimentId,
    firmId,
    title: order.title,
    purpose: order.purpose,
    dailyPriceCents: order.dailyPriceCents,
    startsOn: order.startsOn,
    endsOn,
    grantedQuarters: quarters,
    letterDocumentId,
    createdBy: userId,
    createdAt: at,
  });
  await tx
    .insert(missionGrants)
    .values({ id: newId(), missionId, quarters, endsOn, reason: '', grantedBy: userId, grantedAt: at });
  await tx.insert(missionCities).values(cityIds.map((organisationId) => ({ missionId, organisationId })));
  await tx.insert(missionConsultants).values(
    consultantIds.map((consultantId) => ({
      id: newId(),
      missionId,
      userId: consultantId,
      addedBy: userId,
      addedAt: at,
    })),
  );
  await recordAudit(tx, {
    actorId: userId,
    action: 'mission.opened',
    subject: { kind: 'mission', id: missionId, name: order.title },
    payload: { experimentId, firmId, cityIds, quarters, startsOn: order.startsOn, endsOn },
    now: at,
  });
  return ok({ id: missionId, title: order.title });
}

/** [MS6] Grants more days, a later last day, or both. */
export async function extendMission(
  tx: Tx,
  {
    mission,
    quarters,
    endsOn,
    reason,
    grantId,
    by: grantedBy,
    now: grantedAt,
  }: MissionChange & { quarters: number; endsOn: string; reason: string; grantId: string },
): Promise<Result<void, ExtensionRefusal>> {
  const { id: missionId, title: name } = mission;
  const lastLogged = await lastLoggedDay(tx, missionId);
  const checked = checkExtension({ ...mission, lastLogged }, { quarters, endsOn });
  if (!checked.ok) return checked;
  await tx
    .insert(missionGrants)
    .values({ id: grantId, missionId, quarters, endsOn, reason, grantedBy, grantedAt });
  await tx
    .update(consultingMissions)
    .set({ endsOn, grantedQuarters: mission.grantedQuarters + quarters })
    .where(eq(consultingMissions.id, missionId));
  await recordAudit(tx, {
    actorId: grantedBy,
    action: 'mission.daysGranted',
    subject: { kind: 'mission', id: missionId, name },
    payload: { quarters, endsOn, reason },
    now: grantedAt,
  });
  return ok();
}

/** [MS9] Suspends, takes up again or ends a mission. */
export async function changeMissionState(
  tx: Tx,
  {
    mission: { id: missionId, state: from, title: name },
    to,
    reason,
    changeId,
    by: changedBy,
    now: changedAt,
  }: MissionChange & { to: MissionState; reason: string; changeId: string },
): Promise<Result<void, 'mission.ended' | 'mission.stateUnchanged'>> {
  const checked = checkStateChange(from, to);
  if (!checked.ok) return checked;
  await tx
    .insert(missionStateChanges)
    .values({ id: changeId, missionId, from, to, reason, changedBy, changedAt });
  await tx.update(consultingMissions).set({ state: to }).where(eq(consultingMissions.id, missionId));
  await recordAudit(tx, {
    actorId: changedBy,
    action: 'mission.stateChanged',
    subject: { kind: 'mission', id: missionId, name },
    payload: { from, to, reason },
    now: changedAt,
  });
  return ok();
}

/** [MS1] Names one more consultant. Refused: somebody who is not of its consultancy. */
export async function nameConsultant(
  tx: Tx,
  {
    mission: { id: missionId, firmId },
    consultantId,
    rowId,
    by: addedBy,
    now: addedAt,
  }: MissionChange & { consultantId: string; rowId: string },
): Promise<Result<void, 'mission.consultantNotOfFirm'>> {
  if (!(await areOfFirm(tx, { firmId, consultantIds: [consultantId] })))
    return fail('mission.consultantNotOfFirm');
  const [named] = await tx
    .select({ id: missionConsultants.id })
    .from(missionConsultants)
    .where(isNamed(missionId, consultantId));
  if (named) return ok();
  await tx
    .insert(missionConsultants)
    .values({ id: rowId, missionId, userId: consultantId, addedBy, addedAt });
  return ok();
}

/** [MS2] Takes a consultant off a mission, from this instant. */
export async function removeConsultant(
  tx: Tx,
  { mission, consultantId, by, now }: MissionChange & { consultantId: string },
): Promise<void> {
  await tx
    .update(missionConsultants)
    .set({ removedAt: now, removedBy: by })
    .where(isNamed(mission.id, consultantId));
}

const isNamed = (missionId: string, userId: string) =>
  and(
    eq(missionConsultants.missionId, missionId),
    eq(missionConsultants.userId, userId),
    isNull(missionConsultants.removedAt),
  );

async function areOfFirm(
  tx: Tx,
  { firmId, consultantIds }: { firmId: string; consultantIds: readonly string[] },
): Promise<boolean> {
  if (consultantIds.length === 0) return false;
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(inArray(users.id, [...consultantIds]), eq(users.organisationId, firmId), isNull(users.suspendedAt)),
    );
  return rows.length === consultantIds.length;
}
