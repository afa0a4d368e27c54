import { expect, test } from 'vitest';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { listAddable } from '#db/publication/sheet/use-case-sheet-experiments.ts';
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
    expect(await world.create(given)).toMatchObject({ ok: true });
    await run({ ...world, second });
  });

test('[US11] who writes a sheet and an experiment without one adds it; its cities then write the text', () =>
  withSecond(async ({ db, run, people, sheetId, documentId, second }) => {
    const change = { sheetId, experiment: second };
    const said: Record<string, string> = {};
    const choice: Record<string, number> = {};
    const { nadia, ...others } = people;
    for (const [name, person] of Object.entries(others)) {
      if (name === 'claire') continue;
      const done = await run('useCaseSheet.addExperiment', person, change);
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
    expect(await run('useCaseSheet.addExperiment', nadia, change)).toMatchObject({ ok: true });
    expect(await run('useCaseSheet.addExperiment', nadia, change)).toMatchObject({
      error: 'useCaseSheet.exists',
    });
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
  withSecond(async ({ db, run, people, sheetId, documentId, experimentId, second }) => {
    const change = { sheetId, experiment: second };
    expect(await run('useCaseSheet.removeExperiment', people.nadia, change)).toMatchObject({
      error: 'access.notFound',
    });
    await run('useCaseSheet.addExperiment', people.nadia, change);
    expect(await run('useCaseSheet.removeExperiment', people.yann, change)).toMatchObject({
      error: 'access.forbidden',
    });
    expect(await run('useCaseSheet.removeExperiment', people.marc, change)).toMatchObject({
      error: 'access.forbidden',
    });
    expect(await run('useCaseSheet.removeExperiment', people.aurelie, change)).toMatchObject({ ok: true });
    expect(await findSheet(db, { sheetId, ...people.aurelie })).toBeNull();
    expect(await findDocumentForMember(db, { documentId, ...people.aurelie })).toBeNull();
    // Valmont is of both: it goes on writing.
    expect((await findDocumentForMember(db, { documentId, ...people.nadia }))?.access).toBe('write');
    expect(
      await run('useCaseSheet.removeExperiment', people.nadia, { sheetId, experiment: experimentId }),
    ).toMatchObject({
      error: 'useCaseSheet.lastExperiment',
    });
  }));

test('[US8] [US11] an experiment that is added asks for the visas again, of its lead city too', () =>
  withSecond(async ({ run, people, sheetId, second, edit, move, ask, answer, sign }) => {
    await edit(people.nadia);
    await move(people.nadia, 'review');
    await sign();
    await run('useCaseSheet.addExperiment', people.nadia, { sheetId, experiment: second });
    expect(await ask(people.claire, 'publisher')).toBe('useCaseSheet.visaCityFirst');
    const city = await ask(people.nadia, 'city');
    expect(await answer(city, people.nadia)).toBe('ok');
    expect(await ask(people.claire, 'publisher')).toBe('useCaseSheet.visaCityFirst');
    expect(await answer(city, people.aurelie)).toBe('ok');
    expect(await answer(await ask(people.claire, 'publisher'), people.marc)).toBe('ok');
  }));
