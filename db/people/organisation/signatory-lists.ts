import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { basisOf, mayAskAgain, type SigningBasis } from '#shared/people/organisation/signatory.ts';
import type { Db } from '../../kernel/client.ts';
import { nameKey } from '../../kernel/columns.ts';
import { users } from '../person/schema.ts';
import { organisations } from './schema.ts';
import { signatories } from './signatory-schema.ts';

/** How somebody stands towards signing for their organisation. */
export interface OwnSigning {
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly declaredEmail: string | null;
  };
  readonly basis: SigningBasis | null;
  /** The organisation whose other signatories they may name: only whoever signs for it has a say. */
  readonly signsFor: Readable<'organisation'> | null;
  /** What they asked and waits; null when nothing does. */
  readonly asked: { readonly at: Date; readonly address: string } | null;
  /** The declared address answered that they are not of there, and they have not asked since. */
  readonly isRefused: boolean;
  readonly mayAsk: boolean;
}

/** [O8] How this person stands towards signing; null when they are of no organisation. It is what they read of themselves. */
export async function findOwnSigning(
  db: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<OwnSigning | null> {
  const [found] = await db
    .select({
      organisation: {
        id: organisations.id,
        name: organisations.name,
        declaredEmail: organisations.declaredEmail,
      },
      own: signatories,
    })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .leftJoin(
      signatories,
      and(eq(signatories.userId, users.id), eq(signatories.organisationId, users.organisationId)),
    )
    .where(eq(users.id, userId));
  if (!found) return null;
  const { organisation, own } = found;
  const basis = own ? basisOf(own) : null;
  return {
    organisation,
    basis,
    signsFor: basis && asReadable(organisation.id),
    asked: own?.askedAt && own.askedAddress ? { at: own.askedAt, address: own.askedAddress } : null,
    isRefused: basis === null && own !== null && own.tokenHash === null,
    mayAsk: basis === null && organisation.declaredEmail !== null && mayAskAgain(own?.askedAt ?? null, now),
  };
}

/** Somebody of an organisation, and whether they speak for it. */
export interface SigningColleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly basis: SigningBasis | null;
  readonly askedAt: Date | null;
}

/** A page that listed more would help nobody. */
export const COLLEAGUES_SHOWN = 200;

/**
 * [O7] The accounts of an organisation that may sign in, those who ask first, then by name, so many at most; or its signatories only.
 */
export async function listColleagues(
  db: Db,
  {
    organisationId,
    areSignatories = false,
  }: { organisationId: Readable<'organisation'>; areSignatories?: boolean },
): Promise<SigningColleague[]> {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      askedAt: signatories.askedAt,
      confirmedAt: signatories.confirmedAt,
      confirmedAddress: signatories.confirmedAddress,
    })
    .from(users)
    .leftJoin(
      signatories,
      and(eq(signatories.userId, users.id), eq(signatories.organisationId, users.organisationId)),
    )
    .where(
      and(
        eq(users.organisationId, organisationId),
        isNull(users.suspendedAt),
        isNull(users.erasedAt),
        areSignatories ? isNotNull(signatories.confirmedAt) : undefined,
      ),
    )
    .orderBy(asc(sql`${signatories.askedAt} is null`), nameKey(users.name), asc(users.id))
    .limit(COLLEAGUES_SHOWN);
  return rows.map(({ confirmedAt, confirmedAddress, ...person }) => ({
    ...person,
    basis: basisOf({ confirmedAt, confirmedAddress }),
  }));
}
