import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { markAttendance } from '#db/meetings/held/meeting-attendances.ts';
import { castBallot, openVote } from '#db/meetings/held/meeting-votes.ts';
import { signedKinds } from '#db/operations/audit/compare-signed.ts';
import { signatories } from '#db/people/organisation/signatory-schema.ts';
import {
  addDeliverable,
  answerDelivery,
  submitDelivery,
} from '#db/programme/mission/mission-deliverables.ts';
import { SIGNED_KINDS } from '#shared/operations/audit/signed-facts.ts';
import { withDb } from '#tests/support/database.ts';
import { anOpenMeeting, FOR_OR_AGAINST, refusalOf } from '#tests/support/meetings/meetings.ts';
import { done } from '#tests/support/people/signatories.ts';
import { missionWorld } from '#tests/support/programme/missions.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { aReviewedDocument, FIRST, now } from '#tests/support/reviews/reviews.ts';

type Act = () => Promise<{ ok: true } | { ok: false; error: string }>;

/** For each kind that is given for an organisation, an act of somebody who has every other right to it. */
const ACTS: Readonly<Record<string, (db: Db) => Promise<Act>>> = {
  reviewAnswer: async (db) => {
    const { nadia, open, answer } = await aReviewedDocument(db);
    const { id } = await open();
    return () => answer(id, nadia, 'approve');
  },
  vote: async (db) => {
    const site = siteOf(db, now);
    const { people, change } = await anOpenMeeting(site);
    const { yann } = people;
    const here = {
      userId: yann.id,
      presence: 'present',
      mode: 'onSite',
      attendanceId: site.newId(),
    } as const;
    await done(inTransaction(db, (tx) => markAttendance(tx, { ...change(), ...here })));
    const asked = { voteId: site.newId(), question: 'Tirer les arbres ?', choices: FOR_OR_AGAINST };
    const how = { voices: 'organisation', isSecret: false, quorum: 'none' } as const;
    await done(inTransaction(db, (tx) => openVote(tx, { ...change(), ...asked, ...how })));
    const voter = `organisation:${yann.organisationId}`;
    return () =>
      inTransaction(db, (tx) =>
        castBallot(tx, { ...change(yann), voteId: asked.voteId, voter, choice: 'choix-1' }),
      );
  },
  verdict: async (db) => {
    const { people, changing, site } = await missionWorld(db);
    const [deliverableId, deliveryId] = [site.newId(), site.newId()];
    const file = { fileName: 'a.pdf', contentType: 'application/pdf', bytes: 3, storageKey: 'x' };
    const content = { ...file, sha256: FIRST };
    await done(
      changing(people.camille, async (tx, by) => {
        await addDeliverable(tx, { ...by, deliverableId, title: 'Plan de données', dueOn: null });
        return submitDelivery(tx, { ...by, deliverableId, deliveryId, note: '', content });
      }),
    );
    const given = { deliveryId, verdict: 'accepted', reason: '' } as const;
    return () => changing(people.nadia, (tx, change) => answerDelivery(tx, { ...change, ...given }));
  },
};

test('[O7] each kind of what is signed says in whose name, and none that is given for an organisation has no act here', () => {
  const ofOrganisations = SIGNED_KINDS.filter((kind) => signedKinds[kind].speaksFor === 'organisation');
  expect(Object.keys(ACTS).toSorted()).toEqual(ofOrganisations.toSorted());
});

test.each(Object.entries(ACTS))(
  '[O7] %s: is refused to whoever the organisation has not confirmed',
  (_, world) =>
    withDb(async (db) => {
      const act = await world(db);
      const confirmed = await db.delete(signatories).returning();
      expect(confirmed.length).toBeGreaterThan(0);
      expect(await refusalOf(act())).toBe('signatory.unconfirmed');
      await db.insert(signatories).values(confirmed);
      expect(await refusalOf(act())).toBeNull();
    }),
);
