import { describe, expect, test } from 'vitest';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import { isConsultantOf } from '#db/programme/mission/mission-access.ts';
import {
  addDeliverable,
  answerDelivery,
  findDelivered,
  listDeliverables,
  submitDelivery,
} from '#db/programme/mission/mission-deliverables.ts';
import {
  changeMissionState,
  nameConsultant,
  orderMission,
  removeConsultant,
} from '#db/programme/mission/mission-orders.ts';
import {
  findMissionForMember,
  listMissionHistory,
  listMissionsForMember,
} from '#db/programme/mission/missions.ts';
import { aDocument, aGroup, aMember } from '#db/seed/builders/builders.ts';
import type { MissionOrder } from '#shared/programme/mission/mission-order.ts';
import { type MissionWorld, withMission } from '#tests/support/programme/missions.ts';

const refused = (error: string) => ({ ok: false, error });
const SEERS = ['claire', 'marc', 'nadia', 'yann', 'camille'] as const;
const OTHERS = ['lea', 'basile', 'rivale', 'guest'] as const;

describe('[MS3] who sees a mission', () => {
  test('coordinators, reviewers, people of its cities, its consultants; it is absent for anybody else', () =>
    withMission(async ({ db, people, missionId }) => {
      for (const who of SEERS) {
        expect(await findMissionForMember(db, { missionId, ...people[who] }), who).toMatchObject({
          id: missionId,
        });
        expect(await listMissionsForMember(db, people[who]), who).toHaveLength(1);
      }
      for (const who of OTHERS) {
        expect(await findMissionForMember(db, { missionId, ...people[who] }), who).toBeNull();
        expect(await listMissionsForMember(db, people[who]), who).toEqual([]);
      }
    }));

  test('its consultants no longer, once it is suspended or its last day is over', () =>
    withMission(async ({ db, site, people, missionId, experimentId }) => {
      const { camille, nadia, claire } = people;
      const later = { userId: camille.userId, now: new Date('2023-07-01T08:00:00Z') };
      expect(await findMissionForMember(db, { missionId, ...later })).toBeNull();
      const change = { ...claire, missionId, reason: 'Fin', changeId: site.newId(), to: 'ended' as const };
      for (const who of ['camille', 'nadia', 'marc'] as const)
        expect(await changeMissionState(db, { ...change, ...people[who] })).toEqual(
          refused('access.forbidden'),
        );
      expect(await changeMissionState(db, { ...change, ...people.lea })).toEqual(refused('access.notFound'));
      expect(await changeMissionState(db, change)).toMatchObject({ ok: true });
      expect(await findMissionForMember(db, { missionId, ...camille })).toBeNull();
      expect(await listMissionsForMember(db, camille)).toEqual([]);
      expect(await isConsultantOf(db, { experimentId, ...camille })).toBe(false);
      expect(await findMissionForMember(db, { missionId, ...nadia })).toMatchObject({ standing: 'city' });
      const again = { ...change, changeId: site.newId(), to: 'running' as const };
      expect(await changeMissionState(db, again)).toEqual(refused('mission.ended'));
      expect((await listMissionHistory(db, missionId)).changes).toMatchObject([
        { from: 'running', to: 'ended', reason: 'Fin' },
      ]);
    }));
});

describe('[MS1] ordering', () => {
  const orderOf = (
    { experimentId, firm, valmont, people }: MissionWorld,
    given: Partial<MissionOrder> = {},
  ): MissionOrder => ({
    title: 'Appui',
    purpose: '',
    experimentId,
    firmId: firm.id,
    cityIds: [valmont.id],
    consultantIds: [people.basile.userId],
    quarters: 20,
    dailyPriceCents: 85_000,
    startsOn: '2023-03-01',
    endsOn: '2023-04-30',
    letterDocumentId: null,
    ...given,
  });
  const place = (world: MissionWorld, given: Partial<MissionOrder> = {}, who = world.people.claire) =>
    orderMission(world.db, {
      ...who,
      missionId: world.site.newId(),
      newId: world.site.newId,
      order: orderOf(world, given),
    });

  test('by coordinators, and it is told in the audit trail; a consultant comes with it', () =>
    withMission(async (world) => {
      const { db, people, experimentId } = world;
      for (const who of ['marc', 'nadia', 'camille', 'guest'] as const)
        expect(await place(world, {}, people[who]), who).toEqual(refused('access.notFound'));
      expect(await isConsultantOf(db, { experimentId, ...people.basile })).toBe(false);
      expect(await place(world)).toMatchObject({ ok: true });
      expect(await isConsultantOf(db, { experimentId, ...people.basile })).toBe(true);
      expect(await db.select({ action: auditEntries.action }).from(auditEntries)).toEqual([
        { action: 'mission.opened' },
      ]);
    }));

  test('of one consultancy, for cities of the experiment, with a letter that the coordinator may read', () =>
    withMission(async (world) => {
      const { site, people, castelbrume, valmont } = world;
      const both = [people.basile.userId, people.rivale.userId];
      expect(await place(world, { consultantIds: both })).toEqual(refused('mission.consultantNotOfFirm'));
      expect(await place(world, { firmId: valmont.id })).toEqual(refused('mission.firmMissing'));
      expect(await place(world, { cityIds: [castelbrume.id] })).toEqual(refused('mission.citiesMissing'));
      expect(await place(world, { experimentId: 'none' })).toEqual(refused('mission.experimentMissing'));
      expect(await place(world, { letterDocumentId: site.newId() })).toEqual(
        refused('mission.letterUnreadable'),
      );
      const group = await aGroup(site);
      await aMember(site, { groupId: group.id, userId: people.nadia.userId, role: 'contributor' });
      const letter = await aDocument(site, { groupId: group.id, createdBy: people.nadia.userId });
      expect(await place(world, { letterDocumentId: letter.id })).toMatchObject({ ok: true });
    }));

  test('names and takes off consultants of the same consultancy', () =>
    withMission(async ({ db, site, people, missionId, experimentId }) => {
      const change = { ...people.claire, missionId, rowId: site.newId() };
      const { basile, rivale, camille } = people;
      expect(await nameConsultant(db, { ...change, consultantId: rivale.userId })).toEqual(
        refused('mission.consultantNotOfFirm'),
      );
      expect(await nameConsultant(db, { ...change, ...camille, consultantId: basile.userId })).toEqual(
        refused('access.forbidden'),
      );
      expect(await nameConsultant(db, { ...change, consultantId: basile.userId })).toMatchObject({
        ok: true,
      });
      expect(await isConsultantOf(db, { experimentId, ...basile })).toBe(true);
      expect(await removeConsultant(db, { ...change, ...camille, consultantId: basile.userId })).toEqual(
        refused('access.forbidden'),
      );
      expect(await removeConsultant(db, { ...change, consultantId: basile.userId })).toMatchObject({
        ok: true,
      });
      expect(await isConsultantOf(db, { experimentId, ...basile })).toBe(false);
    }));
});

describe('[MS7] deliverables', () => {
  const content = { fileName: 'a.pdf', contentType: 'application/pdf', bytes: 3, storageKey: 'x' };

  test('are submitted by consultants, accepted by the city; each submission is answered once, the last one only', () =>
    withMission(async ({ db, site, people, missionId }) => {
      const deliverableId = site.newId();
      const { camille, nadia, marc, lea, claire } = people;
      const add = (who: typeof nadia) =>
        addDeliverable(db, { ...who, missionId, deliverableId, title: 'Plan de données', dueOn: null });
      expect(await add(nadia)).toEqual(refused('access.forbidden'));
      expect(await add(lea)).toEqual(refused('access.notFound'));
      expect(await add(camille)).toMatchObject({ ok: true });
      const submit = (who: typeof nadia, deliveryId: string, sha256: string) =>
        submitDelivery(db, {
          ...who,
          missionId,
          deliverableId,
          deliveryId,
          note: '',
          content: { ...content, sha256 },
        });
      const [first, second] = [site.newId(), site.newId()];
      expect(await submit(nadia, first, 'a'.repeat(64))).toEqual(refused('access.forbidden'));
      expect(await submit(camille, first, 'a'.repeat(64))).toMatchObject({ ok: true, value: { number: 1 } });
      expect(await submit(camille, second, 'b'.repeat(64))).toMatchObject({ ok: true, value: { number: 2 } });
      const answer = (who: typeof nadia, deliveryId: string, verdict: 'accepted' | 'changes') =>
        answerDelivery(db, { ...who, missionId, deliveryId, verdict, reason: 'Ajoutez le calendrier' });
      expect(await answer(camille, second, 'accepted')).toEqual(refused('access.forbidden'));
      expect(await answer(marc, second, 'accepted')).toEqual(refused('access.forbidden'));
      expect(await answer(lea, second, 'accepted')).toEqual(refused('access.notFound'));
      expect(await answer(nadia, first, 'accepted')).toEqual(refused('mission.newerDelivery'));
      expect(await answer(nadia, second, 'changes')).toMatchObject({ ok: true });
      expect(await answer(claire, second, 'accepted')).toEqual(refused('mission.alreadyAnswered'));
      const third = site.newId();
      expect(await submit(camille, third, 'c'.repeat(64))).toMatchObject({ ok: true });
      expect(await answer(claire, third, 'accepted')).toMatchObject({ ok: true });
      expect(await submit(camille, site.newId(), 'd'.repeat(64))).toEqual(
        refused('mission.deliverableAccepted'),
      );
      expect(await listDeliverables(db, missionId)).toMatchObject([
        {
          title: 'Plan de données',
          deliveries: [
            { number: 3, sha256: 'c'.repeat(64), answer: { verdict: 'accepted' } },
            { number: 2, answer: { verdict: 'changes', organisation: 'Valmont' } },
            { number: 1, answer: null },
          ],
        },
      ]);
      expect(await findDelivered(db, { missionId, deliveryId: third })).toMatchObject({ fileName: 'a.pdf' });
      expect(await findDelivered(db, { missionId: site.newId(), deliveryId: third })).toBeNull();
      const [line] = await db.select().from(auditEntries).limit(1);
      expect(line?.payload).toContain('b'.repeat(64));
    }));
});
