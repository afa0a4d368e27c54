import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findExactText } from '#db/documents/history/exact-texts.ts';
import { verifyAuditChain } from '#db/kernel/audit/audit.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { findRound, findRoundForMember, listRounds } from '#db/reviews/review-lists.ts';
import { closeDueRound, listDueRounds, withdrawRound } from '#db/reviews/review-rounds.ts';
import { listSigners, organisationsOf } from '#db/reviews/review-signers.ts';
import { aMember, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { refusalOf } from '#tests/support/meetings/meetings.ts';
import {
  after,
  auditOf,
  deadline,
  FIRST,
  now,
  SECOND,
  aReviewedDocument as world,
} from '#tests/support/reviews/reviews.ts';

test('[RV1] an exact text is kept once, and nothing in the database changes or removes it', () =>
  withDb(async (db) => {
    const { document, keep } = await world(db);
    expect((await keep(FIRST, 7)).isNew).toBe(false);
    expect(await findExactText(db, { documentId: asReadable(document.id), sha256: FIRST })).toMatchObject({
      seq: 1,
    });
    expect(await findExactText(db, { documentId: asReadable('other'), sha256: FIRST })).toBeNull();
    for (const statement of [
      `update exact_text set exact_text = 'x'`,
      'delete from exact_text',
      'truncate exact_text cascade',
    ])
      await expect(db.transaction((tx) => tx.execute(sql.raw(statement)))).rejects.toThrow();
    expect(await findExactText(db, { documentId: asReadable(document.id), sha256: FIRST })).not.toBeNull();
  }));

test('[RV4] people of an asked organisation who contribute, review or facilitate answer for it; a consultant and a reader do not', () =>
  withDb(async (db) => {
    const { site, group, firm, document, claire, reviewer, nadia, noe, open, answer, consultant } =
      await world(db);
    const observer = await aPerson(site, { name: 'Olga', organisationId: firm.id });
    await aMember(site, { groupId: group.id, userId: observer.id, role: 'observer' });
    const signers = await listSigners(db, { documentId: document.id, now });
    expect(signers.map(({ id }) => id).sort()).toEqual([claire.id, reviewer.id, nadia.id, noe.id].sort());
    expect(organisationsOf(signers).map(({ name }) => name)).toEqual([
      'Banque des Territoires',
      'OpenDataFrance',
      'Ville de Guise',
    ]);
    expect(await refusalOf(open({ organisationIds: [firm.id] }).then(({ opened }) => opened))).toBe(
      'review.organisationCannotAnswer',
    );
    const { id } = await open();
    expect(await refusalOf(answer(id, consultant, 'approve'))).toBe('review.notAsked');
    expect(
      await refusalOf(answer(id, { ...consultant, organisationId: nadia.organisationId }, 'approve')),
    ).toBe('review.otherOrganisation');
    const stranger = await aPerson(site, { organisationId: reviewer.organisationId ?? '' });
    expect(await refusalOf(answer(id, stranger, 'approve'))).toBe('review.mayNotAnswer');
    expect(await refusalOf(answer('no-such-round', nadia, 'approve'))).toBe('access.notFound');
  }));

test('[WR7] [RV4] a round is found by whoever reads its document, and by nobody else', () =>
  withDb(async (db) => {
    const { site, document, nadia, open } = await world(db);
    const { id } = await open();
    const outsider = await aPerson(site);
    const found = (userId: string, roundId = id) => findRoundForMember(db, { roundId, userId, now });
    expect(await found(nadia.id)).toMatchObject({ round: { id }, document: { id: document.id } });
    expect(await found(outsider.id)).toBeNull();
    expect(await found(nadia.id, 'no-such-round')).toBeNull();
  }));

test('[RV5] [RV6] [RV7] answers are lines that stay, the last one of an organisation counts, and the last organisation closes the round', () =>
  withDb(async (db) => {
    const { claire, reviewer, nadia, noe, open, answer } = await world(db);
    const { id, opened } = await open();
    expect(opened).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await refusalOf(answer(id, nadia, 'refuse'))).toBeNull();
    expect(await refusalOf(answer(id, nadia, 'refuse', { seen: 1 }))).toBe('review.sameAnswer');
    expect(await refusalOf(answer(id, noe, 'approve'))).toBe('review.answeredMeanwhile');
    expect(await refusalOf(answer(id, noe, 'approveWithReservation', { seen: 1 }))).toBeNull();
    expect(await answer(id, claire, 'approve')).toEqual({ ok: true, value: { isClosed: false } });
    expect(await answer(id, reviewer, 'approve')).toEqual({ ok: true, value: { isClosed: true } });
    const round = await findRound(db, id);
    expect(round).toMatchObject({ ending: 'allAnswered', outcome: 'approved', closedAt: now });
    expect(round?.answers.map(({ number, answer, by }) => [number, answer, by])).toEqual([
      [1, 'refuse', nadia.id],
      [2, 'approveWithReservation', noe.id],
      [3, 'approve', claire.id],
      [4, 'approve', reviewer.id],
    ]);
    expect(round?.text.sha256).toBe(FIRST);
    expect(await refusalOf(answer(id, nadia, 'refuse', { seen: 2 }))).toBe('review.closed');
    for (const statement of [
      `update review_answer set answer = 'approve'`,
      'delete from review_answer',
      `update review_round set outcome = 'approved'`,
      'delete from review_round',
      'delete from review_organisation',
    ])
      await expect(db.transaction((tx) => tx.execute(sql.raw(statement)))).rejects.toThrow();
  }));

test('[RV6] at the deadline the round closes by itself, once, and who said nothing is kept as silent', () =>
  withDb(async (db) => {
    const { site, nadia, bdt, guise, odf, open, answer } = await world(db);
    const { id } = await open();
    await answer(id, nadia, 'approve');
    expect(await refusalOf(answer(id, nadia, 'refuse', { seen: 1, now: deadline }))).toBe(
      'review.deadlinePassed',
    );
    expect(await listDueRounds(db, after)).toEqual([id]);
    const close = () => closeDueRound(db, { roundId: id, now: after, activityId: site.newId() });
    expect(await close()).toMatchObject({ id, outcome: 'noQuorum' });
    expect(await close()).toBeNull();
    expect(await listDueRounds(db, after)).toEqual([]);
    const last = (await auditOf(db)).at(-1);
    expect(last).toMatchObject({
      action: 'review.closed',
      payload: { ending: 'deadline', outcome: 'noQuorum' },
    });
    expect(last?.payload.answers).toEqual([
      { organisation: bdt.id, answer: null },
      { organisation: odf.id, answer: null },
      { organisation: guise.id, answer: 'approve' },
    ]);
  }));

test('[RV3] [RV8] one round is open at a time: a new one replaces it when it says so, and an answer to the old text is refused', () =>
  withDb(async (db) => {
    const { document, claire, nadia, keep, open, answer, site } = await world(db);
    const first = await open();
    await keep(SECOND, 5);
    expect(await refusalOf(open({ sha256: SECOND }).then(({ opened }) => opened))).toBe('review.alreadyOpen');
    expect(await refusalOf(open({ documentId: 'gone' }).then(({ opened }) => opened))).toBe(
      'access.notFound',
    );
    const second = await open({ sha256: SECOND, replaces: first.id });
    expect(second.opened).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await refusalOf(answer(first.id, nadia, 'approve'))).toBe('review.replaced');
    expect(await refusalOf(answer(second.id, nadia, 'approve'))).toBe('review.otherText');
    const withdraw = (reason: string) =>
      withdrawRound(db, { roundId: second.id, reason, by: claire.id, now, activityId: site.newId() });
    expect(await refusalOf(withdraw('Mauvais texte'))).toBeNull();
    expect(await refusalOf(withdraw('Encore'))).toBe('review.notOpen');
    expect(await refusalOf(answer(second.id, nadia, 'approve', { sha256: SECOND }))).toBe('review.withdrawn');
    expect(
      (await listRounds(db, asReadable(document.id))).map(({ number, ending, outcome }) => [
        number,
        ending,
        outcome,
      ]),
    ).toEqual([
      [2, 'withdrawn', null],
      [1, 'replaced', null],
    ]);
  }));

test('[RV6] [RV10] answers that come at once follow one another: two last ones both count, one of them closes, and the trail holds', async () => {
  const database = await openFreshDatabase();
  try {
    const { db } = database;
    const { claire, reviewer, nadia, noe, open, answer, document } = await world(db);
    const { id } = await open();
    const given = await Promise.all([
      answer(id, claire, 'approve'),
      answer(id, reviewer, 'approve'),
      answer(id, nadia, 'approve'),
      answer(id, noe, 'refuse'),
    ]);
    expect(given.filter((done) => done.ok && done.value.isClosed)).toHaveLength(1);
    const refused = given.flatMap((done) => (done.ok ? [] : [done.error]));
    // Two people of one city at once: one answers, the other is told so.
    expect(refused).toHaveLength(1);
    expect(['review.answeredMeanwhile', 'review.closed']).toContain(refused[0]);
    const round = await inTransaction(db, (tx) => findRound(tx, id));
    expect(round?.answers.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect((await auditOf(db)).map(({ action }) => action)).toEqual([
      'review.opened',
      'review.answered',
      'review.answered',
      'review.answered',
      'review.closed',
    ]);
    expect((await verifyAuditChain(db)).fault).toBeNull();
    const both = await Promise.all([open(), open()]);
    expect(both.map(({ opened }) => (opened.ok ? 'opened' : opened.error)).sort()).toEqual([
      'opened',
      'review.alreadyOpen',
    ]);
    expect(await listRounds(db, asReadable(document.id))).toHaveLength(2);
  } finally {
    await database.close();
  }
});
