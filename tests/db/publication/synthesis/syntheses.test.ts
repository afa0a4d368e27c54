import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findDocumentForMember, trashDocument } from '#db/documents/documents.ts';
import { users } from '#db/people/person/schema.ts';
import { synthesisDeadlines } from '#db/publication/synthesis/schema.ts';
import { editSynthesis, findSeasonSynthesis } from '#db/publication/synthesis/syntheses.ts';
import {
  editChapter,
  findChapter,
  listChapters,
  setChapterRemoved,
  shiftChapter,
} from '#db/publication/synthesis/synthesis-chapters.ts';
import { listPossibleOwners } from '#db/publication/synthesis/synthesis-people.ts';
import {
  listChapterSteps,
  listSteppedChapters,
  moveChapter,
} from '#db/publication/synthesis/synthesis-steps.ts';
import { answersOf, type Person, withSeason, withSynthesis } from '#tests/support/publication/syntheses.ts';

/** Who is of the programme and does not coordinate. */
const READERS = ['nadia', 'yann', 'aurelie', 'marc', 'paul'];
/** A consultant without a mission, and somebody of nothing. */
const ABSENT = { camille: 'access.notFound', guest: 'access.notFound' };
const answers = (readers: string, claire = 'ok') => ({
  ...Object.fromEntries(READERS.map((name) => [name, readers])),
  claire,
  ...ABSENT,
});

test('[SY1] a season has one synthesis: the coordination begins it, the programme reads it, guests see nothing', () =>
  withSeason(async (world) => {
    const { db, people, beginning } = world;
    expect(await answersOf(world, beginning)).toEqual(answers('access.forbidden'));
    expect(await beginning(people.claire)).toEqual({ ok: false, error: 'synthesis.exists' });
    const seen: Record<string, string> = {};
    for (const [name, person] of Object.entries(people)) {
      const found = await findSeasonSynthesis(db, { number: null, ...person });
      seen[name] = found ? `${found.role} ${found.synthesis?.title}` : '';
    }
    expect(seen).toEqual({
      ...Object.fromEntries(READERS.map((name) => [name, 'reader Synthèse'])),
      claire: 'manager Synthèse',
      camille: '',
      guest: '',
    });
    expect(await findSeasonSynthesis(db, { number: -1, ...people.claire })).toBeNull();
  }));

test('[SY5] the coordination changes title and due day; every day that was wanted stays', () =>
  withSynthesis(async (world) => {
    const { db, people, synthesisId } = world;
    const edit = (person: Person, title = 'Synthèse', dueOn = '2023-07-15') =>
      editSynthesis(db, { synthesisId, title, dueOn, ...person });
    expect(await answersOf(world, edit)).toEqual(answers('access.forbidden'));
    expect(await edit(people.claire, ' ')).toMatchObject({ error: 'title.empty' });
    expect(await edit(people.claire, 'Bilan', '')).toMatchObject({ error: 'synthesis.dueMissing' });
    expect(await edit(people.claire, 'Bilan', '30/06/2023')).toMatchObject({ error: 'synthesis.dueInvalid' });
    expect(await edit(people.claire, 'Bilan')).toMatchObject({ ok: true });
    const found = await findSeasonSynthesis(db, { number: null, ...people.nadia });
    expect(found?.synthesis).toMatchObject({ title: 'Bilan', dueOn: '2023-07-15' });
    const days = await db.select().from(synthesisDeadlines).orderBy(synthesisDeadlines.rank);
    expect(days.map(({ dueOn }) => dueOn)).toEqual(['2023-06-30', '2023-07-15']);
  }));

test('[SY2] a chapter is a document that its owner writes and the programme reads; the coordination adds and gives it', () =>
  withSynthesis(async (world) => {
    const { db, people, synthesisId, add } = world;
    const adding = async (person: Person) => (await add(person, 'Les îlots de chaleur')).done;
    expect(await answersOf(world, adding)).toEqual(answers('access.forbidden'));
    const { claire, nadia, yann, aurelie, camille, guest } = people;
    for (const ownerId of [camille.userId, guest.userId, 'nobody'])
      expect((await add(claire, 'X', { ownerId })).done).toMatchObject({ error: 'synthesis.ownerNotFound' });
    expect((await add(claire, ' ')).done).toMatchObject({ error: 'title.empty' });
    expect((await add(claire, 'X', { dueOn: 'demain' })).done).toMatchObject({
      error: 'synthesis.dueInvalid',
    });
    const { chapterId, documentId, newId } = await add(claire, 'Les arbres', {
      ownerId: nadia.userId,
      dueOn: '2023-05-12',
    });
    expect(await listChapters(db, { synthesisId })).toMatchObject([
      { title: 'Les îlots de chaleur', owner: null },
      { title: 'Les arbres', owner: { name: 'Nadia', isGone: false }, dueOn: '2023-05-12' },
    ]);
    const access = async (person: Person) =>
      (await findDocumentForMember(db, { documentId, ...person }))?.access;
    expect([await access(nadia), await access(yann), await access(claire)]).toEqual([
      'write',
      'read',
      'write',
    ]);
    // Its owner says until when, not who has it; nobody else says anything.
    const edit = (person: Person, ownerId?: string, dueOn = '2023-05-20') =>
      editChapter(db, { chapterId, ownerId, dueOn, newId, ...person });
    expect(await answersOf(world, edit)).toEqual({ ...answers('access.forbidden'), nadia: 'ok' });
    expect(await edit(nadia, yann.userId)).toMatchObject({ error: 'access.forbidden' });
    expect(await edit(claire, yann.userId)).toMatchObject({ ok: true });
    expect([await access(nadia), await access(yann)]).toEqual(['read', 'write']);
    expect(await findChapter(db, { chapterId, ...nadia })).toMatchObject({ role: 'reader' });
    expect(await findChapter(db, { chapterId, ...yann })).toMatchObject({ role: 'owner' });
    expect(await findChapter(db, { chapterId, ...guest })).toBeNull();
    // Whoever had it and leaves is told as gone, and may do nothing.
    await db.update(users).set({ suspendedAt: aurelie.now }).where(eq(users.id, yann.userId));
    expect(await findChapter(db, { chapterId, ...claire })).toMatchObject({ owner: { isGone: true } });
    expect(await edit(yann)).toMatchObject({ error: 'access.notFound' });
    expect((await listPossibleOwners(db)).map(({ name }) => name)).not.toContain('Yann');
    expect((await listPossibleOwners(db)).map(({ name }) => name)).not.toContain('Camille');
  }));

test('[SY2] chapters are put in order, taken out and put back by the coordination alone', () =>
  withSynthesis(async (world) => {
    const { db, people, synthesisId, add } = world;
    const { claire } = people;
    const ids: string[] = [];
    for (const title of ['Un', 'Deux', 'Trois']) ids.push((await add(claire, title)).chapterId);
    const titles = async () => (await listChapters(db, { synthesisId })).map(({ title }) => title);
    const shift = (person: Person, chapterId = ids[2] ?? '', by: -1 | 1 = -1) =>
      shiftChapter(db, { synthesisId, chapterId, by, ...person });
    expect(await answersOf(world, (person) => shift(person))).toEqual(answers('access.forbidden'));
    expect(await titles()).toEqual(['Un', 'Trois', 'Deux']);
    // Another who saw the old order moves the same chapter once more: each move is one place from where it is.
    await shift(claire);
    await shift(claire);
    expect(await titles()).toEqual(['Trois', 'Un', 'Deux']);
    expect(await shift(claire, 'unknown')).toMatchObject({ error: 'access.notFound' });
    const remove = (person: Person, isRemoved = true) =>
      setChapterRemoved(db, { synthesisId, chapterId: ids[2] ?? '', isRemoved, ...person });
    expect(await answersOf(world, (person) => remove(person))).toEqual(answers('access.forbidden'));
    expect(await titles()).toEqual(['Un', 'Deux']);
    expect(await findChapter(db, { chapterId: ids[2] ?? '', ...claire })).toBeNull();
    expect(await remove(claire)).toMatchObject({ error: 'access.notFound' });
    expect(await remove(people.nadia, false)).toMatchObject({ error: 'access.forbidden' });
    expect(await remove(claire, false)).toMatchObject({ ok: true });
    expect(await titles()).toEqual(['Un', 'Deux', 'Trois']);
  }));

test('[SY3] the owner takes a chapter to review, the coordination approves it; every step stays', () =>
  withSynthesis(async (world) => {
    const { db, people, synthesisId, groupId, add } = world;
    const { claire, nadia, marc, guest } = people;
    const { chapterId, documentId, newId } = await add(claire, 'Les arbres', { ownerId: nadia.userId });
    const last = async () => (await listChapterSteps(db, chapterId))[0]?.rank ?? 0;
    const move = async (person: Person, to: Parameters<typeof moveChapter>[1]['to'], seen?: number) =>
      moveChapter(db, { chapterId, to, reason: '', seen: seen ?? (await last()), ...person });
    expect(await move(marc, 'writing')).toMatchObject({ error: 'access.forbidden' });
    expect(await move(guest, 'writing')).toMatchObject({ error: 'access.notFound' });
    expect(await move(nadia, 'writing')).toMatchObject({ ok: true });
    expect(await move(nadia, 'in_review', 1)).toMatchObject({ error: 'synthesis.changedMeanwhile' });
    expect(await move(nadia, 'in_review')).toMatchObject({ ok: true });
    expect(await move(nadia, 'approved')).toMatchObject({ error: 'access.forbidden' });
    const trash = { documentId, groupId, by: claire.userId, now: claire.now, activityId: newId() };
    await trashDocument(db, trash);
    expect(await findChapter(db, { chapterId, ...claire })).toMatchObject({ isTextThere: false });
    expect(await move(claire, 'approved')).toMatchObject({ error: 'synthesis.textInTrash' });
    const steps = await listChapterSteps(db, chapterId);
    expect(steps.map(({ from, to, byName }) => [from, to, byName])).toEqual([
      ['writing', 'in_review', 'Nadia'],
      ['to_write', 'writing', 'Nadia'],
      [null, 'to_write', 'Claire'],
    ]);
    expect(await listSteppedChapters(db, synthesisId)).toMatchObject([
      { removedAt: null, steps: [{ to: 'to_write' }, { to: 'writing' }, { to: 'in_review' }] },
    ]);
  }));
