import { sql } from 'drizzle-orm';
import { keepExactText } from '#db/documents/history/exact-texts.ts';
import { fingerprint } from '#db/kernel/audit/fingerprint.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { answerRound } from '#db/reviews/review-answers.ts';
import { openRound } from '#db/reviews/review-rounds.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import type { ReviewAnswer } from '#shared/reviews/review.ts';
import { siteOf } from '#tests/support/publication/site.ts';

export const now = new Date('2023-03-14T09:00:00Z');
export const deadline = new Date('2023-03-20T17:00:00Z');
export const after = new Date('2023-03-21T08:00:00Z');
/** Two exact texts of it, by their fingerprints. */
const texts = new Map(
  ['Relevés d’ombrage', 'Relevés d’ombrage, revus']
    .map((title) => `{"content":[],"title":"${title}"}`)
    .map((text) => [fingerprint(text), text]),
);
export const [FIRST, SECOND] = [...texts.keys()] as [string, string];

/** A synthesis that three organisations may sign, its exact text, and how rounds on it are opened and answered. */
export async function aReviewedDocument(db: Db) {
  const site = siteOf(db, now);
  const { newId } = site;
  const group = await aGroup(site);
  const [bdt, odf, guise, firm] = await Promise.all(
    ['Banque des Territoires', 'OpenDataFrance', 'Ville de Guise', 'Cabinet Iris'].map((name) =>
      anOrganisation(site, { name }),
    ),
  );
  if (!bdt || !odf || !guise || !firm) throw new Error('no organisations');
  const claire = await aPerson(site, { name: 'Claire', organisationId: odf.id });
  await aMember(site, { groupId: group.id, userId: claire.id, role: 'facilitator' });
  const reviewer = await aPerson(site, {
    name: 'Basile',
    organisationId: bdt.id,
    platformRole: 'reviewer',
  });
  const [nadia, noe] = [
    await aPerson(site, { name: 'Nadia', organisationId: guise.id }),
    await aPerson(site, { name: 'Noé', organisationId: guise.id }),
  ];
  await aMember(site, { groupId: group.id, organisationId: guise.id, role: 'contributor' });
  const consultant = await aPerson(site, { name: 'Iris', organisationId: firm.id });
  await aMember(site, { groupId: group.id, userId: consultant.id, role: 'consultant' });
  const document = await aDocument(site, { groupId: group.id, createdBy: claire.id, title: 'Synthèse' });
  const keep = (sha256: string, seq = 1) =>
    inTransaction(db, (tx) =>
      keepExactText(tx, {
        ...{ id: newId(), documentId: document.id, title: 'Synthèse', seq, sha256 },
        exactText: texts.get(sha256) ?? '',
        writers: [{ userId: claire.id, organisation: 'OpenDataFrance' }],
        ...{ submittedBy: claire.id, submittedAt: now },
      }),
    );
  await keep(FIRST);
  const ids = () => ({ activityId: newId(), closingId: newId() });
  const open = async (
    changed: Partial<Parameters<typeof openRound>[1]> = {},
  ): Promise<{ id: string; opened: Awaited<ReturnType<typeof openRound>> }> => {
    const id = newId();
    const asked = {
      ...{ roundId: id, documentId: document.id, sha256: FIRST, by: claire.id, now, ...ids() },
      ...{ questions: ['Les chiffres sont-ils justes ?'], deadline, quorum: 2, replaces: null },
      organisationIds: [bdt.id, odf.id, guise.id],
    };
    return { id, opened: await inTransaction(db, (tx) => openRound(tx, { ...asked, ...changed })) };
  };
  const answer = (
    roundId: string,
    { id, organisationId }: { id: string; organisationId: string | null },
    given: ReviewAnswer,
    changed: Partial<Parameters<typeof answerRound>[1]> = {},
  ) => {
    const reason = given === 'approve' ? '' : 'À préciser';
    const line = { roundId, organisationId: organisationId ?? '', answer: given, reason, by: id, now };
    return inTransaction(db, (tx) =>
      answerRound(tx, { ...line, ...ids(), sha256: FIRST, seen: 0, ...changed }),
    );
  };
  return {
    site,
    group,
    bdt,
    odf,
    guise,
    firm,
    claire,
    reviewer,
    nadia,
    noe,
    consultant,
    document,
    keep,
    open,
    answer,
  };
}

/** The lines of the audit trail about rounds. */
export const auditOf = async (db: Db) => {
  const { rows } = (await db.execute(
    sql`select action, payload from audit_entry where action like 'review.%' order by sequence`,
  )) as unknown as { rows: { action: string; payload: string }[] };
  return rows.map(({ action, payload }) => ({ action, payload: JSON.parse(payload) }));
};
