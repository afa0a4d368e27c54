import { describe, expect, test } from 'vitest';
import { countNeedsAt } from '#db/library/need/data-need-counts.ts';
import { listDataNeedsOf } from '#db/library/need/data-need-lists.ts';
import {
  changeDataNeed,
  createDataNeed,
  removeDataNeed,
  restoreDataNeed,
} from '#db/library/need/data-needs.ts';
import { dataNeedSteps, wantedDatasets } from '#db/library/need/schema.ts';
import { ensureWantedDatasets } from '#db/library/need/wanted-datasets.ts';
import { wantedList } from '#db/seed/wanted-datasets.ts';
import { needOf, now, withNeeds } from '#tests/support/library/data-needs.ts';

const later = new Date('2023-03-20T09:00:00Z');

describe('[DN1] the common list', () => {
  test('is installed once, and two cities that name the same data share it', () =>
    withNeeds(async ({ db, site, valmont, aubin, add }) => {
      const list = { list: wantedList, now, newId: site.newId };
      await ensureWantedDatasets(db, list);
      await ensureWantedDatasets(db, list);
      await add(valmont.id, { wanted: 'inventaire des ARBRES urbains' });
      await add(aubin.id);
      expect(await db.select().from(wantedDatasets)).toHaveLength(wantedList.length);
      const [here] = await listDataNeedsOf(db, valmont);
      const [there] = await listDataNeedsOf(db, aubin);
      expect(here).toMatchObject({ wanted: 'Inventaire des arbres urbains', wantedId: there?.wantedId });
    }));
});

describe('[DN3] the same data of the same producer', () => {
  test('is pointed out, and taken when they insist', () =>
    withNeeds(async ({ db, site, valmont, aubin, who, add }) => {
      await add(valmont.id);
      expect(await add(valmont.id, { producerName: 'service des ESPACES verts' })).toBe('dataNeed.twice');
      expect(await add(valmont.id, { producerName: 'Métropole' })).not.toBe('dataNeed.twice');
      expect(await add(aubin.id)).not.toBe('dataNeed.twice');
      const again = { experimentId: valmont.id, needId: site.newId(), newWantedId: site.newId(), ...who };
      expect(await createDataNeed(db, { ...again, fields: needOf(), mayBeTwice: true })).toEqual({
        ok: true,
      });
      expect(await listDataNeedsOf(db, valmont)).toHaveLength(3);
    }));
});

describe('[DN4] [DN5] steps', () => {
  test('a change of status is a step, another word is none, and the second of two is told', () =>
    withNeeds(async ({ db, site, valmont, who, add }) => {
      const needId = await add(valmont.id, { accessStatus: 'closed_unjustified' });
      const change = { experimentId: valmont.id, needId, newWantedId: site.newId(), ...who, now: later };
      const fields = needOf({ accessStatus: 'candidate', opensOn: '2023-06-30', inCharge: 'SIG' });
      const why = 'Accord du syndicat';
      expect(await changeDataNeed(db, { ...change, fields, rank: 1, why })).toEqual({ ok: true });
      expect(await changeDataNeed(db, { ...change, fields: needOf(), rank: 1, why: '' })).toEqual({
        ok: false,
        error: 'dataNeed.changedSince',
      });
      const reworded = { ...fields, comment: 'Relancer en mai' };
      expect(await changeDataNeed(db, { ...change, fields: reworded, rank: 2, why: '' })).toEqual({
        ok: true,
      });
      expect(await db.select().from(dataNeedSteps).orderBy(dataNeedSteps.rank)).toMatchObject([
        { rank: 1, fromStatus: null, toStatus: 'closed_unjustified', by: who.userId, at: now },
        { rank: 2, fromStatus: 'closed_unjustified', toStatus: 'candidate', opensOn: '2023-06-30', why },
      ]);
    }));

  test('a need of another experiment is not changed by its id', () =>
    withNeeds(async ({ db, site, valmont, aubin, who, add }) => {
      const needId = await add(valmont.id);
      const change = { experimentId: aubin.id, needId, newWantedId: site.newId(), ...who };
      const absent = { ok: false, error: 'dataNeed.notFound' };
      expect(await changeDataNeed(db, { ...change, fields: needOf(), rank: 1, why: '' })).toEqual(absent);
      expect(await removeDataNeed(db, change)).toEqual(absent);
      expect(await listDataNeedsOf(db, aubin)).toEqual([]);
    }));
});

describe('[DN6] [DN7] the table of the programme', () => {
  test('counts by producer and status, now and at any past day', () =>
    withNeeds(async ({ db, site, valmont, aubin, who, add }) => {
      const needId = await add(valmont.id);
      await add(aubin.id, { importance: 'useful' });
      await add(aubin.id, {
        wanted: 'Sinistres',
        producerKind: 'entreprise',
        accessStatus: 'closed_unjustified',
      });
      const change = { experimentId: valmont.id, needId, ...who, now: later };
      const fields = needOf({ accessStatus: 'other', accessReason: 'payante' });
      await changeDataNeed(db, { ...change, newWantedId: site.newId(), fields, rank: 1, why: '' });
      const cells = async (day: string | null, filters = {}) =>
        Object.fromEntries(
          (await countNeedsAt(db, { day, filters })).map(({ producerKind, accessStatus, count }) => [
            `${producerKind} ${accessStatus}`,
            count,
          ]),
        );
      const company = { 'entreprise closed_unjustified': 1 };
      expect(await cells('2023-03-13')).toEqual({});
      expect(await cells('2023-03-14')).toEqual({ 'public_local open': 2, ...company });
      expect(await cells('2023-03-20')).toEqual({
        'public_local open': 1,
        'public_local other': 1,
        ...company,
      });
      expect(await cells(null)).toEqual(await cells('2023-03-20'));
      const city = { organisationId: aubin.city.id };
      for (const day of [null, '2023-03-20']) {
        expect(await cells(day, { importance: 'essential' })).toEqual({
          'public_local other': 1,
          ...company,
        });
        expect(await cells(day, city)).toEqual({ 'public_local open': 1, ...company });
        expect(await cells(day, { theme: 'risques' })).toEqual({});
        expect(await cells(day, { theme: 'biodiversite', producerKind: 'entreprise' })).toEqual(company);
        expect(await cells(day, { region: '84' })).toEqual({});
      }
      const removed = { ...change, now: new Date('2023-03-21T09:00:00Z') };
      expect(await removeDataNeed(db, removed)).toMatchObject({ ok: true });
      expect(await removeDataNeed(db, removed)).toEqual({ ok: false, error: 'dataNeed.notFound' });
      expect(await cells(null)).toEqual({ 'public_local open': 1, ...company });
      expect(await cells('2023-03-21')).toEqual(await cells(null));
      expect(await cells('2023-03-20')).toMatchObject({ 'public_local other': 1 });
      expect(await restoreDataNeed(db, { ...removed, now: new Date('2023-03-22T09:00:00Z') })).toMatchObject({
        ok: true,
      });
      expect(await cells('2023-03-22')).toMatchObject({ 'public_local other': 1 });
    }));
});
