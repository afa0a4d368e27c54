import { expect, test } from 'vitest';
import { findVerification, keepSignedFile } from '#db/reviews/review-proof.ts';
import { listReviewReminders, takeReviewReminder } from '#db/reviews/review-reminders.ts';
import { findToDo } from '#db/to-do.ts';
import { withDb } from '#tests/support/database.ts';
import {
  after,
  deadline,
  FIRST,
  now,
  SECOND,
  aReviewedDocument as world,
} from '#tests/support/reviews/reviews.ts';

test('[AF1] an open round waits at home for those who may answer, until their organisation has', () =>
  withDb(async (db) => {
    const { nadia, noe, consultant, open, answer } = await world(db);
    const { id } = await open();
    const waitsFor = async (userId: string, at = now) => {
      const waiting = await findToDo(db, { userId, now: at });
      return waiting.filter(({ kind }) => kind === 'review').map((line) => line.id);
    };
    expect(await waitsFor(nadia.id)).toEqual([id]);
    expect(await waitsFor(consultant.id)).toEqual([]);
    expect(await waitsFor(nadia.id, deadline)).toEqual([]);
    await answer(id, nadia, 'approve');
    expect(await waitsFor(noe.id)).toEqual([]);
  }));

test('[RV11] two days before the end those whose organisation is silent are reminded, once', () =>
  withDb(async (db) => {
    const { nadia, claire, reviewer, open, answer } = await world(db);
    const { id } = await open();
    await answer(id, nadia, 'approve');
    expect(await listReviewReminders(db, now)).toEqual([]);
    const soon = new Date(deadline.getTime() - 86_400_000);
    const reminders = await listReviewReminders(db, soon);
    expect(reminders.map(({ person }) => person.id).sort()).toEqual([claire.id, reviewer.id].sort());
    const [first] = reminders;
    if (!first) throw new Error('nobody is reminded');
    expect([await takeReviewReminder(db, first, soon), await takeReviewReminder(db, first, soon)]).toEqual([
      true,
      false,
    ]);
    expect(await listReviewReminders(db, deadline)).toEqual([]);
  }));

test('[RV12] [RV13] the public learns organisations and answers of a round that was held, by its text or by a file, and nothing else', () =>
  withDb(async (db) => {
    const { nadia, claire, open, answer } = await world(db);
    const { id, opened } = await open({
      organisationIds: [nadia.organisationId ?? '', claire.organisationId ?? ''],
    });
    expect(opened.ok).toBe(true);
    await answer(id, nadia, 'approveWithReservation', { reason: 'Secret de Nadia' });
    expect(await findVerification(db, FIRST)).toBeNull();
    await answer(id, claire, 'approve');
    await keepSignedFile(db, { roundId: id, sha256: SECOND, format: 'pdf', madeAt: now, by: claire.id });
    await keepSignedFile(db, { roundId: id, sha256: SECOND, format: 'pdf', madeAt: after, by: claire.id });
    const proof = await findVerification(db, FIRST);
    expect(proof).toMatchObject({
      sha256: FIRST,
      format: null,
      rounds: [{ outcome: 'approved', quorum: 2 }],
    });
    expect(proof?.rounds[0]?.answers.map(({ organisation, answer }) => [organisation, answer])).toEqual([
      ['OpenDataFrance', 'approve'],
      ['Ville de Guise', 'approveWithReservation'],
    ]);
    expect(proof?.files).toHaveLength(1);
    expect(JSON.stringify(proof)).not.toMatch(/Secret|Nadia|Claire|Synth/u);
    expect(await findVerification(db, SECOND)).toMatchObject({ sha256: FIRST, format: 'pdf' });
    expect(await findVerification(db, 'c'.repeat(64))).toBeNull();
  }));
