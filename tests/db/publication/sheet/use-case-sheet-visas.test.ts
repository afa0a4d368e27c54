import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { createDataNeed } from '#db/library/need/data-needs.ts';
import { findPublicSheet } from '#db/publication/sheet/public-sheets.ts';
import { readVisas } from '#db/publication/sheet/use-case-sheet-visas.ts';
import { findSheet } from '#db/publication/sheet/use-case-sheets.ts';
import { findRound } from '#db/reviews/review-lists.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { needOf } from '#tests/support/library/data-needs.ts';
import { fillExperiments, withExperiment } from '#tests/support/programme/experiments.ts';
import {
  aText,
  deadline,
  FIRST,
  fillSheet,
  SECOND,
  type SheetWorld,
  withSheet,
} from '#tests/support/publication/use-case-sheets.ts';

const ADDRESS = 'choisir-ou-planter-0123abcd';

/** A sheet of Valmont in review. */
const withReviewed = (run: (world: SheetWorld) => Promise<void>) =>
  withSheet(async (world) => {
    await world.edit(world.people.nadia);
    expect(await world.move(world.people.nadia, 'review')).toMatchObject({ ok: true });
    await run(world);
  });

async function standingsOf({ db, sheetId, people }: SheetWorld, sha256 = FIRST, now = people.claire.now) {
  const sheet = await findSheet(db, { sheetId, ...people.claire });
  if (!sheet) throw new Error('the coordination sees every sheet');
  const { city, publisher } = await readVisas(db, { sheet, sha256, now });
  return [city.standing, publisher.standing];
}

test('[US7] [US10] the city that leads gives its visa, then the publisher; only then the coordination publishes', () =>
  withReviewed(async (world) => {
    const { db, people, move, ask, answer } = world;
    const publish = () => move(people.claire, 'published', { text: aText(ADDRESS) });
    expect(await publish()).toMatchObject({ error: 'useCaseSheet.visaMissing' });
    expect(await move(people.claire, 'published')).toMatchObject({ error: 'useCaseSheet.visaMissing' });
    expect(await ask(people.claire, 'publisher')).toBe('useCaseSheet.visaCityFirst');
    const city = await ask(people.nadia, 'city');
    expect((await inTransaction(db, (tx) => findRound(tx, city)))?.asked.map(({ name }) => name)).toEqual([
      'Valmont',
    ]);
    expect(await standingsOf(world)).toEqual(['asked', 'none']);
    expect(await answer(city, people.nadia)).toBe('ok');
    expect(await publish()).toMatchObject({ error: 'useCaseSheet.visaMissing' });
    const publisher = await ask(people.claire, 'publisher');
    expect(
      (await inTransaction(db, (tx) => findRound(tx, publisher)))?.asked.map(({ name }) => name),
    ).toEqual(['Banque des Territoires', 'OpenDataFrance']);
    expect(await answer(publisher, people.claire)).toBe('ok');
    expect(await standingsOf(world)).toEqual(['given', 'asked']);
    expect(await publish()).toMatchObject({ error: 'useCaseSheet.visaMissing' });
    expect(await answer(publisher, people.marc)).toBe('ok');
    expect(await standingsOf(world)).toEqual(['given', 'given']);
    expect(await move(people.nadia, 'published', { text: aText(ADDRESS) })).toMatchObject({
      error: 'access.forbidden',
    });
    expect(await publish()).toMatchObject({ ok: true });
    expect(await findPublicSheet(db, ADDRESS)).toMatchObject({
      visas: {
        sha256: FIRST,
        given: [
          { kind: 'city', organisation: 'Valmont' },
          { kind: 'publisher', organisation: 'Banque des Territoires' },
          { kind: 'publisher', organisation: 'OpenDataFrance' },
        ],
      },
    });
  }));

test('[US7] nobody asks or answers for others: by person, organisation, text, twice and after the deadline', () =>
  withReviewed(async (world) => {
    const { people, valmont, ask, answer } = world;
    for (const [person, refusal] of [
      [people.marc, 'access.forbidden'],
      [people.aurelie, 'access.notFound'],
      [people.camille, 'access.notFound'],
      [people.guest, 'access.notFound'],
    ] as const)
      expect(await ask(person, 'city')).toBe(refusal);
    const city = await ask(people.nadia, 'city');
    expect(await ask(people.yann, 'city')).toBe('useCaseSheet.visaAsked');
    // Of the city that is associated, of the funder, of another city, and in another's name.
    for (const person of [people.yann, people.marc, people.aurelie, people.claire])
      expect(await answer(city, person)).toBe('review.notAsked');
    expect(await answer(city, people.yann, 'approve', { organisationId: valmont.id })).toBe(
      'review.otherOrganisation',
    );
    expect(await answer(city, people.nadia, 'approve', { sha256: SECOND })).toBe('review.otherText');
    expect(await answer(city, people.nadia, 'approve', { now: deadline })).toBe('review.deadlinePassed');
    expect(await answer(city, people.nadia)).toBe('ok');
    expect(await answer(city, people.nadia, 'refuse', { seen: 1 })).toBe('review.closed');
    expect(await ask(people.nadia, 'city')).toBe('useCaseSheet.visaGiven');
    for (const person of [people.nadia, people.yann])
      expect(await ask(person, 'publisher')).toBe('access.forbidden');
    expect(await ask(people.claire, 'publisher', SECOND)).toBe('useCaseSheet.visaCityFirst');
  }));

test('[US7] two gestures at once: one asks for the visa, and of the two last answers both count', async () => {
  const database = await openFreshDatabase();
  try {
    const world = await fillSheet(await fillExperiments(database.db));
    const { people } = world;
    expect(await world.create()).toMatchObject({ ok: true });
    expect(await world.making(people.nadia)).toMatchObject({ ok: true });
    await world.edit(people.nadia);
    await world.move(people.nadia, 'review');
    const asked = await Promise.all([world.ask(people.nadia, 'city'), world.ask(people.yann, 'city')]);
    // The second sees the first at its own look, or only when it opens.
    const late = asked.filter((said) => ['useCaseSheet.visaAsked', 'review.alreadyOpen'].includes(said));
    expect(late).toHaveLength(1);
    const city = asked.find((said) => !late.includes(said)) ?? '';
    expect(await world.answer(city, people.nadia)).toBe('ok');
    const publisher = await world.ask(people.claire, 'publisher');
    const last = [world.answer(publisher, people.claire), world.answer(publisher, people.marc)];
    expect(await Promise.all(last)).toEqual(['ok', 'ok']);
    expect(await standingsOf(world)).toEqual(['given', 'given']);
  } finally {
    await database.close();
  }
});

test('[US7] a refusal and a silence are no visas; it is asked for again', () =>
  withReviewed(async (world) => {
    const { people, ask, answer } = world;
    expect(await answer(await ask(people.nadia, 'city'), people.nadia, 'refuse')).toBe('ok');
    expect(await standingsOf(world)).toEqual(['refused', 'none']);
    expect(await ask(people.claire, 'publisher')).toBe('useCaseSheet.visaCityFirst');
    const again = await ask(people.nadia, 'city');
    expect(await standingsOf(world, FIRST, deadline)).toEqual(['silent', 'none']);
    expect(await answer(again, people.nadia, 'approveWithReservation')).toBe('ok');
    expect(await standingsOf(world)).toEqual(['given', 'none']);
  }));

test('[US8] a word, the hook or a choice that changes asks for both visas again; published again it is what was signed', () =>
  withReviewed(async (world) => {
    const { db, people, edit, move, ask, sign } = world;
    await sign();
    expect(await standingsOf(world, SECOND)).toEqual(['fallen', 'fallen']);
    const changed = { ...aText(ADDRESS), sha256: SECOND };
    expect(await move(people.claire, 'published', { text: changed })).toMatchObject({
      error: 'useCaseSheet.visaMissing',
    });
    await edit(people.nadia, {
      hook: 'Autre accroche',
      serviceKind: 'map',
      sizeClass: 'medium',
      uses: 'cross',
    });
    expect(await standingsOf(world)).toEqual(['fallen', 'fallen']);
    await edit(people.nadia);
    expect(await standingsOf(world)).toEqual(['given', 'given']);
    const renamed = { ...aText(ADDRESS), title: 'Autre titre' };
    expect(await move(people.claire, 'published', { text: renamed })).toMatchObject({
      error: 'useCaseSheet.changedMeanwhile',
    });
    expect(await move(people.claire, 'published', { text: aText(ADDRESS) })).toMatchObject({ ok: true });
    // A visa that is asked on a text that changes is asked again, in the place of the first.
    const first = await ask(people.nadia, 'city', SECOND);
    const second = await ask(people.nadia, 'city', 'c'.repeat(64));
    expect(await inTransaction(db, (tx) => findRound(tx, first))).toMatchObject({
      ending: 'replaced',
      outcome: null,
    });
    expect(await inTransaction(db, (tx) => findRound(tx, second))).toMatchObject({ closedAt: null });
    await sign(SECOND);
    expect(await move(people.claire, 'published', { text: changed })).toMatchObject({ ok: true });
    expect(await findPublicSheet(db, ADDRESS)).toMatchObject({ visas: { sha256: SECOND } });
  }));

test('[US8] who withdraws a sheet or returns it to its authors takes its visas back', () =>
  withReviewed(async (world) => {
    const { db, people, move, ask, sign } = world;
    const city = await ask(people.nadia, 'city');
    expect(await move(people.claire, 'draft', { reason: 'à compléter' })).toMatchObject({ ok: true });
    expect(await inTransaction(db, (tx) => findRound(tx, city))).toMatchObject({
      ending: 'withdrawn',
      withdrawnFor: 'à compléter',
    });
    expect(await ask(people.nadia, 'city')).toBe('useCaseSheet.visaTooEarly');
    await move(people.nadia, 'review');
    await sign();
    await move(people.claire, 'published', { text: aText(ADDRESS) });
    expect(await move(people.claire, 'withdrawn', { reason: 'à la demande de la ville' })).toMatchObject({
      ok: true,
    });
    expect(await standingsOf(world)).toEqual(['fallen', 'fallen']);
    expect(await move(people.claire, 'published', { text: aText(ADDRESS) })).toMatchObject({
      error: 'useCaseSheet.visaMissing',
    });
  }));

test('[US9] what is published is what was approved, also when the programme’s data have changed since', () =>
  withReviewed(async (world) => {
    const { db, site, people, experimentId, move, ask, answer, sign } = world;
    await sign();
    const ids = { needId: site.newId(), newWantedId: site.newId(), experimentId };
    const fields = needOf({ wanted: 'Arbres publics' });
    expect(
      await inTransaction(db, (tx) => createDataNeed(tx, { ...people.nadia, ...ids, fields })),
    ).toMatchObject({ ok: true });
    expect(await standingsOf(world)).toEqual(['given', 'given']);
    await move(people.claire, 'published', { text: aText(ADDRESS) });
    expect(await findPublicSheet(db, ADDRESS)).toMatchObject({ facts: { needs: [] } });
    const city = await ask(people.nadia, 'city');
    expect(await answer(city, people.nadia)).toBe('ok');
    expect(await standingsOf(world)).toEqual(['given', 'fallen']);
    const publisher = await ask(people.claire, 'publisher');
    await answer(publisher, people.claire);
    await answer(publisher, people.marc);
    await move(people.claire, 'published', { text: aText(ADDRESS) });
    expect(await findPublicSheet(db, ADDRESS)).toMatchObject({
      facts: { needs: [{ name: 'Arbres publics' }] },
    });
  }));

test('[US7] what a visa presented is never changed nor removed, not even by the database', () =>
  withReviewed(async ({ db, people, ask }) => {
    await ask(people.nadia, 'city');
    for (const statement of [
      `update use_case_sheet_visa set kind = 'publisher'`,
      'delete from use_case_sheet_visa',
      'truncate use_case_sheet_visa',
    ])
      await expect(db.transaction((tx) => tx.execute(sql.raw(statement)))).rejects.toThrow();
  }));

test('[US7] a city without anybody who could answer gives no visa', () =>
  withExperiment(async (world) => {
    const { db, people } = world;
    const sheet = await fillSheet(world);
    await sheet.making(people.claire);
    await sheet.edit(people.claire);
    await sheet.move(people.claire, 'review');
    await db.execute(sql`update "user" set suspended_at = now() where name = 'Nadia'`);
    expect(await sheet.ask(people.claire, 'city')).toBe('useCaseSheet.cityCannotAnswer');
  }));
