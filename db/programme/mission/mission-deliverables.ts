import { and, asc, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { DeliveryVerdict } from '#shared/programme/mission/mission.ts';
import type { Deliverable } from '#shared/programme/mission/mission-records.ts';
import { documents } from '../../documents/schema.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { requireSignatory } from '../../people/organisation/signatories.ts';
import { users } from '../../people/person/schema.ts';
import { findAsking } from './mission-access.ts';
import type { MissionChange } from './mission-change.ts';
import { missionDeliverables, missionDeliveries, missionVerdicts } from './schema.ts';

/** What is submitted: the exact text of a document up to an update, or a file whose bytes are in the store. */
export type DeliveredContent = { readonly sha256: string } & (
  | { readonly documentId: string | null; readonly seq: number | null; readonly exactText: string }
  | {
      readonly fileName: string;
      readonly contentType: string;
      readonly bytes: number;
      readonly storageKey: string;
    }
);

/** [MS7] Says what a mission owes. */
export async function addDeliverable(
  tx: Tx,
  {
    mission,
    deliverableId: id,
    title,
    dueOn,
    by: createdBy,
    now: createdAt,
  }: MissionChange & { deliverableId: string; title: string; dueOn: string | null },
): Promise<void> {
  await tx
    .insert(missionDeliverables)
    .values({ id, missionId: mission.id, title, dueOn, createdBy, createdAt });
}

/** [MS7] Keeps a submission of a deliverable under the next number. */
export async function submitDelivery(
  tx: Tx,
  {
    mission: { id: missionId, state },
    deliverableId,
    deliveryId: id,
    note,
    content,
    by: submittedBy,
    now: submittedAt,
  }: MissionChange & { deliverableId: string; deliveryId: string; note: string; content: DeliveredContent },
): Promise<
  Result<
    void,
    'mission.ended' | 'mission.suspended' | 'mission.deliverableMissing' | 'mission.deliverableAccepted'
  >
> {
  if (state !== 'running') return fail(state === 'ended' ? 'mission.ended' : 'mission.suspended');
  const [deliverable] = await tx
    .select({ id: missionDeliverables.id })
    .from(missionDeliverables)
    .where(and(eq(missionDeliverables.id, deliverableId), eq(missionDeliverables.missionId, missionId)));
  if (!deliverable) return fail('mission.deliverableMissing');
  const last = await lastDelivery(tx, deliverableId);
  if (last?.verdict === 'accepted') return fail('mission.deliverableAccepted');
  const number = (last?.number ?? 0) + 1;
  await tx
    .insert(missionDeliveries)
    .values({ id, deliverableId, number, ...content, note, submittedBy, submittedAt });
  return ok();
}

async function lastDelivery(tx: Tx, deliverableId: string) {
  const [last] = await tx
    .select({
      id: missionDeliveries.id,
      number: missionDeliveries.number,
      sha256: missionDeliveries.sha256,
      verdict: missionVerdicts.verdict,
    })
    .from(missionDeliveries)
    .leftJoin(missionVerdicts, eq(missionVerdicts.deliveryId, missionDeliveries.id))
    .where(eq(missionDeliveries.deliverableId, deliverableId))
    .orderBy(desc(missionDeliveries.number))
    .limit(1);
  return last ?? null;
}

/**
 * [MS7] Accepts the last submission of a deliverable, or asks for changes with a reason: this submission and no other, by its hash.
 * Refused: one that is not of this mission, a newer one, one that was answered, and of whoever has an organisation
 * 'signatory.unconfirmed' ([O7]).
 */
export async function answerDelivery(
  tx: Tx,
  {
    mission: { id: missionId },
    deliveryId,
    verdict,
    reason,
    by: givenBy,
    now: givenAt,
  }: MissionChange & { deliveryId: string; verdict: DeliveryVerdict; reason: string },
): Promise<
  Result<
    void,
    'access.notFound' | 'mission.newerDelivery' | 'mission.alreadyAnswered' | 'signatory.unconfirmed'
  >
> {
  const [found] = await tx
    .select({ deliverableId: missionDeliverables.id, title: missionDeliverables.title })
    .from(missionDeliveries)
    .innerJoin(missionDeliverables, eq(missionDeliverables.id, missionDeliveries.deliverableId))
    .where(and(eq(missionDeliveries.id, deliveryId), eq(missionDeliverables.missionId, missionId)));
  const last = found ? await lastDelivery(tx, found.deliverableId) : null;
  if (!found || !last) return fail('access.notFound');
  if (last.id !== deliveryId) return fail('mission.newerDelivery');
  if (last.verdict) return fail('mission.alreadyAnswered');
  const person = await findAsking(tx, givenBy);
  const organisationId = person?.organisationId ?? null;
  if (organisationId !== null) {
    const signatory = await requireSignatory(tx, givenBy);
    if (!signatory.ok) return signatory;
  }
  await tx.insert(missionVerdicts).values({ deliveryId, verdict, reason, organisationId, givenBy, givenAt });
  await recordAudit(tx, {
    actorId: givenBy,
    action: 'mission.deliveryAnswered',
    subject: { kind: 'mission', id: missionId, name: found.title },
    payload: {
      deliveryId,
      ...(await deliveryFacts(tx, deliveryId)),
      verdict,
      reason,
      organisation: organisationId,
    },
    now: givenAt,
  });
  return ok();
}

/** What the trail is told of a submission that is answered to. */
async function deliveryFacts(tx: Tx, deliveryId: string) {
  const [row] = await tx.select().from(missionDeliveries).where(eq(missionDeliveries.id, deliveryId));
  if (!row) throw new Error(`delivery ${deliveryId} is not there`);
  // Its document may be deleted, and is then no longer named.
  const { id: _, documentId: __, number, sha256, exactText, note, submittedAt, ...origin } = row;
  return {
    number,
    sha256,
    hasText: exactText !== null,
    note: fingerprint(note),
    origin: fingerprint({ ...origin, submittedAt: submittedAt.toISOString() }),
  };
}

/** [MS7] Everything that a mission owes and was given. */
export async function listDeliverables(db: Db, missionId: Readable<'mission'>): Promise<Deliverable[]> {
  const [submitter, answerer] = [alias(users, 'submitter'), alias(users, 'answerer')];
  const owed = await db
    .select({
      id: missionDeliverables.id,
      title: missionDeliverables.title,
      dueOn: missionDeliverables.dueOn,
    })
    .from(missionDeliverables)
    .where(eq(missionDeliverables.missionId, missionId))
    .orderBy(asc(missionDeliverables.dueOn), asc(missionDeliverables.createdAt));
  const given = await db
    .select({
      id: missionDeliveries.id,
      deliverableId: missionDeliveries.deliverableId,
      number: missionDeliveries.number,
      document: { id: documents.id, title: documents.title },
      fileName: missionDeliveries.fileName,
      bytes: missionDeliveries.bytes,
      sha256: missionDeliveries.sha256,
      note: missionDeliveries.note,
      submittedBy: submitter.name,
      submittedAt: missionDeliveries.submittedAt,
      answer: {
        verdict: missionVerdicts.verdict,
        reason: missionVerdicts.reason,
        at: missionVerdicts.givenAt,
      },
      by: answerer.name,
      organisation: organisations.name,
    })
    .from(missionDeliveries)
    .innerJoin(missionDeliverables, eq(missionDeliverables.id, missionDeliveries.deliverableId))
    .leftJoin(documents, eq(documents.id, missionDeliveries.documentId))
    .leftJoin(submitter, eq(submitter.id, missionDeliveries.submittedBy))
    .leftJoin(missionVerdicts, eq(missionVerdicts.deliveryId, missionDeliveries.id))
    .leftJoin(answerer, eq(answerer.id, missionVerdicts.givenBy))
    .leftJoin(organisations, eq(organisations.id, missionVerdicts.organisationId))
    .where(eq(missionDeliverables.missionId, missionId))
    .orderBy(desc(missionDeliveries.number));
  const deliveries = given.map(({ answer, by, organisation, ...delivery }) => ({
    ...delivery,
    answer: answer && { ...answer, by, organisation },
  }));
  return owed.map((deliverable) => ({
    ...deliverable,
    deliveries: deliveries.filter(({ deliverableId }) => deliverableId === deliverable.id),
  }));
}

/** [MS7] What was submitted, to the byte. */
export async function findDelivered(
  db: Db,
  { missionId, deliveryId }: { missionId: Readable<'mission'>; deliveryId: string },
) {
  const [found] = await db
    .select({ delivery: missionDeliveries, title: missionDeliverables.title })
    .from(missionDeliveries)
    .innerJoin(missionDeliverables, eq(missionDeliverables.id, missionDeliveries.deliverableId))
    .where(and(eq(missionDeliveries.id, deliveryId), eq(missionDeliverables.missionId, missionId)));
  return found ? { ...found.delivery, title: found.title } : null;
}
