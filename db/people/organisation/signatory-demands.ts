import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { mayAskAgain, signatoryLinksSince } from '#shared/people/organisation/signatory.ts';
import type { Db } from '../../kernel/client.ts';
import { hashOf } from '../../kernel/token-hash.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../person/schema.ts';
import { organisations } from './schema.ts';
import { isTheirs, lockPerson, type SignatoryNews, tellSignatory } from './signatories.ts';
import { signatories } from './signatory-schema.ts';

/**
 * [O8] Asks the declared address of one’s organisation; `token` is 32 random bytes in base64url, and goes nowhere but into the mail. The
 * value is what the mails say and whom they go to. Refuses 'signatory.noOrganisation', 'signatory.noAddress', 'signatory.already' and
 * 'signatory.askedToday'.
 */
export async function askToSign(
  tx: Tx,
  { userId, token, now }: { userId: string; token: string; now: Date },
): Promise<
  Result<
    SignatoryNews & { address: string; signatories: { name: string; email: string }[] },
    'signatory.noOrganisation' | 'signatory.noAddress' | 'signatory.already' | 'signatory.askedToday'
  >
> {
  const person = await lockPerson(tx, userId);
  if (!person?.organisation) return fail('signatory.noOrganisation');
  const { organisation } = person;
  const [own] = await tx.select().from(signatories).where(eq(signatories.userId, userId));
  if (own?.confirmedAt) return fail('signatory.already');
  if (!organisation.declaredEmail) return fail('signatory.noAddress');
  if (!mayAskAgain(own?.askedAt ?? null, now)) return fail('signatory.askedToday');
  const asked = {
    organisationId: organisation.id,
    ...{ tokenHash: hashOf(token), askedAt: now, askedAddress: organisation.declaredEmail },
  };
  await tx
    .insert(signatories)
    .values({ userId, ...asked })
    .onConflictDoUpdate({ target: signatories.userId, set: asked });
  const colleagues = await tx
    .select({ name: users.name, email: users.email })
    .from(signatories)
    .innerJoin(users, isTheirs)
    .where(and(eq(signatories.organisationId, organisation.id), isNotNull(signatories.confirmedAt)))
    .orderBy(asc(users.id));
  return ok({
    person: { name: person.name, email: person.email },
    organisation: organisation.name,
    address: organisation.declaredEmail,
    signatories: colleagues,
  });
}

/** Somebody who asks, as the declared address is shown them. */
export interface SignatoryDemand {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly organisation: string;
  readonly askedAt: Date;
}

/** [O8] The demand that this link opens, or null when it is unknown, answered, too old, or was sent to an address of before. */
export async function findDemand(
  db: Db,
  { token, now }: { token: string; now: Date },
): Promise<SignatoryDemand | null> {
  const [found] = await db
    .select({
      name: users.name,
      email: users.email,
      jobTitle: users.jobTitle,
      organisation: organisations.name,
      askedAt: signatories.askedAt,
    })
    .from(signatories)
    .innerJoin(users, isTheirs)
    .innerJoin(
      organisations,
      and(
        eq(organisations.id, signatories.organisationId),
        eq(organisations.declaredEmail, signatories.askedAddress),
      ),
    )
    .where(
      and(
        eq(signatories.tokenHash, hashOf(token)),
        isNull(signatories.confirmedAt),
        gt(signatories.askedAt, signatoryLinksSince(now)),
      ),
    );
  return found?.askedAt ? { ...found, askedAt: found.askedAt } : null;
}

/** [O8] Answers a demand for the declared address, once. Refuses 'signatory.linkUnusable'. */
export async function answerDemand(
  tx: Tx,
  { token, isOurs, now }: { token: string; isOurs: boolean; now: Date },
): Promise<Result<SignatoryNews, 'signatory.linkUnusable'>> {
  const [asked] = await tx
    .select()
    .from(signatories)
    .where(eq(signatories.tokenHash, hashOf(token)))
    .for('update');
  const demand = await findDemand(tx, { token, now });
  if (!asked || !demand) return fail('signatory.linkUnusable');
  const { userId, organisationId } = asked;
  // Who is not of there keeps the instant of their demand: they ask again a day after, not at once.
  const answer = isOurs
    ? { ...ANSWERED, askedAt: null, confirmedAt: now, confirmedAddress: asked.askedAddress }
    : ANSWERED;
  await tx.update(signatories).set(answer).where(eq(signatories.userId, userId));
  await tellSignatory(tx, isOurs ? 'person.signatoryConfirmed' : 'person.signatoryRefused', {
    ...{ userId, organisationId, by: null, now },
    basis: 'address',
  });
  return ok({
    person: { name: demand.name, email: demand.email },
    organisation: demand.organisation,
  });
}

const ANSWERED = { tokenHash: null, askedAddress: null } as const;
