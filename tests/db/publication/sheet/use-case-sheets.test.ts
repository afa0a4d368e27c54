import { expect, test } from 'vitest';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { createDataNeed } from '#db/library/need/data-needs.ts';
import { writeEvaluation } from '#db/programme/experiment/experiment-evaluations.ts';
import {
  findPublicSheet,
  listPublicChanges,
  listPublicChoices,
  listPublicSheets,
  type PublicSheetFilter,
} from '#db/publication/sheet/public-sheets.ts';
import { readSheetFacts } from '#db/publication/sheet/use-case-sheet-facts.ts';
import { writeSheetText } from '#db/publication/sheet/use-case-sheet-text.ts';
import {
  findSheet,
  findSheetOfExperiment,
  listSheetSteps,
  listSheets,
} from '#db/publication/sheet/use-case-sheets.ts';
import { needOf } from '#tests/support/library/data-needs.ts';
import { withExperiment } from '#tests/support/programme/experiments.ts';
import {
  aText,
  FIRST,
  fillSheet,
  type SheetWorld,
  withSheet,
} from '#tests/support/publication/use-case-sheets.ts';

type Gesture = (
  person: SheetWorld['people']['nadia'],
) => Promise<{ ok: true } | { ok: false; error: string }>;

async function answersOf({ people }: Pick<SheetWorld, 'people'>, gesture: Gesture) {
  const said: Record<string, string> = {};
  for (const [name, person] of Object.entries(people)) {
    const done = await gesture(person);
    said[name] = done.ok ? 'ok' : done.error;
  }
  return said;
}
const OTHERS = { camille: 'access.notFound', guest: 'access.notFound' };

test('[US1] a sheet is made by those who write its experiment, once', () =>
  withExperiment(async (world) => {
    const sheet = await fillSheet(world);
    const making = await answersOf(world, (person) => sheet.making(person));
    expect(making).toEqual({
      nadia: 'ok',
      yann: 'useCaseSheet.exists',
      claire: 'useCaseSheet.exists',
      aurelie: 'access.forbidden',
      marc: 'access.forbidden',
      paul: 'access.forbidden',
      ...OTHERS,
    });
    expect(await listSheetSteps(world.db, sheet.sheetId)).toMatchObject([
      { rank: 1, from: null, to: 'draft' },
    ]);
  }));

test('[US1] a draft is seen inside, its text written by its cities, commented by the funder, and absent for others', () =>
  withSheet(async (world) => {
    const { db, people, sheetId, documentId } = world;
    const seen: Record<string, string> = {};
    const text: Record<string, string> = {};
    for (const [name, person] of Object.entries(people)) {
      seen[name] = (await findSheet(db, { sheetId, ...person }))?.role ?? '';
      text[name] = (await findDocumentForMember(db, { documentId, ...person }))?.access ?? '';
    }
    const nobody = { aurelie: '', paul: '', camille: '', guest: '' };
    expect(seen).toEqual({ nadia: 'writer', yann: 'writer', claire: 'manager', marc: 'insider', ...nobody });
    expect(text).toEqual({ nadia: 'write', yann: 'write', claire: 'write', marc: 'comment', ...nobody });
    expect(await listSheets(db, people.aurelie)).toEqual([]);
  }));

test('[US2] [US5] writers fill it and send it to review; only the coordination publishes; every step stays', () =>
  withSheet(async (world) => {
    const { db, people, sheetId, edit, move, sign } = world;
    expect(await move(people.nadia, 'review')).toMatchObject({ error: 'useCaseSheet.incomplete' });
    const editing = await answersOf(world, (person) => edit(person));
    const unseen = { aurelie: 'access.notFound', paul: 'access.notFound', ...OTHERS };
    expect(editing).toEqual({ nadia: 'ok', yann: 'ok', claire: 'ok', marc: 'access.forbidden', ...unseen });
    expect(await move(people.nadia, 'review')).toMatchObject({ ok: true });
    const text = aText('choisir-ou-planter-0123abcd');
    expect(await move(people.nadia, 'published', { text })).toMatchObject({ error: 'access.forbidden' });
    expect(await move(people.marc, 'published', { text })).toMatchObject({ error: 'access.forbidden' });
    expect(await move(people.aurelie, 'published', { text })).toMatchObject({ error: 'access.notFound' });
    expect(await move(people.claire, 'published', { text, seen: 1 })).toMatchObject({
      error: 'useCaseSheet.changedMeanwhile',
    });
    await sign();
    expect(await move(people.claire, 'published', { text })).toMatchObject({ ok: true });
    expect((await findSheet(db, { sheetId, ...people.guest }))?.role).toBe('reader');
    expect((await findSheet(db, { sheetId, ...people.aurelie }))?.published?.address).toBe(text.address);
    const steps = await listSheetSteps(db, sheetId);
    expect(steps.map(({ from, to, byName }) => [from, to, byName])).toEqual([
      ['review', 'published', 'Claire'],
      ['draft', 'review', 'Nadia'],
      [null, 'draft', 'Nadia'],
    ]);
  }));

test('[US4] the text begins with what the programme’s data say, and no name or address of a person', () =>
  withSheet(async (world) => {
    const { db, people, experimentId, site } = world;
    const change = { experimentId, newId: site.newId, ...people.nadia };
    const answers = { objectives: 'Gagner de l’ombre', minimal_data: 'L’inventaire des arbres' };
    await inTransaction(db, (tx) => writeEvaluation(tx, { ...change, seen: 0, answers, isPublished: false }));
    await addNeed(world);
    const text = JSON.stringify(await writeSheetText(db, experimentId));
    for (const said of ['Valmont', 'Aubin', 'Gagner de l’ombre', 'L’inventaire des arbres', 'Arbres publics'])
      expect(text).toContain(said);
    expect(text).not.toMatch(/@|Nadia|sig@/);
  }));

/** A need whose contact must never leave. */
function addNeed({ db, site, people, experimentId }: SheetWorld) {
  const fields = needOf({ wanted: 'Arbres publics', contact: 'sig@valmont.example', comment: 'Interne' });
  const ids = { needId: site.newId(), newWantedId: site.newId() };
  return inTransaction(db, (tx) => createDataNeed(tx, { ...people.nadia, experimentId, ...ids, fields }));
}

test('[PS1] [PS8] what is published is frozen: later changes stay inside until it is published again', () =>
  withSheet(async (world) => {
    const { db, people, edit, move, publishAll, sign, sheetId } = world;
    expect(await addNeed(world)).toMatchObject({ ok: true });
    await publishAll();
    const address = 'choisir-ou-planter-0123abcd';
    await edit(people.nadia, { hook: 'Autre accroche', serviceKind: 'map', sizeClass: '', uses: 'model' });
    const sheet = await findPublicSheet(db, address);
    expect(sheet).toMatchObject({
      hook: 'Choisir où planter',
      facts: { cities: ['Valmont', 'Aubin'], size: 'medium', needs: [{ name: 'Arbres publics' }] },
    });
    expect(JSON.stringify(sheet)).not.toMatch(/sig@|Interne|[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(await move(people.nadia, 'review', { reason: 'mettre à jour' })).toMatchObject({ ok: true });
    expect(await findPublicSheet(db, address)).toMatchObject({ hook: 'Choisir où planter' });
    await sign();
    expect(await move(people.claire, 'published', { text: aText(address) })).toMatchObject({ ok: true });
    expect(await findPublicSheet(db, address)).toMatchObject({ hook: 'Autre accroche' });
    expect(await move(people.claire, 'withdrawn', { reason: 'à la demande de la ville' })).toMatchObject({
      ok: true,
    });
    expect(await findPublicSheet(db, address)).toBe('withdrawn');
    const changes = await listPublicChanges(db, address);
    expect(changes.map(({ kind }) => kind)).toEqual(['first', 'again', 'withdrawn']);
    expect(Object.keys(changes[0] ?? {}).sort()).toEqual(['at', 'kind']);
    expect((await listPublicSheets(db)).total).toBe(0);
    expect(await findSheet(db, { sheetId, ...people.aurelie })).toBeNull();
    await sign(FIRST, new Date(people.claire.now.getTime() + 60_000));
    expect(await move(people.claire, 'published', { text: aText(address) })).toMatchObject({ ok: true });
    expect((await listPublicSheets(db)).total).toBe(1);
  }));

test('[PS2] published sheets are found by French words, theme, kind of service, data and size', () =>
  withSheet(async (world) => {
    const { db, publishAll } = world;
    await addNeed(world);
    expect((await listPublicSheets(db)).total).toBe(0);
    await publishAll(aText('choisir-ou-planter-0123abcd', ['<p>Les <b>ombrages</b> manquent</p>']));
    const count = async (filter: PublicSheetFilter) => (await listPublicSheets(db, { filter })).total;
    for (const filter of [
      { query: 'planté' },
      { query: 'ombrage' },
      { query: 'valmont' },
      { theme: 'biodiversite' },
      { serviceKind: 'map' },
      { need: 'Arbres publics' },
      { size: 'medium' },
    ])
      expect(await count(filter), JSON.stringify(filter)).toBe(1);
    for (const filter of [{ query: 'piscine' }, { theme: 'risques' }, { need: 'x' }, { size: 'small' }])
      expect(await count(filter), JSON.stringify(filter)).toBe(0);
    expect((await listPublicChoices(db)).needs).toEqual(['Arbres publics']);
  }));

test('[PS3] an address in capitals or under an old title leads to the sheet, another one to nothing', () =>
  withSheet(async ({ db, publishAll }) => {
    await publishAll();
    for (const asking of ['choisir-ou-planter-0123abcd', 'CHOISIR-0123ABCD', 'ancien-titre-0123abcd'])
      expect(await findPublicSheet(db, asking)).toMatchObject({ address: 'choisir-ou-planter-0123abcd' });
    for (const asking of ['choisir-ou-planter', 'x-99999999', '%-0123abc_', ''])
      expect(await findPublicSheet(db, asking)).toBeNull();
  }));

test('[US4] facts of no experiment are none; the sheet of an experiment is found by who may see it', () =>
  withSheet(async ({ db, people, experimentId, sheetId }) => {
    const fields = { serviceKind: null, uses: [], sizeClass: null };
    expect(await readSheetFacts(db, { experimentIds: [], fields })).toBeNull();
    expect((await findSheetOfExperiment(db, { experimentId, ...people.yann }))?.id).toBe(sheetId);
    expect(await findSheetOfExperiment(db, { experimentId, ...people.aurelie })).toBeNull();
  }));
