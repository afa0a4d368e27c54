import type { Tx } from '#db/kernel/transaction.ts';
import { assessments, expertOpinions, recusals } from '#db/programme/assessment/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { aCall, anApplication } from '#tests/support/programme/builders/application-builders.ts';
import { anApplication as aSubmitted } from '#tests/support/programme/builders/assessment-builders.ts';
import { siteOf } from '../../publication/site.ts';

/** Calls and their applications, for those who try every operation. */
export interface TriedCalls {
  readonly seasonId: string;
  /** Open. */
  readonly callId: string;
  /** Drafted, submitted and withdrawn, of the city of the organisation's administrator. */
  readonly draftId: string;
  readonly submittedId: string;
  readonly withdrawnId: string;
  /** Its applications are assessed. */
  readonly closedCallId: string;
  /** Of another city, given to nobody. */
  readonly freeId: string;
  readonly recusalId: string;
  /** Given to the coordinator, who has given no marks; the contributor is asked about it. */
  readonly givenId: string;
}

interface Place {
  /** Somebody of the city that applies. */
  readonly userId: string;
  readonly coordinator: string;
  readonly expert: string;
  readonly now: Date;
}

/** Makes one of each. */
export async function aTriedCall(tx: Tx, { userId, coordinator, expert, now }: Place): Promise<TriedCalls> {
  const site = siteOf(tx, now);
  const call = await aCall(site);
  const apply = async (isSubmitted: boolean) =>
    (await anApplication(site, { callId: call.id, by: userId, isSubmitted })).id;
  const day = 86_400_000;
  const closed = await aCall(site, { closesAt: new Date(now.getTime() - day) });
  const other = await anOrganisation(site);
  const reader = await aPerson(site, { platformRole: 'reviewer' });
  const submitted = async (title: string) => {
    const of = { callId: closed.id, organisationId: other.id, createdBy: reader.id };
    return (await aSubmitted(site, { ...of, title })).id;
  };
  const [freeId, givenId] = [await submitted('Libre'), await submitted('Confiée')];
  const recusal = { id: site.newId(), applicationId: freeId, userId: reader.id, reason: 'Ma sœur.' };
  await tx.insert(recusals).values({ ...recusal, declaredBy: reader.id, declaredAt: now });
  await tx.insert(assessments).values({
    ...{ id: site.newId(), applicationId: givenId, userId: coordinator },
    ...{ assignedBy: coordinator, assignedAt: now },
  });
  await tx.insert(expertOpinions).values({
    ...{ id: site.newId(), applicationId: givenId, userId: expert, question: 'Est-ce juste ?' },
    ...{ askedBy: coordinator, askedAt: now },
  });
  return {
    ...{ seasonId: call.seasonId, callId: call.id, closedCallId: closed.id, freeId, givenId },
    ...{ draftId: await apply(false), submittedId: await apply(true), withdrawnId: await apply(false) },
    recusalId: recusal.id,
  };
}
