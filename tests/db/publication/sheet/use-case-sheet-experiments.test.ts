import { expect, test } from 'vitest';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { createExperiment } from '#db/programme/experiment/experiments.ts';
import {
  addExperiment,
  listAddable,
  removeExperiment,
} from '#db/publication/sheet/use-case-sheet-experiments.ts';
import { findSheet } from '#db/publication/sheet/use-case-sheets.ts';
import { type SheetWorld, withSheet } from '#tests/support/publication/use-case-sheets.ts';

/** The sheet of Valmont and Aubin, and an experiment of Clairvigne and Valmont without a sheet. */
const withSecond = (run: (world: SheetWorld & { second: string }) => Promise<void>) =>
  withSheet(async (world) => {
    const second = world.site.newId();
    const cities = [
      { organisationId: world.clairvigne.id, isLead: true },
      { organisationId: world.valmont.id, isLead: false },
    ];
    const given = { ...world.given(second), title: 'Ombre des places', organisations: cities };
    expect(await createExperiment(world.db, given)).toMatchObject({ ok: true });
    await run({ ...world, second });
  });

test('[US11] who writes a sheet and an experiment without one adds it; its cities then write the text', () =>
  withSecond(async ({ db, site, people, sheetId, documentId, second }) => {
    const change = { sheetId, experimentId: second, newId: site.newId };
    const said: Record<string, string> = {};
    const choice: Record<string, number> = {};
    const { nadia, ...others } = people;
    for (const [name, person] of Object.entries(others)) {
      if (name === 'claire') continue;
      const done = await addExperiment(db, { ...change, ...person });
      said[name] = done.ok ? 'ok' : done.error;
      choice[name] = (await listAddable(db, person)).length;
    }
    expect(said).toEqual({
      yann: 'access.forbidden',
      // Clairvigne writes the experiment, and does not see the sheet of others.
      aurelie: 'access.notFound',
      marc: 'access.forbidden',
      camille: 'access.notFound',
      paul: 'access.notFound',
      guest: 'access.notFound',
    });
    expect(choice).toEqual({ yann: 0, aurelie: 1, marc: 0, camille: 0, paul: 0, guest: 0 });
    expect(await listAddable(db, nadia)).toEqual([{ id: second, title: 'Ombre des places' }]);
    expect(await addExperiment(db, { ...change, ...nadia })).toMatchObject({ ok: true });
    expect(await addExperiment(db, { ...change, ...nadia })).toMatchObject({ error: 'useCaseSheet.exists' });
    expect(await listAddable(db, people.claire)).toEqual([]);
    const sheet = await findSheet(db, { sheetId, ...people.aurelie });
    expect(sheet?.role).toBe('writer');
    expect(sheet?.experiments.map(({ title }) => title).sort()).toEqual([
      'Arbres et ombrage',
      'Ombre des places',
    ]);
    expect((await findDocumentForMember(db, { documentId, ...people.aurelie }))?.access).toBe('write');
  }));

test('[US11] an experiment is taken off again, never the last one; who is of none of the others no longer writes', () =>
  withSecond(async ({ db, site, people, sheetId, documentId, experimentId, second }) => {
    const change = { sheetId, experimentId: second };
    expect(await removeExperiment(db, { ...change, ...people.nadia })).toMatchObject({
      error: 'access.notFound',
    });
    await addExperiment(db, { ...change, newId: site.newId, ...people.nadia });
    expect(await removeExperiment(db, { ...change, ...people.yann })).toMatchObject({
      error: 'access.forbidden',
    });
    expect(await removeExperiment(db, { ...change, ...people.marc })).toMatchObject({
      error: 'access.forbidden',
    });
    expect(await removeExperiment(db, { ...change, ...people.aurelie })).toMatchObject({ ok: true });
    expect(await findSheet(db, { sheetId, ...people.aurelie })).toBeNull();
    expect(await findDocumentForMember(db, { documentId, ...people.aurelie })).toBeNull();
    // Valmont is of both: it goes on writing.
    expect((await findDocumentForMember(db, { documentId, ...people.nadia }))?.access).toBe('write');
    expect(await removeExperiment(db, { sheetId, experimentId, ...people.nadia })).toMatchObject({
      error: 'useCaseSheet.lastExperiment',
    });
  }));

test('[US8] [US11] an experiment that is added asks for the visas again, of its lead city too', () =>
  withSecond(async ({ db, site, people, sheetId, second, edit, move, ask, answer, sign }) => {
    await edit(people.nadia);
    await move(people.nadia, 'review');
    await sign();
    await addExperiment(db, { sheetId, experimentId: second, newId: site.newId, ...people.nadia });
    expect(await ask(people.claire, 'publisher')).toBe('useCaseSheet.visaCityFirst');
    const city = await ask(people.nadia, 'city');
    expect(await answer(city, people.nadia)).toBe('ok');
    expect(await ask(people.claire, 'publisher')).toBe('useCaseSheet.visaCityFirst');
    expect(await answer(city, people.aurelie)).toBe('ok');
    expect(await answer(await ask(people.claire, 'publisher'), people.marc)).toBe('ok');
  }));
