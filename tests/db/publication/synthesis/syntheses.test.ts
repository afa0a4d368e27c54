import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findDocumentForMember, trashDocument } from '#db/documents/documents.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { users } from '#db/people/person/schema.ts';
import { synthesisDeadlines } from '#db/publication/synthesis/schema.ts';
import { findSeasonSynthesis } from '#db/publication/synthesis/syntheses.ts';
import { findChapter, listChapters } from '#db/publication/synthesis/synthesis-chapters.ts';
import { listPossibleOwners } from '#db/publication/synthesis/synthesis-people.ts';
import { listChapterSteps, listSteppedChapters } from '#db/publication/synthesis/synthesis-steps.ts';
import type { ChapterState } from '#shared/publication/synthesis/chapter-state.ts';
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
    expect(await beginning(people.claire)).toMatchObject({ error: 'synthesis.exists' });
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
    const { db, people, synthesisId, run } = world;
    const edit = (person: Person, title = 'Synthèse', due = '2023-07-15') =>
      run('synthesis.edit', person, { synthesisId, title, due });
    expect(await answersOf(world, (person) => edit(person))).toEqual(answers('access.forbidden'));
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
    const { db, people, synthesisId, run, add } = world;
    const adding = async (person: Person) => (await add(person, 'Les îlots de chaleur')).done;
    expect(await answersOf(world, adding)).toEqual(answers('access.forbidden'));
    const { claire, nadia, yann, aurelie, camille, guest } = people;
    for (const owner of [camille.userId, guest.userId, 'nobody'])
      expect((await add(claire, 'X', { owner })).done).toMatchObject({ error: 'synthesis.ownerNotFound' });
    expect((await add(claire, ' ')).done).toMatchObject({ error: 'title.empty' });
    expect((await add(claire, 'X', { chapterDue: 'demain' })).done).toMatchObject({
      error: 'synthesis.dueInvalid',
    });
    const { chapterId, documentId } = await add(claire, 'Les arbres', {
      owner: nadia.userId,
      chapterDue: '2023-05-12',
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
    const setDue = (person: Person) =>
      run('synthesisChapter.setDue', person, { chapterId, due: '2023-05-20' });
    const give = (person: Person, owner: string) =>
      run('synthesisChapter.edit', person, { chapterId, owner, due: '2023-05-20' });
    expect(await answersOf(world, setDue)).toEqual({ ...answers('access.forbidden'), nadia: 'ok' });
    expect(await give(nadia, yann.userId)).toMatchObject({ error: 'access.forbidden' });
    expect(await give(claire, yann.userId)).toMatchObject({ ok: true });
    expect([await access(nadia), await access(yann)]).toEqual(['read', 'write']);
    expect(await findChapter(db, { chapterId, ...nadia })).toMatchObject({ role: 'reader' });
    expect(await findChapter(db, { chapterId, ...yann })).toMatchObject({ role: 'owner' });
    expect(await findChapter(db, { chapterId, ...guest })).toBeNull();
    // Whoever had it and leaves is told as gone, and may do nothing.
    await db.update(users).set({ suspendedAt: aurelie.now }).where(eq(users.id, yann.userId));
    expect(await findChapter(db, { chapterId, ...claire })).toMatchObject({ owner: { isGone: true } });
    expect(await setDue(yann)).toMatchObject({ error: 'access.notFound' });
    const owners = (await listPossibleOwners(db, 'manager')).map(({ name }) => name);
    expect(owners).toContain('Nadia');
    for (const name of ['Yann', 'Camille']) expect(owners).not.toContain(name);
    expect(await listPossibleOwners(db, 'reader')).toEqual([]);
  }));

test('[SY2] chapters are put in order, taken out and put back by the coordination alone', () =>
  withSynthesis(async (world) => {
    const { db, people, synthesisId, run, add } = world;
    const { claire } = people;
    const ids: string[] = [];
    for (const title of ['Un', 'Deux', 'Trois']) ids.push((await add(claire, title)).chapterId);
    const titles = async () => (await listChapters(db, { synthesisId })).map(({ title }) => title);
    const shift = (person: Person, chapter = ids[2] ?? '') =>
      run('synthesis.shiftChapter', person, { synthesisId, chapter, places: -1 });
    expect(await answersOf(world, (person) => shift(person))).toEqual(answers('access.forbidden'));
    expect(await titles()).toEqual(['Un', 'Trois', 'Deux']);
    // Another who saw the old order moves the same chapter once more: each move is one place from where it is.
    await shift(claire);
    await shift(claire);
    expect(await titles()).toEqual(['Trois', 'Un', 'Deux']);
    expect(await shift(claire, randomUUID())).toMatchObject({ error: 'access.notFound' });
    const third = { synthesisId, chapter: ids[2] ?? '' };
    const remove = (person: Person) => run('synthesis.removeChapter', person, third);
    const putBack = (person: Person) => run('synthesis.putChapterBack', person, third);
    expect(await answersOf(world, remove)).toEqual(answers('access.forbidden'));
    expect(await titles()).toEqual(['Un', 'Deux']);
    expect(await findChapter(db, { chapterId: ids[2] ?? '', ...claire })).toBeNull();
    expect(await remove(claire)).toMatchObject({ error: 'access.notFound' });
    expect(await putBack(people.nadia)).toMatchObject({ error: 'access.forbidden' });
    expect(await putBack(claire)).toMatchObject({ ok: true });
    expect(await titles()).toEqual(['Un', 'Deux', 'Trois']);
  }));

test('[SY3] the owner takes a chapter to review, the coordination approves it; every step stays', () =>
  withSynthesis(async (world) => {
    const { db, site, people, synthesisId, groupId, run, add } = world;
    const { claire, nadia, marc, guest } = people;
    const { chapterId, documentId } = await add(claire, 'Les arbres', { owner: nadia.userId });
    const last = async () => (await listChapterSteps(db, chapterId))[0]?.rank ?? 0;
    const move = async (person: Person, to: ChapterState, seen?: number) =>
      run('synthesisChapter.step', person, {
        chapterId,
        ...{ to, reason: '', seen: String(seen ?? (await last())) },
      });
    expect(await move(marc, 'writing')).toMatchObject({ error: 'access.forbidden' });
    expect(await move(guest, 'writing')).toMatchObject({ error: 'access.notFound' });
    expect(await move(nadia, 'writing')).toMatchObject({ ok: true });
    expect(await move(nadia, 'in_review', 1)).toMatchObject({ error: 'synthesis.changedMeanwhile' });
    expect(await move(nadia, 'in_review')).toMatchObject({ ok: true });
    expect(await move(nadia, 'approved')).toMatchObject({ error: 'access.forbidden' });
    const trash = { documentId, groupId, by: claire.userId, now: claire.now, activityId: site.newId() };
    await inTransaction(db, (tx) => trashDocument(tx, trash));
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
