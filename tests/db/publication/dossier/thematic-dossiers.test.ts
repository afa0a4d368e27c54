import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { users } from '#db/people/person/schema.ts';
import { listThemes } from '#db/programme/season/seasons.ts';
import { findPublicDossier, listPublicDossiers } from '#db/publication/dossier/public-dossiers.ts';
import { listPublishedItems } from '#db/publication/dossier/published-items.ts';
import {
  addDossierItem,
  moveDossierItem,
  presentDossierItem,
  publishDossier,
  removeDossierItem,
  withdrawDossier,
} from '#db/publication/dossier/thematic-dossier-items.ts';
import {
  createDossier,
  deleteDossierDraft,
  editDossier,
  findDossier,
  listDossierSteps,
  listDossiers,
} from '#db/publication/dossier/thematic-dossiers.ts';
import { publish, setIndexed, setWithdrawn } from '#db/publication/public-document/publications.ts';
import { aDocument, aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
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
  const aPublished = async (title: string, isIndexed = true) => {
    const { id } = await aDocument(site, { groupId: group.id, createdBy: people.coordinator, title });
    const state = { blocks: ['<p>Texte</p>'], fileIds: [], outline: [], writers: ['Valmont'], seq: 1 };
    const address = `texte-${id.slice(0, 8)}`;
    await publish(db, { ...change(id), ...state, excerpt: `Sur ${title}`, address });
    await setIndexed(db, { ...change(id), isIndexed });
    return id;
  };
  const [theme] = await listThemes(db);
  const typed = { title: 'L’arbre en ville', themeId: theme?.id ?? '', introduction: 'Pourquoi l’ombre ?' };
  const dossierId = site.newId();
  const by = (userId: string) => ({ dossierId, userId, now });
  const found = () => findDossier(db, by(people.coordinator));
  /** What somebody who has just looked sends. */
  const fresh = async (userId = people.coordinator) => ({
    ...by(userId),
    seen: (await found())?.revision ?? 0,
  });
  const order = async () => (await found())?.items.map(({ title }) => title);
  return { db, site, group, people, change, aPublished, typed, dossierId, by, found, fresh, order };
}
type World = Awaited<ReturnType<typeof world>>;

const withWorld = (run: (given: World) => Promise<void>) => withDb(async (db) => run(await world(db)));

async function dossierWorld(db: Db) {
  const given = await world(db);
  const { people, by, typed, aPublished, fresh } = given;
  expect(await createDossier(db, { ...by(people.coordinator), typed })).toMatchObject({ ok: true });
  const [first, second] = [await aPublished('Chênes'), await aPublished('Tilleuls')];
  for (const documentId of [first, second])
    expect(await addDossierItem(db, { ...(await fresh()), documentId, line: '' })).toMatchObject({
      ok: true,
    });
  return { ...given, first, second };
}

const withDossier = (run: (given: Awaited<ReturnType<typeof dossierWorld>>) => Promise<void>) =>
  withDb(async (db) => run(await dossierWorld(db)));

test('[TD1] [TD5] dossiers are the coordination’s: reviewers and members find none, and change nothing', () =>
  withDossier(async ({ db, people, by, typed, first, fresh, site, found }) => {
    const { seen } = await fresh();
    for (const userId of [people.reviewer, people.member, site.newId()]) {
      const change = { ...by(userId), seen };
      const item = { ...change, documentId: first };
      expect(await listDossiers(db, { userId })).toBeNull();
      expect(await findDossier(db, change)).toBeNull();
      expect(await createDossier(db, { ...change, dossierId: site.newId(), typed })).toEqual(ABSENT);
      expect(await editDossier(db, { ...change, typed })).toEqual(ABSENT);
      expect(await addDossierItem(db, { ...item, line: '' })).toEqual(ABSENT);
      expect(await presentDossierItem(db, { ...item, line: '' })).toEqual(ABSENT);
      expect(await removeDossierItem(db, item)).toEqual(ABSENT);
      expect(await moveDossierItem(db, { ...item, direction: 'up' })).toEqual(ABSENT);
      expect(await publishDossier(db, { ...change, newId: site.newId })).toEqual(ABSENT);
      expect(await withdrawDossier(db, change)).toEqual(ABSENT);
      expect(await deleteDossierDraft(db, change)).toEqual(ABSENT);
    }
    expect((await found())?.revision).toBe(seen);
    expect(await listDossiers(db, { userId: people.admin })).toMatchObject([{ state: 'draft', count: 2 }]);
  }));

test('[TD1] a dossier without title, with a theme that is none or a text that is too long is not kept', () =>
  withWorld(async ({ db, people, by, typed }) => {
    const refused = (given: Partial<typeof typed>) =>
      createDossier(db, { ...by(people.coordinator), typed: { ...typed, ...given } });
    expect(await refused({ title: ' ' })).toMatchObject({ error: 'thematicDossier.titleMissing' });
    expect(await refused({ themeId: 'x' })).toMatchObject({ error: 'thematicDossier.themeMissing' });
    expect(await refused({ introduction: 'x'.repeat(60_000) })).toMatchObject({
      error: 'thematicDossier.introductionTooLong',
    });
    expect(await listDossiers(db, { userId: people.coordinator })).toEqual([]);
  }));

test('[TD2] an item is published today, and in the dossier once', () =>
  withDossier(async ({ db, aPublished, change, fresh, first, second, site, group, people, order }) => {
    const add = async (documentId: string) =>
      addDossierItem(db, { ...(await fresh()), documentId, line: '' });
    expect(await add(first)).toMatchObject({ error: 'thematicDossier.itemTwice' });
    const unpublished = await aDocument(site, {
      groupId: group.id,
      createdBy: people.coordinator,
      title: 'Essai',
    });
    const unlisted = await aPublished('Pour qui a l’adresse', false);
    const taken = await aPublished('Retiré');
    await setWithdrawn(db, { ...change(taken), isWithdrawn: true });
    for (const id of [unpublished.id, unlisted, taken, 'x'])
      expect(await add(id)).toMatchObject({ error: 'thematicDossier.itemNotPublished' });
    expect((await listPublishedItems(db)).map(({ documentId }) => documentId)).toEqual([first, second]);
    const long = { ...(await fresh()), documentId: second, line: 'x'.repeat(301) };
    expect(await presentDossierItem(db, long)).toMatchObject({ error: 'thematicDossier.lineTooLong' });
    expect(await removeDossierItem(db, { ...(await fresh()), documentId: taken })).toMatchObject({
      error: 'thematicDossier.itemGone',
    });
    expect(await order()).toEqual(['Chênes', 'Tilleuls']);
  }));

test('[TD3] of two who order at once the later is told, and nothing they did is half done', () =>
  withDossier(async ({ db, people, by, fresh, second, first, order, typed, found }) => {
    const { seen } = await fresh();
    const up = (userId: string) =>
      moveDossierItem(db, { ...by(userId), seen, documentId: second, direction: 'up' });
    expect(await up(people.coordinator)).toMatchObject({ ok: true });
    expect(await up(people.admin)).toMatchObject({ error: 'thematicDossier.changedMeanwhile' });
    expect(await order()).toEqual(['Tilleuls', 'Chênes']);
    expect(await editDossier(db, { ...by(people.admin), seen, typed })).toMatchObject({
      error: 'thematicDossier.changedMeanwhile',
    });
    await moveDossierItem(db, { ...(await fresh()), documentId: second, direction: 'down' });
    expect(await order()).toEqual(['Chênes', 'Tilleuls']);
    expect(await removeDossierItem(db, { ...(await fresh()), documentId: first })).toMatchObject({
      ok: true,
    });
    expect((await found())?.items).toMatchObject([{ documentId: second }]);
  }));

test('[TD4] [TD6] the public reads frozen words and order, each item as it is published today, and no item that was withdrawn', () =>
  withDossier(async ({ db, fresh, typed, first, second, change, site, found, people }) => {
    const publishNow = async () => publishDossier(db, { ...(await fresh()), newId: site.newId });
    await presentDossierItem(db, { ...(await fresh()), documentId: first, line: 'Pour commencer' });
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

    await editDossier(db, { ...(await fresh()), typed: { ...typed, title: 'Autre titre' } });
    await moveDossierItem(db, { ...(await fresh()), documentId: second, direction: 'up' });
    expect(await findPublicDossier(db, address)).toMatchObject({ title: typed.title });
    expect(await titles()).toEqual(['Chênes', 'Tilleuls']);
    expect(await found()).toMatchObject({ isChanged: true, state: 'published' });

    await setWithdrawn(db, { ...change(first), isWithdrawn: true });
    expect(await titles()).toEqual(['Tilleuls']);
    expect((await found())?.items).toMatchObject([
      { shown: { title: 'Tilleuls' } },
      { title: 'Chênes', shown: null },
    ]);
    await setWithdrawn(db, { ...change(second), isWithdrawn: true });
    expect(await publishNow()).toMatchObject({ error: 'thematicDossier.nothing' });
    await setWithdrawn(db, { ...change(first), isWithdrawn: false });
    expect(await titles()).toEqual(['Chênes']);

    expect(await withdrawDossier(db, await fresh())).toMatchObject({ ok: true });
    expect(await findPublicDossier(db, address)).toBe('withdrawn');
    expect(await listPublicDossiers(db)).toEqual([]);
    expect(await withdrawDossier(db, await fresh())).toMatchObject({ error: 'thematicDossier.notPublished' });
    expect(await publishNow()).toMatchObject({ ok: true });
    expect(await findPublicDossier(db, address)).toMatchObject({ title: 'Autre titre', address });
    const steps = await listDossierSteps(db, (await fresh()).dossierId);
    expect(steps.map(({ isPublished }) => isPublished)).toEqual([true, false, true]);
    await editDossier(db, { ...(await fresh(people.admin)), typed: { ...typed, introduction: '' } });
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
  withDossier(async ({ db, people, fresh, found, site }) => {
    expect(await publishDossier(db, { ...(await fresh()), newId: site.newId })).toMatchObject({ ok: true });
    const refused = { ok: false, error: 'thematicDossier.wasPublished' };
    expect(await deleteDossierDraft(db, await fresh())).toEqual(refused);
    expect(await withdrawDossier(db, await fresh())).toMatchObject({ ok: true });
    expect(await deleteDossierDraft(db, await fresh())).toEqual(refused);
    const draft = { ...(await fresh()), dossierId: site.newId(), seen: 1 };
    const themeId = (await found())?.themeId ?? '';
    const typed = { title: 'Un autre', themeId, introduction: '' };
    expect(await createDossier(db, { ...draft, typed })).toMatchObject({ ok: true });
    expect(await deleteDossierDraft(db, { ...draft, seen: 0 })).toMatchObject({
      error: 'thematicDossier.changedMeanwhile',
    });
    expect(await deleteDossierDraft(db, draft)).toEqual({ ok: true, value: undefined });
    expect(await deleteDossierDraft(db, draft)).toEqual(ABSENT);
    expect(await listPublishedItems(db)).toHaveLength(2);
    expect(await listDossiers(db, { userId: people.coordinator })).toHaveLength(1);
  }));

test('[TD3] of several who change the order at the same moment all but one are told, and no text is lost or twice', async () => {
  const database = await openFreshDatabase();
  try {
    const { db, people, by, fresh, found, first, second, order } = await dossierWorld(database.db);
    const { seen } = await fresh();
    const item = (userId: string, documentId: string) => ({ ...by(userId), seen, documentId });
    const done = await Promise.all([
      moveDossierItem(db, { ...item(people.coordinator, second), direction: 'up' }),
      moveDossierItem(db, { ...item(people.admin, second), direction: 'up' }),
      removeDossierItem(db, item(people.admin, first)),
    ]);
    const told = done.flatMap((one) => (one.ok ? [] : [one.error]));
    expect(told).toEqual(['thematicDossier.changedMeanwhile', 'thematicDossier.changedMeanwhile']);
    expect((await found())?.revision).toBe(seen + 1);
    expect([['Tilleuls', 'Chênes'], ['Tilleuls']]).toContainEqual(await order());
  } finally {
    await database.close();
  }
});
