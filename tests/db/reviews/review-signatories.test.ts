import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startThread } from '#db/documents/comment/comments.ts';
import { compareSigned } from '#db/operations/audit/compare-signed.ts';
import { findRound } from '#db/reviews/review-lists.ts';
import { findVerification } from '#db/reviews/review-proof.ts';
import { withDb } from '#tests/support/database.ts';
import { aPassage } from '#tests/support/documents/comments.ts';
import { refusalOf } from '#tests/support/meetings/meetings.ts';
import { openUp } from '#tests/support/operations/signed-rows.ts';
import { eightAround } from '#tests/support/people/signatories.ts';
import { FIRST, now, aReviewedDocument as world } from '#tests/support/reviews/reviews.ts';

test('[RV4] [O7] of eight people of an organisation the confirmed one signs; an account that the coordination made does not, nor once it was named', () =>
  withDb(async (db) => {
    const { site, guise, open, answer } = await world(db);
    const { id } = await open();
    const { signatory, suspended, admin, ...unconfirmed } = await eightAround(site, guise.id);
    const refused = async (person: { id: string }) =>
      refusalOf(answer(id, { ...person, organisationId: guise.id }, 'approve'));
    for (const person of Object.values(unconfirmed))
      expect(await refused(person), person.id).toBe('signatory.unconfirmed');
    expect(await refused(suspended)).toBe('review.mayNotAnswer');
    expect(await refused(admin)).toBe('review.otherOrganisation');
    expect((await findRound(db, id))?.answers).toEqual([]);
    expect(await refused(signatory)).toBeNull();
  }));

test('[O7] whoever may not sign comments', () =>
  withDb(async (db) => {
    const { site, guise, group, document } = await world(db);
    const { alone } = await eightAround(site, guise.id);
    const started = await startThread(db, {
      ...{ documentId: document.id, groupId: group.id, by: alone.id, access: 'comment', now },
      ...{ threadId: site.newId(), commentId: site.newId(), activityId: site.newId() },
      ...{ passage: aPassage(), body: 'Lesquels ?', mentions: [] },
    });
    expect(started.ok).toBe(true);
  }));

test('[O9] what made somebody a signatory is kept with their answer, told in public without a name, and compared with the trail', () =>
  withDb(async (db) => {
    const { open, answer, nadia, guise, odf, claire } = await world(db);
    const { id } = await open({ organisationIds: [guise.id, odf.id] });
    await answer(id, nadia, 'approve');
    await answer(id, claire, 'approve');
    const basis = { by: 'address', address: 'mairie@exemple.test', on: now.toISOString() };
    expect((await findRound(db, id))?.answers[0]).toMatchObject({ basis });
    const proof = await findVerification(db, FIRST);
    expect(proof?.rounds[0]?.answers).toMatchObject([{ basis }, { basis }]);
    expect(JSON.stringify(proof)).not.toMatch(/Nadia|Claire/u);
    expect(await compareSigned(db)).toMatchObject({ older: 0, differences: [] });
    await openUp(db);
    const forged = JSON.stringify({ ...basis, address: 'direction@banque.example' });
    await db.execute(sql`update review_answer set basis = ${forged}::jsonb where number = 1`);
    expect((await compareSigned(db)).differences).toMatchObject([{ kind: 'reviewAnswer', facts: ['basis'] }]);
    // One of before there were signatories: neither its row nor its line says anything, and no ground can be lent to it afterwards.
    const strip = sql`update audit_entry set payload = (payload::jsonb - 'basis')::text where action = 'review.answered'`;
    await db.execute(sql`alter table audit_entry disable trigger user`);
    await db.execute(strip);
    await db.execute(sql`update review_answer set basis = null`);
    expect((await compareSigned(db)).differences).toEqual([]);
    await db.execute(sql`update review_answer set basis = ${forged}::jsonb where number = 1`);
    expect((await compareSigned(db)).differences).toMatchObject([{ facts: ['basis'] }]);
  }));
