import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { users } from '#db/people/person/schema.ts';
import { listThemes } from '#db/programme/season/seasons.ts';
import { findPublicDossier, listPublicDossiers } from '#db/publication/dossier/public-dossiers.ts';
import { listPublishedItems } from '#db/publication/dossier/published-items.ts';
import { findDossier, listDossierSteps, listDossiers } from '#db/publication/dossier/thematic-dossiers.ts';
import { publish, setIndexed, setWithdrawn } from '#db/publication/public-document/publications.ts';
import { aDocument, aGroup, aPerson } from '#db/seed/builders/builders.ts';
import type { InputOf } from '#server/kernel/operations.ts';
import type { Registered } from '#server/registry.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { aText, withSheet } from '#tests/support/publication/use-case-sheets.ts';

const now = new Date('2023-03-14T09:00:00Z');
const ABSENT = { ok: false, error: 'access.notFound' };

/** A dossier of two published documents, and one person of each sort. */
async function world(db: Db) {
  const site = siteOf(db, now);
  const group = await aGroup(site);
  const person = async (platformRole: 'admin' | 'coordinator' | 'reviewer' | 'member') => {
    const { id } = await aPerson(site);
    await db.update(users).set({ platformRole }).where(sql`${users.id} = ${id}`);
    return id;
  };
  const people = {
    coordinator: await person('coordinator'),
    admin: await person('admin'),
    reviewer: await person('reviewer'),
    member: await person('member'),
  };
  const change = (documentId: string) => ({
    documentId,
    groupId: group.id,
    by: people.coordinator,
    now,
    activityId: site.newId(),
  });
  const takeAway = (id: string, isWithdrawn = true) =>
    inTransaction(db, (tx) => setWithdrawn(tx, { ...change(id), isWithdrawn }));
  const aPublished = async (title: string, isIndexed = true) => {
    const { id } = await aDocument(site, { groupId: group.id, createdBy: people.coordinator, title });
    const state = { blocks: ['<p>Texte</p>'], fileIds: [], outline: [], writers: ['Valmont'], seq: 1 };
    const address = `texte-${id.slice(0, 8)}`;
    await inTransaction(db, async (tx) => {
      await publish(tx, { ...change(id), ...state, excerpt: `Sur ${title}`, address });
      await setIndexed(tx, { ...change(id), isIndexed });
    });
    return id;
  };
  const [theme] = await listThemes(db);
  const typed = { title: 'L’arbre en ville', themeId: theme?.id ?? '', introduction: 'Pourquoi l’ombre ?' };
  const operations = operationsOn(db, { now: () => now });
  const create = (userId = people.coordinator, given: Partial<typeof typed> = {}) =>
    operations.run('thematicDossier.create', { userId }, { ...typed, ...given });
  return { db, site, group, people, takeAway, aPublished, typed, operations, create };
}
type World = Awaited<ReturnType<typeof world>>;

const withWorld = (run: (given: World) => Promise<void>) => withDb(async (db) => run(await world(db)));

type Verb = keyof Registered & `thematicDossier.${string}`;
type Asked<N extends Verb> = Omit<InputOf<Registered[N]>, 'dossierId' | 'seen'> & {
  readonly seen?: string;
  readonly dossierId?: string;
};

async function dossierWorld(db: Db) {
  const given = await world(db);
  const { people, aPublished, create, operations } = given;
  const made = await create();
  if (!made.ok) throw new Error(made.error);
  const { id: dossierId } = made.value;
  const found = (userId = people.coordinator) => findDossier(db, { dossierId, userId });
  const seen = async () => String((await found())?.revision ?? 0);
  /** What somebody who has just looked asks for, if it is not said what they saw. */
  const run = async <N extends Verb>(name: N, input: Asked<N>, userId = people.coordinator) =>
    operations.run(name, { userId }, { dossierId, seen: await seen(), ...input } as never as InputOf<
      Registered[N]
    >);
  const order = async () => (await found())?.items.map(({ title }) => title);
  const add = (item: string) => run('thematicDossier.addItem', { item, line: '' });
  const [first, second] = [await aPublished('Chênes'), await aPublished('Tilleuls')];
  for (const item of [first, second]) expect(await add(item)).toMatchObject({ ok: true });
  return { ...given, dossierId, found, seen, run, order, add, first, second };
}

const withDossier = (run: (given: Awaited<ReturnType<typeof dossierWorld>>) => Promise<void>) =>
  withDb(async (db) => run(await dossierWorld(db)));

test('[TD1] [TD5] dossiers are the coordination’s: reviewers and members find none, and change nothing', () =>
  withDossier(async ({ db, people, typed, first, run, create, seen, site, found }) => {
    const before = await seen();
    for (const userId of [people.reviewer, people.member, site.newId()]) {
      expect(await listDossiers(db, { userId })).toBeNull();
      expect(await found(userId)).toBeNull();
      const item = { item: first };
      const done = [
        await create(userId),
        await run('thematicDossier.edit', typed, userId),
        await run('thematicDossier.addItem', { ...item, line: '' }, userId),
        await run('thematicDossier.presentItem', { ...item, line: '' }, userId),
        await run('thematicDossier.removeItem', item, userId),
        await run('thematicDossier.moveItem', { ...item, direction: 'up' }, userId),
        await run('thematicDossier.publish', {}, userId),
        await run('thematicDossier.withdraw', {}, userId),
        await run('thematicDossier.deleteDraft', {}, userId),
      ];
      for (const one of done) expect(one).toMatchObject(ABSENT);
    }
    expect(await seen()).toBe(before);
    expect(await listDossiers(db, { userId: people.admin })).toMatchObject([{ state: 'draft', count: 2 }]);
  }));

test('[TD1] a dossier without title, with a theme that is none or a text that is too long is not kept', () =>
  withWorld(async ({ db, people, create }) => {
    const refused = (given: Parameters<typeof create>[1]) => create(people.coordinator, given);
    expect(await refused({ title: ' ', introduction: 'x'.repeat(6_000) })).toMatchObject({
      fields: {
        title: 'thematicDossier.titleMissing',
        introduction: 'thematicDossier.introductionTooLong',
      },
    });
    expect(await refused({ themeId: 'x' })).toMatchObject({ error: 'thematicDossier.themeMissing' });
    expect(await listDossiers(db, { userId: people.coordinator })).toEqual([]);
  }));

test('[TD2] an item is published today, and in the dossier once', () =>
  withDossier(async ({ db, aPublished, takeAway, run, add, first, second, site, group, people, order }) => {
    expect(await add(first)).toMatchObject({ error: 'thematicDossier.itemTwice' });
    const unpublished = await aDocument(site, {
      groupId: group.id,
      createdBy: people.coordinator,
      title: 'Essai',
    });
    const unlisted = await aPublished('Pour qui a l’adresse', false);
    const taken = await aPublished('Retiré');
    await takeAway(taken);
    for (const id of [unpublished.id, unlisted, taken, 'x'])
      expect(await add(id)).toMatchObject({ error: 'thematicDossier.itemNotPublished' });
    expect((await listPublishedItems(db)).map(({ documentId }) => documentId)).toEqual([first, second]);
    const long = { item: second, line: 'x'.repeat(301) };
    expect(await run('thematicDossier.presentItem', long)).toMatchObject({
      error: 'thematicDossier.lineTooLong',
    });
    expect(await run('thematicDossier.removeItem', { item: taken })).toMatchObject({
      error: 'thematicDossier.itemGone',
    });
    expect(await order()).toEqual(['Chênes', 'Tilleuls']);
  }));

test('[TD3] of two who order at once the later is told, and nothing they did is half done', () =>
  withDossier(async ({ people, run, seen: revision, second, first, order, typed, found }) => {
    const seen = await revision();
    const up = (userId: string) =>
      run('thematicDossier.moveItem', { item: second, direction: 'up', seen }, userId);
    expect(await up(people.coordinator)).toMatchObject({ ok: true });
    expect(await up(people.admin)).toMatchObject({ error: 'thematicDossier.changedMeanwhile' });
    expect(await order()).toEqual(['Tilleuls', 'Chênes']);
    expect(await run('thematicDossier.edit', { ...typed, seen }, people.admin)).toMatchObject({
      error: 'thematicDossier.changedMeanwhile',
    });
    await run('thematicDossier.moveItem', { item: second, direction: 'down' });
    expect(await order()).toEqual(['Chênes', 'Tilleuls']);
    expect(await run('thematicDossier.removeItem', { item: first })).toMatchObject({ ok: true });
    expect((await found())?.items).toMatchObject([{ documentId: second }]);
  }));

test('[TD4] [TD6] the public reads frozen words and order, each item as it is published today, and no item that was withdrawn', () =>
  withDossier(async ({ db, run, typed, first, second, takeAway, found, people, dossierId }) => {
    const publishNow = () => run('thematicDossier.publish', {});
    await run('thematicDossier.presentItem', { item: first, line: 'Pour commencer' });
    expect(await listPublicDossiers(db)).toEqual([]);
    expect(await publishNow()).toMatchObject({ ok: true });
    const [listed] = await listPublicDossiers(db);
    expect(listed).toMatchObject({ title: typed.title, count: 2 });
    const address = listed?.address ?? '';
    const titles = async () => {
      const dossier = await findPublicDossier(db, address);
      return dossier && dossier !== 'withdrawn' ? dossier.items.map(({ title }) => title) : dossier;
    };
    expect(await titles()).toEqual(['Chênes', 'Tilleuls']);
    const old = `AUTRE-TITRE-${address.slice(-8).toUpperCase()}`;
    const read = await findPublicDossier(db, old);
    expect(read).toMatchObject({
      address,
      items: [{ kind: 'document', line: 'Pour commencer', hook: 'Sur Chênes' }, {}],
    });
    // No id of ours leaves.
    expect(JSON.stringify(read)).not.toContain(first);

    await run('thematicDossier.edit', { ...typed, title: 'Autre titre' });
    await run('thematicDossier.moveItem', { item: second, direction: 'up' });
    expect(await findPublicDossier(db, address)).toMatchObject({ title: typed.title });
    expect(await titles()).toEqual(['Chênes', 'Tilleuls']);
    expect(await found()).toMatchObject({ isChanged: true, state: 'published' });

    await takeAway(first);
    expect(await titles()).toEqual(['Tilleuls']);
    expect((await found())?.items).toMatchObject([
      { shown: { title: 'Tilleuls' } },
      { title: 'Chênes', shown: null },
    ]);
    await takeAway(second);
    expect(await publishNow()).toMatchObject({ error: 'thematicDossier.nothing' });
    await takeAway(first, false);
    expect(await titles()).toEqual(['Chênes']);

    const withdraw = () => run('thematicDossier.withdraw', {});
    expect(await withdraw()).toMatchObject({ ok: true });
    expect(await findPublicDossier(db, address)).toBe('withdrawn');
    expect(await listPublicDossiers(db)).toEqual([]);
    expect(await withdraw()).toMatchObject({ error: 'thematicDossier.notPublished' });
    expect(await publishNow()).toMatchObject({ ok: true });
    expect(await findPublicDossier(db, address)).toMatchObject({ title: 'Autre titre', address });
    const steps = await listDossierSteps(db, asReadable(dossierId));
    expect(steps.map(({ isPublished }) => isPublished)).toEqual([true, false, true]);
    await run('thematicDossier.edit', { ...typed, introduction: '' }, people.admin);
    expect(await publishNow()).toMatchObject({ error: 'thematicDossier.introductionMissing' });
    await expect(
      db.transaction((tx) => tx.execute(sql`update thematic_dossier_step set is_published = true`)),
    ).rejects.toThrow();
  }));

test('[TD2] a published sheet may stand in a dossier under its hook, before it is published it may not', () =>
  withSheet(async ({ db, documentId, publishAll }) => {
    expect(await listPublishedItems(db)).toEqual([]);
    await publishAll(aText('arbres-et-ombrage-0123abcd'));
    expect(await listPublishedItems(db)).toMatchObject([
      { documentId, kind: 'sheet', address: 'arbres-et-ombrage-0123abcd', hook: 'Choisir où planter' },
    ]);
  }));

test('[TD7] a draft is deleted for good, its texts stay; what the public read once is not', () =>
  withDossier(async ({ db, people, run, create }) => {
    expect(await run('thematicDossier.publish', {})).toMatchObject({ ok: true });
    const refused = { ok: false, error: 'thematicDossier.wasPublished' };
    expect(await run('thematicDossier.deleteDraft', {})).toMatchObject(refused);
    expect(await run('thematicDossier.withdraw', {})).toMatchObject({ ok: true });
    expect(await run('thematicDossier.deleteDraft', {})).toMatchObject(refused);
    const draft = await create(people.coordinator, { title: 'Un autre', introduction: '' });
    const dossierId = draft.ok ? draft.value.id : '';
    const discard = (seen: string) => run('thematicDossier.deleteDraft', { dossierId, seen });
    expect(await discard('0')).toMatchObject({ error: 'thematicDossier.changedMeanwhile' });
    expect(await discard('1')).toMatchObject({ ok: true });
    expect(await discard('1')).toMatchObject(ABSENT);
    expect(await listPublishedItems(db)).toHaveLength(2);
    expect(await listDossiers(db, { userId: people.coordinator })).toHaveLength(1);
  }));

test('[TD3] of several who change the order at the same moment all but one are told, and no text is lost or twice', async () => {
  const database = await openFreshDatabase();
  try {
    const { people, run, seen: revision, first, second, order } = await dossierWorld(database.db);
    const seen = await revision();
    const up = { item: second, direction: 'up', seen } as const;
    const done = await Promise.all([
      run('thematicDossier.moveItem', up),
      run('thematicDossier.moveItem', up, people.admin),
      run('thematicDossier.removeItem', { item: first, seen }, people.admin),
    ]);
    const told = done.flatMap((one) => (one.ok ? [] : [one.error]));
    expect(told).toEqual(['thematicDossier.changedMeanwhile', 'thematicDossier.changedMeanwhile']);
    expect(await revision()).toBe(String(Number(seen) + 1));
    expect([['Tilleuls', 'Chênes'], ['Tilleuls']]).toContainEqual(await order());
  } finally {
    await database.close();
  }
});
