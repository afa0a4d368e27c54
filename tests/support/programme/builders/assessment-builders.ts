import { randomInt } from 'node:crypto';
import { applications, submissions } from '#db/programme/application/schema.ts';
import type { Site } from '#db/seed/builders/builders.ts';
import type { Answers } from '#shared/programme/application/form.ts';

/** Unique, from a start by chance: tests share databases. */
let number = randomInt(1, 1_000_000) * 1_000;

/** An application that was submitted to a call, as its assessors read it. */
export async function anApplication(
  { db, now, newId }: Site,
  options: {
    readonly callId: string;
    readonly organisationId: string;
    readonly title: string;
    readonly createdBy: string;
    readonly answers?: Answers;
    readonly isLate?: boolean;
  },
) {
  const { callId, organisationId, title, createdBy, answers = {}, isLate = false } = options;
  const application = {
    id: newId(),
    callId,
    organisationId,
    title,
    status: 'submitted' as const,
    formVersion: 1,
    createdBy,
    heldBy: createdBy,
    createdAt: now(),
    updatedAt: now(),
  };
  await db.insert(applications).values(application);
  await db.insert(submissions).values({
    applicationId: application.id,
    rank: 1,
    number: `ESSAI-${number++}`,
    answers: { titre: title, ...answers },
    formVersion: 1,
    hash: '0'.repeat(64),
    isLate,
    submittedBy: createdBy,
    submittedAt: now(),
  });
  return application;
}
