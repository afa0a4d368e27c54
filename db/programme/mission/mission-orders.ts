import { and, eq, inArray, isNull } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { checkStateChange, type MissionState } from '#shared/programme/mission/mission.ts';
import { checkExtension } from '#shared/programme/mission/mission-day.ts';
import type { MissionError } from '#shared/programme/mission/mission-errors.ts';
import type { MissionOrder } from '#shared/programme/mission/mission-order.ts';
import { findDocumentForMember } from '../../documents/documents.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { experimentOrganisations } from '../experiment/schema.ts';
import { findAsking } from './mission-access.ts';
import { inMission, type MissionChange } from './mission-change.ts';
import { lastLoggedDay } from './mission-counts.ts';
import {
  consultingMissions,
  missionCities,
  missionConsultants,
  missionGrants,
  missionStateChanges,
} from './schema.ts';

type Refusal = MissionError | 'access.notFound' | 'access.forbidden';

/**
 * [MS1] Keeps an order. Refused: 'access.notFound' (no coordinator), 'mission.experimentMissing', 'mission.citiesMissing' (a city
 * that is not of the experiment), 'mission.firmMissing' (no consultancy), 'mission.consultantNotOfFirm', 'mission.letterUnreadable'.
 */
export function orderMission(
  db: Db,
  {
    order,
    missionId,
    newId,
    ...who
  }: Reader & { order: MissionOrder; missionId: string; newId: () => string },
): Promise<Result<{ id: string; title: string }, Refusal>> {
  return db.transaction(async (tx) => {
    const person = await findAsking(tx, who.userId);
    if (!person || !canOnPlatform(person.platformRole, 'programme.coordinate'))
      return fail('access.notFound');
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
  });
}

/** [MS6] Grants more days, a later last day, or both. Refused: 'access.notFound', 'access.forbidden', and what `checkExtension` says. */
export function extendMission(
  db: Db,
  {
    quarters,
    endsOn,
    reason,
    grantId,
    ...change
  }: MissionChange & { quarters: number; endsOn: string; reason: string; grantId: string },
): Promise<Result<void, Refusal>> {
  return inMission(db, change, 'mission.change', async (tx, mission) => {
    const lastLogged = await lastLoggedDay(tx, mission.id);
    const checked = checkExtension({ ...mission, lastLogged }, { quarters, endsOn });
    if (!checked.ok) return checked;
    const { missionId, userId: grantedBy, now: grantedAt } = change;
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
      subject: { kind: 'mission', id: missionId, name: mission.title },
      payload: { quarters, endsOn, reason },
      now: grantedAt,
    });
    return ok();
  });
}

/** [MS9] Suspends, takes up again or ends a mission. Refused: 'access.notFound', 'access.forbidden', and what `checkStateChange` says. */
export function changeMissionState(
  db: Db,
  { to, reason, changeId, ...change }: MissionChange & { to: MissionState; reason: string; changeId: string },
): Promise<Result<void, Refusal>> {
  return inMission(db, change, 'mission.change', async (tx, { id: missionId, state: from, title: name }) => {
    const checked = checkStateChange(from, to);
    if (!checked.ok) return checked;
    const { userId: changedBy, now: changedAt } = change;
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
  });
}

/** [MS1] Names one more consultant. Refused: 'access.notFound', 'access.forbidden', 'mission.consultantNotOfFirm'. */
export function nameConsultant(
  db: Db,
  { consultantId, rowId, ...change }: MissionChange & { consultantId: string; rowId: string },
): Promise<Result<void, Refusal>> {
  return inMission(db, change, 'mission.change', async (tx, { id: missionId, firmId }) => {
    if (!(await areOfFirm(tx, { firmId, consultantIds: [consultantId] })))
      return fail('mission.consultantNotOfFirm');
    const [named] = await tx
      .select({ id: missionConsultants.id })
      .from(missionConsultants)
      .where(isNamed(missionId, consultantId));
    if (named) return ok();
    const { userId: addedBy, now: addedAt } = change;
    await tx
      .insert(missionConsultants)
      .values({ id: rowId, missionId, userId: consultantId, addedBy, addedAt });
    return ok();
  });
}

/** [MS2] Takes a consultant off a mission, from this instant. Refused: 'access.notFound', 'access.forbidden'. */
export function removeConsultant(
  db: Db,
  { consultantId, ...change }: MissionChange & { consultantId: string },
): Promise<Result<void, Refusal>> {
  return inMission(db, change, 'mission.change', async (tx, { id: missionId }) => {
    await tx
      .update(missionConsultants)
      .set({ removedAt: change.now, removedBy: change.userId })
      .where(isNamed(missionId, consultantId));
    return ok();
  });
}

const isNamed = (missionId: string, userId: string) =>
  and(
    eq(missionConsultants.missionId, missionId),
    eq(missionConsultants.userId, userId),
    isNull(missionConsultants.removedAt),
  );

async function areOfFirm(
  tx: Db,
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
