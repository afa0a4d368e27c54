import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { datasets } from '#db/library/dataset/schema.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { municipalities } from '#db/programme/territory/schema.ts';
import { findPublishedSheet } from '#db/publication/adoption/adopted-sheets.ts';
import { countInterests } from '#db/publication/adoption/adoption-interests.ts';
import { listAdoptions } from '#db/publication/adoption/adoption-lists.ts';
import { listProposals } from '#db/publication/adoption/adoption-proposals.ts';
import { findAdoption, findOwnAdoption, listAdoptionSteps } from '#db/publication/adoption/adoptions.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { changedNeeds } from '#shared/publication/adoption/changed-needs.ts';
import { verdictOf } from '#shared/publication/adoption/feasibility.ts';
import {
  ADDRESS,
  type AdoptionWorld,
  answering,
  withAdoptions,
} from '#tests/support/publication/adoptions.ts';
import { aText } from '#tests/support/publication/use-case-sheets.ts';

type Person = AdoptionWorld['people']['aurelie'];
async function answersOf(
  { people }: AdoptionWorld,
  gesture: (person: Person) => Promise<{ ok: true } | { ok: false; error: string }>,
) {
  const said: Record<string, string> = {};
  for (const [name, person] of Object.entries(people)) {
    const done = await gesture(person);
    said[name] = done.ok ? 'ok' : done.error;
  }
  return said;
}

describe('[RP5] a check', () => {
  test('is kept by people of a local authority that did not do it yet, one a city and sheet', () =>
    withAdoptions(async (world) => {
      const said = await answersOf(world, (person) => world.save(person));
      expect(said).toEqual({
        nadia: 'adoption.ownSheet',
        yann: 'adoption.ownSheet',
        aurelie: 'ok',
        thomas: 'adoption.changedMeanwhile',
        ines: 'ok',
        claire: 'adoption.noCity',
        marc: 'adoption.noCity',
        camille: 'adoption.noCity',
        paul: 'adoption.noCity',
        guest: 'adoption.noCity',
      });
    }));

  test('is read by its city and the coordination; for everybody else it is absent', () =>
    withAdoptions(async (world) => {
      const { db, people, saved } = world;
      const adoptionId = await saved(people.aurelie, { note: '  Le quartier de la gare ' });
      const seen: Record<string, string> = {};
      for (const [name, person] of Object.entries(people))
        seen[name] = (await findAdoption(db, { adoptionId, ...person }))?.role ?? '';
      const nobody = { nadia: '', yann: '', ines: '', marc: '', camille: '', paul: '', guest: '' };
      expect(seen).toEqual({ aurelie: 'city', thomas: 'city', claire: 'coordinator', ...nobody });
      const { sheetId } = world;
      expect(await findOwnAdoption(db, { sheetId, ...people.thomas })).toBe(adoptionId);
      expect(await findOwnAdoption(db, { sheetId, ...people.ines })).toBeNull();
      expect(await findOwnAdoption(db, { sheetId, ...people.claire })).toBeNull();
      expect(await findAdoption(db, { adoptionId, ...people.thomas })).toMatchObject({
        note: 'Le quartier de la gare',
        city: { name: 'Clairvigne' },
        revision: 1,
        updatedBy: 'Aurélie',
      });
    }));

  test('of two colleagues who change it at once the last one is told, and nobody writes for another city', () =>
    withAdoptions(async (world) => {
      const { db, people, save, saved } = world;
      const adoptionId = await saved(people.aurelie);
      await save(people.thomas, { seen: 1, answers: answering('open') });
      expect(await save(people.aurelie, { seen: 1, answers: answering('unavailable') })).toMatchObject({
        error: 'adoption.changedMeanwhile',
      });
      expect(await save(people.ines, { seen: 2 })).toMatchObject({ error: 'adoption.changedMeanwhile' });
      expect((await findAdoption(db, { adoptionId, ...people.claire }))?.revision).toBe(2);
    }));

  test('keeps only answers that are asked for, and refuses a text that is too long and a sheet that is gone', () =>
    withAdoptions(async (world) => {
      const { db, people, save, saved } = world;
      const forged = { ...answering('open'), data: [{ name: 'Forgé', answer: 'open' as const }] };
      const adoptionId = await saved(people.aurelie, { answers: forged });
      expect((await findAdoption(db, { adoptionId, ...people.aurelie }))?.answers.data).toEqual([]);
      const long = { seen: 1, note: 'x'.repeat(4_001) };
      expect(await save(people.aurelie, long)).toMatchObject({ error: 'adoption.textTooLong' });
      expect(await save(people.ines, { address: 'rien-00000000' })).toMatchObject({
        error: 'access.notFound',
      });
      await withdraw(world);
      expect(await save(people.aurelie, { seen: 1 })).toMatchObject({ error: 'adoption.sheetGone' });
      expect((await findAdoption(db, { adoptionId, ...people.aurelie }))?.sheet.isPublic).toBe(false);
    }));
});

/** The coordination takes the sheet back. */
async function withdraw({ moveSheet, people }: AdoptionWorld) {
  expect(await moveSheet(people.claire, 'withdrawn', { reason: 'à revoir' })).toMatchObject({ ok: true });
}

test('[RP7] a sheet that is published again is asked about again: what is new has no answer', () =>
  withAdoptions(async ({ db, people, saved, addNeed, moveSheet, save, sign }) => {
    const adoptionId = await saved(people.aurelie, { answers: answering('open') });
    const read = async () => {
      const found = await findAdoption(db, { adoptionId, ...people.aurelie });
      if (!found) throw new Error('it is there');
      const { needs, sheet, answers } = found;
      return {
        verdict: verdictOf(sheet.facts.needs, answers).kind,
        changed: changedNeeds(needs, sheet.facts.needs),
      };
    };
    expect(await read()).toEqual({ verdict: 'feasible', changed: null });
    await addNeed('Températures');
    expect(await read()).toEqual({ verdict: 'feasible', changed: null });
    expect(await moveSheet(people.nadia, 'review', { reason: 'compléter' })).toMatchObject({ ok: true });
    await sign();
    expect(await moveSheet(people.claire, 'published', { text: aText(ADDRESS) })).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ verdict: 'unanswered', changed: { added: ['Températures'] } });
    const { data, conditions } = answering('open');
    const answers = { data: [...data, { name: 'Températures', answer: 'closed' as const }], conditions };
    expect(await save(people.thomas, { seen: 1, answers })).toMatchObject({ ok: true });
    expect(await read()).toEqual({ verdict: 'feasible', changed: null });
  }));

describe('[RP6] an interest', () => {
  test('is moved by the city and the coordination, dated, and is absent for everybody else', () =>
    withAdoptions(async (world) => {
      const { db, people, saved, move } = world;
      const adoptionId = await saved(people.aurelie);
      const others = Object.entries(people).filter(
        ([name]) => !['aurelie', 'thomas', 'claire'].includes(name),
      );
      for (const [name, person] of others)
        expect(await move(person, adoptionId, 'declared', 0), name).toMatchObject({
          error: 'access.notFound',
        });
      expect(await move(people.aurelie, adoptionId, 'declared', 0)).toMatchObject({ ok: true });
      expect(await move(people.thomas, adoptionId, 'preparing', 0)).toMatchObject({
        error: 'adoption.changedMeanwhile',
      });
      expect(await move(people.claire, adoptionId, 'preparing', 1)).toMatchObject({ ok: true });
      expect(await move(people.aurelie, adoptionId, 'givenUp', 2)).toMatchObject({
        error: 'adoption.reasonMissing',
      });
      expect(await move(people.aurelie, adoptionId, 'done', 2)).toMatchObject({ ok: true });
      expect(
        (await listAdoptionSteps(db, asReadable(adoptionId))).map(({ rank, to, byName }) => [
          rank,
          to,
          byName,
        ]),
      ).toEqual([
        [3, 'done', 'Aurélie'],
        [2, 'preparing', 'Claire'],
        [1, 'declared', 'Aurélie'],
      ]);
    }));

  test('is counted on the sheet, by what it became', () =>
    withAdoptions(async ({ db, people, saved, move }) => {
      const [clairvigne, pontOrmeau] = [await saved(people.aurelie), await saved(people.ines)];
      expect(await countInterests(db, ADDRESS)).toEqual({ wanting: 0, done: 0 });
      await move(people.aurelie, clairvigne, 'declared', 0);
      await move(people.ines, pontOrmeau, 'declared', 0);
      expect(await countInterests(db, ADDRESS)).toEqual({ wanting: 2, done: 0 });
      await move(people.ines, pontOrmeau, 'done', 1);
      expect(await countInterests(db, ADDRESS)).toEqual({ wanting: 1, done: 1 });
      await move(people.aurelie, clairvigne, 'givenUp', 1, 'Pas d’agent');
      expect(await countInterests(db, ADDRESS)).toEqual({ wanting: 0, done: 1 });
    }));
});

test('[RP3] records that the city declared are proposed to its people only, and only those that they may read', () =>
  withAdoptions(async ({ db, site, people, groupId, sheetId, clairvigne, pontOrmeau }) => {
    const record = (title: string, organisationId: string, visibility: 'programme' | 'group') =>
      db.insert(datasets).values({
        id: site.newId(),
        groupId,
        organisationId,
        title,
        visibility,
        accessStatus: 'candidate',
        producerKind: 'public_local',
        licence: 'none',
        frequency: 'annual',
        description: '',
        producerName: 'Ville',
        accessNote: '',
        schemaName: '',
        schemaUrl: '',
        schemaVersion: '',
        territory: '',
        contact: '',
        createdBy: people.claire.userId,
        createdAt: people.claire.now,
        updatedAt: people.claire.now,
      });
    await record('Arbres publics de Clairvigne', clairvigne.id, 'programme');
    await record('Arbres publics de Pont-Ormeau', pontOrmeau.id, 'group');
    const asked = { needs: (await findPublishedSheet(db, sheetId))?.facts.needs ?? [] };
    expect(await listProposals(db, { ...asked, ...people.aurelie })).toMatchObject([
      {
        name: 'Arbres publics',
        answer: 'closed',
        ground: { owner: 'city', title: 'Arbres publics de Clairvigne' },
      },
    ]);
    for (const other of [people.ines, people.claire, people.paul, people.guest])
      expect(await listProposals(db, { ...asked, ...other })).toEqual([]);
  }));

test('[RP5] the list: everything for the coordination and one’s own city, declared interests for the programme, nothing for guests', () =>
  withAdoptions(async ({ db, people, saved, move }) => {
    const clairvigne = await saved(people.aurelie);
    await saved(people.ines, { answers: answering('open') });
    await move(people.aurelie, clairvigne, 'declared', 0);
    const seen = async (person: Person) =>
      (await listAdoptions(db, person))
        .map(({ city, interest, verdict, since }) => [city.name, interest, verdict, since !== null])
        .sort();
    const own = ['Clairvigne', 'declared', 'missing', true];
    const ofOthers = ['Clairvigne', 'declared', null, true];
    const pontOrmeau = ['Pont-Ormeau', null, 'feasible', false];
    expect(await seen(people.claire)).toEqual([own, pontOrmeau]);
    expect(await seen(people.thomas)).toEqual([own]);
    expect(await seen(people.ines)).toEqual([ofOthers, pontOrmeau]);
    for (const other of [people.nadia, people.marc, people.paul])
      expect(await seen(other)).toEqual([ofOthers]);
    for (const outside of [people.guest, people.camille]) expect(await seen(outside)).toEqual([]);
  }));

test('[RP10] the page of a city lists what its local authorities make of sheets, and nothing of others', () =>
  withAdoptions(async ({ db, people, clairvigne, saved, move }) => {
    const place = { departmentCode: '21', regionCode: '27', postalCodes: ['21999'] };
    await db.insert(municipalities).values({ code: '21999', name: 'Clairvigne', ...place });
    await db
      .update(organisations)
      .set({ municipalityCode: '21999' })
      .where(eq(organisations.id, clairvigne.id));
    await move(people.aurelie, await saved(people.aurelie), 'declared', 0);
    await move(people.ines, await saved(people.ines), 'declared', 0);
    const of = async (person: Person, municipalityCode: string) =>
      (await listAdoptions(db, { ...person, municipalityCode })).map(({ city }) => city.name);
    expect(await of(people.nadia, '21999')).toEqual(['Clairvigne']);
    expect(await of(people.nadia, '49999')).toEqual([]);
    expect(await of(people.guest, '21999')).toEqual([]);
  }));
