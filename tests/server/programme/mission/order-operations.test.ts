import { describe, expect, test } from 'vitest';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import { findDelivered, listDeliverables } from '#db/programme/mission/mission-deliverables.ts';
import {
  findMissionForMember,
  listMissionHistory,
  listMissionsForMember,
} from '#db/programme/mission/missions.ts';
import { aDocument, aGroup, aMember } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import type { TypedOrder } from '#shared/programme/mission/mission-order.ts';
import { doing } from '#tests/support/programme/mission-operations.ts';
import { isConsultantOf, type MissionWorld, withMission } from '#tests/support/programme/missions.ts';

const refused = (error: string) => expect.objectContaining({ ok: false, error });
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
    withMission(async (world) => {
      const { db, people, missionId, experimentId } = world;
      const { camille, nadia, claire } = people;
      const later = { userId: camille.userId, now: new Date('2023-07-01T08:00:00Z') };
      expect(await findMissionForMember(db, { missionId, ...later })).toBeNull();
      const change = (who: typeof nadia, to: 'ended' | 'running' = 'ended') =>
        doing(world, who, 'mission.changeState', { to, reason: 'Fin' });
      for (const who of ['camille', 'nadia', 'marc'] as const)
        expect(await change(people[who])).toEqual(refused('access.forbidden'));
      expect(await change(people.lea)).toEqual(refused('access.notFound'));
      expect(await change(claire)).toMatchObject({ ok: true });
      expect(await findMissionForMember(db, { missionId, ...camille })).toBeNull();
      expect(await listMissionsForMember(db, camille)).toEqual([]);
      expect(await isConsultantOf(db, { experimentId, ...camille })).toBe(false);
      expect(await findMissionForMember(db, { missionId, ...nadia })).toMatchObject({ standing: 'city' });
      expect(await change(claire, 'running')).toEqual(refused('mission.ended'));
      expect((await listMissionHistory(db, missionId)).changes).toMatchObject([
        { from: 'running', to: 'ended', reason: 'Fin' },
      ]);
    }));
});

describe('[MS1] ordering', () => {
  const orderOf = (
    { experimentId, firm, valmont, people }: MissionWorld,
    given: Partial<TypedOrder> = {},
  ): TypedOrder => ({
    title: 'Appui',
    purpose: '',
    experiment: experimentId,
    firm: firm.id,
    cities: [valmont.id],
    consultants: [people.basile.userId],
    days: '5',
    dailyPrice: '850',
    startsOn: '2023-03-01',
    endsOn: '2023-04-30',
    letter: '',
    ...given,
  });
  const place = (world: MissionWorld, given: Partial<TypedOrder> = {}, who = world.people.claire) =>
    doing(world, who, 'mission.order', orderOf(world, given));

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
      expect(await place(world, { consultants: both })).toEqual(refused('mission.consultantNotOfFirm'));
      expect(await place(world, { firm: valmont.id })).toEqual(refused('mission.firmMissing'));
      expect(await place(world, { cities: [castelbrume.id] })).toEqual(refused('mission.citiesMissing'));
      expect(await place(world, { experiment: 'none' })).toEqual(refused('mission.experimentMissing'));
      expect(await place(world, { letter: site.newId() })).toEqual(refused('mission.letterUnreadable'));
      expect(await place(world, { title: '', days: '0' })).toMatchObject({
        fields: { title: 'mission.titleInvalid', days: 'mission.daysInvalid' },
      });
      const group = await aGroup(site);
      await aMember(site, { groupId: group.id, userId: people.nadia.userId, role: 'contributor' });
      const letter = await aDocument(site, { groupId: group.id, createdBy: people.nadia.userId });
      expect(await place(world, { letter: letter.id })).toMatchObject({ ok: true });
    }));

  test('names and takes off consultants of the same consultancy', () =>
    withMission(async (world) => {
      const { db, people, experimentId } = world;
      const { basile, rivale, camille, claire } = people;
      const name = (who: typeof claire, { userId: consultant }: typeof claire) =>
        doing(world, who, 'mission.nameConsultant', { consultant });
      expect(await name(claire, rivale)).toEqual(refused('mission.consultantNotOfFirm'));
      expect(await name(camille, basile)).toEqual(refused('access.forbidden'));
      expect(await name(claire, basile)).toMatchObject({ ok: true });
      expect(await isConsultantOf(db, { experimentId, ...basile })).toBe(true);
      const remove = (who: typeof claire) =>
        doing(world, who, 'mission.removeConsultant', { consultant: basile.userId });
      expect(await remove(camille)).toEqual(refused('access.forbidden'));
      expect(await remove(claire)).toMatchObject({ ok: true });
      expect(await isConsultantOf(db, { experimentId, ...basile })).toBe(false);
    }));
});

describe('[MS7] deliverables', () => {
  test('are submitted by consultants, accepted by the city; each submission is answered once, the last one only', () =>
    withMission(async (world) => {
      const { db, site, people, missionId } = world;
      const { camille, nadia, marc, lea, claire } = people;
      const add = (who: typeof nadia) =>
        doing(world, who, 'deliverable.add', { title: 'Plan de données', dueOn: '' });
      expect(await add(nadia)).toEqual(refused('access.forbidden'));
      expect(await add(lea)).toEqual(refused('access.notFound'));
      expect(await add(camille)).toMatchObject({ ok: true });
      const [{ id: deliverable = '' } = {}] = await listDeliverables(db, missionId);
      const group = await aGroup(site);
      await aMember(site, { groupId: group.id, userId: camille.userId, role: 'contributor' });
      const { id: documentId } = await aDocument(site, { groupId: group.id, createdBy: camille.userId });
      const submit = (who: typeof nadia, sha256: string, handed = documentId) =>
        doing(world, who, 'delivery.submit', {
          ...{ deliverable, note: '' },
          pinned: { sha256, documentId: handed, seq: 1, exactText: '{}' },
        });
      const last = async () => (await listDeliverables(db, missionId))[0]?.deliveries[0]?.id ?? '';
      expect(await submit(nadia, 'a'.repeat(64))).toEqual(refused('access.forbidden'));
      expect(await submit(camille, 'a'.repeat(64), site.newId())).toEqual(refused('mission.documentMissing'));
      expect(await submit(camille, 'a'.repeat(64))).toMatchObject({ ok: true });
      const first = await last();
      expect(await submit(camille, 'b'.repeat(64))).toMatchObject({ ok: true });
      const second = await last();
      const answer = (who: typeof nadia, delivery: string, verdict: 'accepted' | 'changes') =>
        doing(world, who, 'delivery.answer', { delivery, verdict, reason: 'Ajoutez le calendrier' });
      expect(await answer(camille, second, 'accepted')).toEqual(refused('access.forbidden'));
      expect(await answer(marc, second, 'accepted')).toEqual(refused('access.forbidden'));
      expect(await answer(lea, second, 'accepted')).toEqual(refused('access.notFound'));
      expect(await answer(nadia, first, 'accepted')).toEqual(refused('mission.newerDelivery'));
      expect(await answer(nadia, second, 'changes')).toMatchObject({ ok: true });
      expect(await answer(claire, second, 'accepted')).toEqual(refused('mission.alreadyAnswered'));
      expect(await submit(camille, 'c'.repeat(64))).toMatchObject({ ok: true });
      const third = await last();
      expect(await answer(claire, third, 'accepted')).toMatchObject({ ok: true });
      expect(await submit(camille, 'd'.repeat(64))).toEqual(refused('mission.deliverableAccepted'));
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
      expect(await findDelivered(db, { missionId, deliveryId: third })).toMatchObject({ exactText: '{}' });
      expect(await findDelivered(db, { missionId: asReadable(site.newId()), deliveryId: third })).toBeNull();
      const [line] = await db.select().from(auditEntries).limit(1);
      expect(line?.payload).toContain('b'.repeat(64));
    }));
});
