import { expect, test } from 'vitest';
import {
  listDepartmentNames,
  listFacilitatorsOfDepartment,
} from '#db/programme/facilitator/department-facilitators.ts';
import { createFacilitator, removeFacilitator } from '#db/programme/facilitator/facilitator-changes.ts';
import { loadRegister } from '#db/programme/territory/register.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { parseFacilitator } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { withDb } from '#tests/support/database.ts';
import { sampleRegister } from '#tests/support/programme/city-files.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

test('[RP4] anybody learns who helps in a department, the nearest first, and neither contact nor id', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    await loadRegister(db, sampleRegister, now);
    const { id: claire } = await aPerson(site, { platformRole: 'coordinator' });
    const [department] = sampleRegister.departments;
    const region = sampleRegister.regions.find(({ code }) => code === department?.regionCode);
    const save = async (name: string, areas: string) => {
      const more = { contactName: 'Inès Faure', contactEmail: 'ines@exemple.test', contactPhone: '' };
      const said = { name, kind: 'agency', offer: '', address: '', site: 'https://exemple.test', ...more };
      const parsed = parseFacilitator({ ...said, source: '', certainty: '', areas });
      if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
      const id = site.newId();
      expect(await createFacilitator(db, { ...parsed, id, by: claire, now })).toMatchObject({ ok: true });
      return id;
    };
    await save('De la région', region?.name ?? '');
    await save('Du département', department?.name ?? '');
    const gone = await save('Partie', department?.name ?? '');
    await removeFacilitator(db, { id: gone, isRemoved: true, now });
    const known = await listFacilitatorsOfDepartment(db, department?.code ?? '');
    expect(known).toEqual([
      { name: 'Du département', kind: 'agency', site: 'https://exemple.test/' },
      { name: 'De la région', kind: 'agency', site: 'https://exemple.test/' },
    ]);
    expect(await listFacilitatorsOfDepartment(db, '__')).toEqual([]);
    expect((await listDepartmentNames(db)).map(({ code }) => code)).toContain(department?.code);
  }));
