import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { keepExactText } from '#db/documents/history/exact-texts.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { users } from '#db/people/person/schema.ts';
import { findPublished } from '#db/publication/public-document/publications.ts';
import {
  findPublicSynthesis,
  findSynthesisPublication,
  listPublicSyntheses,
} from '#db/publication/synthesis/public-syntheses.ts';
import { answerRound } from '#db/reviews/review-answers.ts';
import { openRound } from '#db/reviews/review-rounds.ts';
import {
  answersOf,
  type Person,
  type SynthesisWorld,
  withSynthesis,
} from '#tests/support/publication/syntheses.ts';

const [FIRST, SECOND] = ['a', 'b'].map((sign) => sign.repeat(64)) as [string, string];
const READERS = ['nadia', 'yann', 'aurelie', 'marc', 'paul'];
const REFUSED = {
  ...Object.fromEntries(READERS.map((name) => [name, 'access.forbidden'])),
  camille: 'access.notFound',
  guest: 'access.notFound',
};

/** A whole of one chapter, and how it is signed by Claire’s organisation and published. */
async function withWhole(world: SynthesisWorld) {
  const { db, site, people, synthesisId, run, add } = world;
  const { newId } = site;
  const { claire } = people;
  await add(claire, 'Les arbres');
  const opened = await run('synthesis.openWhole', claire, { synthesisId, isConfirmed: true });
  if (!opened.ok) throw new Error(opened.error);
  const { id: documentId } = opened.value.document;
  const nothing = { chapters: [], from: [], fileIds: [] };
  await run('synthesis.recordAssembly', claire, { synthesisId, documentId, ...nothing });
  const [own] = await db.select({ id: users.organisationId }).from(users).where(eq(users.id, claire.userId));
  const organisationId = own?.id ?? '';
  const sign = async (sha256: string, answer: 'approve' | 'refuse') => {
    await inTransaction(db, (tx) =>
      keepExactText(tx, {
        ...{ id: newId(), documentId, title: 'Synthèse', seq: 1, exactText: `{"title":"${sha256}"}`, sha256 },
        ...{ writers: [], submittedBy: claire.userId, submittedAt: claire.now },
      }),
    );
    const roundId = newId();
    const round = {
      ...{ roundId, documentId, sha256, questions: [], quorum: 1, replaces: null },
      ...{ deadline: new Date(claire.now.getTime() + 86_400_000), organisationIds: [organisationId] },
      ...{ by: claire.userId, now: claire.now, activityId: newId(), closingId: newId() },
    };
    expect(await inTransaction(db, (tx) => openRound(tx, round))).toMatchObject({ ok: true });
    const given = {
      roundId,
      organisationId,
      answer,
      reason: answer === 'refuse' ? 'Non' : '',
      sha256,
      seen: 0,
    };
    const more = { documentId, by: claire.userId, now: claire.now, activityId: newId(), closingId: newId() };
    expect(await inTransaction(db, (tx) => answerRound(tx, { ...given, ...more }))).toMatchObject({
      ok: true,
    });
  };
  const text = {
    ...{ documentId, title: 'Synthèse', sha256: FIRST, address: 'synthese-0123abcd', seq: 1 },
    ...{ blocks: ['<p>Douze villes comptent.</p>'], fileIds: [] as string[], outline: [] },
  };
  const release = (person: Person, given: Partial<typeof text> = {}) =>
    run('synthesis.publish', person, { synthesisId, text: { ...text, ...given } });
  const takeBack = (person: Person) => run('synthesis.withdraw', person, { synthesisId });
  return { documentId, sign, release, takeBack };
}

test('[SY11] the coordination publishes exactly what was signed, takes it back and publishes it again', () =>
  withSynthesis(async (world) => {
    const { db, people, synthesisId } = world;
    const { claire } = people;
    const { sign, release, takeBack } = await withWhole(world);
    expect(await findPublicSynthesis(db, null)).toBeNull();
    expect(await release(claire)).toMatchObject({ error: 'synthesis.notSigned' });
    await sign(FIRST, 'approve');
    expect(await release(claire, { sha256: SECOND })).toMatchObject({ error: 'synthesis.otherThanSigned' });
    expect(await release(claire, { title: 'Autre' })).toMatchObject({ error: 'synthesis.otherThanSigned' });
    expect(await takeBack(claire)).toMatchObject({ error: 'synthesis.notPublic' });
    expect(await findPublicSynthesis(db, null)).toBeNull();

    expect(await answersOf(world, (person) => release(person))).toEqual({ ...REFUSED, claire: 'ok' });
    const found = await findPublicSynthesis(db, null);
    expect(found).toMatchObject({
      title: 'Synthèse',
      blocks: ['<p>Douze villes comptent.</p>'],
      approvals: { sha256: FIRST, asked: 1, quorum: 1, given: [{ answer: 'approve' }] },
    });
    expect(JSON.stringify(found)).not.toContain(claire.userId);
    expect(await findPublished(db, 'synthese-0123abcd')).toMatchObject({ isIndexed: true });
    const [listed] = await listPublicSyntheses(db);
    expect(listed).toMatchObject({ address: 'synthese-0123abcd' });
    expect(await findPublicSynthesis(db, listed?.season.number ?? 0)).toEqual(found);
    expect(await findPublicSynthesis(db, 1999)).toBeNull();

    expect(await answersOf(world, takeBack)).toEqual({ ...REFUSED, claire: 'ok' });
    expect(await findPublicSynthesis(db, null)).toBe('withdrawn');
    expect(await listPublicSyntheses(db)).toEqual([]);
    expect((await findSynthesisPublication(db, synthesisId))?.withdrawnAt).toEqual(claire.now);
    expect(await takeBack(claire)).toMatchObject({ error: 'synthesis.notPublic' });
    expect(await release(claire)).toMatchObject({ ok: true });
    expect(await findPublicSynthesis(db, null)).toEqual(found);

    // A later round that refuses takes the right to publish away, not what is public.
    await sign(SECOND, 'refuse');
    expect(await release(claire)).toMatchObject({ error: 'synthesis.notSigned' });
    expect(await findPublicSynthesis(db, null)).toEqual(found);
  }));
