import { and, count, desc, eq, gt, isNull, lt, ne, or, type SQL } from 'drizzle-orm';
import { canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  expiryOf,
  isAccessToken,
  isRecentSignIn,
  type NewAccessToken,
  TOKENS_MAX,
} from '#shared/operations/token/access-token.ts';
import { SCOPES, type Scope } from '#shared/operations/token/scopes.ts';
import { administeredBy } from '#shared/people/organisation/organisation-admin-access.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { hashOf } from '../../kernel/token-hash.ts';
import { effectsOf, type Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { sessions, users } from '../../people/person/schema.ts';
import { accessTokens } from './schema.ts';

const USED_EVERY_MS = 60_000;
const NOBODY = { organisationId: null, administersId: null, suspendedAt: null };

/** A token as people see it: never its secret. */
export interface AccessToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** [TK5] In whose name; null for the person's own. */
  readonly organisation: string | null;
  /** Who answers for it. */
  readonly person: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** Who comes in by a token. */
export interface TokenCaller {
  readonly tokenId: string;
  readonly userId: string;
  readonly platformRole: PlatformRole;
  readonly administersId: string | null;
  readonly hasSecondFactor: boolean;
  readonly scopes: readonly Scope[];
}

/**
 * [TK1] [TK4] Keeps a new token of a person who signed in today, or one of their organisation. `secret` is shown once and kept nowhere.
 */
export async function createAccessToken(
  tx: Tx,
  asked: NewAccessToken & {
    readonly id: string;
    readonly secret: string;
    readonly userId: string;
    /** The sign-in by which this is asked: a token makes no other. */
    readonly sessionId: string;
    readonly forOrganisation: boolean;
    readonly now: Date;
  },
): Promise<
  Result<
    { organisation: string | null; expiresAt: Date },
    'accessToken.signInAgain' | 'accessToken.noOrganisation' | 'accessToken.tooMany'
  >
> {
  const { id, secret, userId, sessionId, forOrganisation, name, scopes, days, now } = asked;
  // Whoever asks twice at once waits here for the first.
  const [person] = await tx.select().from(users).where(eq(users.id, userId)).for('update');
  const [session] = await tx
    .select({ createdAt: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), gt(sessions.expiresAt, now)));
  if (!person || person.suspendedAt || !session || !isRecentSignIn(session.createdAt, now))
    return fail('accessToken.signInAgain');
  const organisationId = forOrganisation ? person.organisationId : null;
  if (forOrganisation && organisationId === null) return fail('accessToken.noOrganisation');
  const [held] = await tx
    .select({ count: count() })
    .from(accessTokens)
    .where(and(eq(accessTokens.userId, userId), gt(accessTokens.expiresAt, now)));
  if ((held?.count ?? 0) >= TOKENS_MAX) return fail('accessToken.tooMany');
  const expiresAt = expiryOf(days, now);
  const row = { id, userId, organisationId, name, scopes: [...scopes], createdAt: now, expiresAt };
  await tx.insert(accessTokens).values({ ...row, tokenHash: hashOf(secret) });
  const [of] = organisationId
    ? await tx
        .select({ name: organisations.name })
        .from(organisations)
        .where(eq(organisations.id, organisationId))
    : [];
  await recordAudit(tx, {
    actorId: userId,
    action: 'accessToken.created',
    subject: { kind: 'person', id: userId, name: '' },
    payload: { token: id, scopes, organisationId, expiresAt: expiresAt.toISOString() },
    now,
  });
  return ok({ organisation: of?.name ?? null, expiresAt });
}

/** The tokens that this person answers for, the newest first; those that are over included. */
export function listAccessTokens(db: Db, { userId }: { userId: string }): Promise<AccessToken[]> {
  return select(db, eq(accessTokens.userId, userId));
}

/** [TK5] The tokens of this person's organisation that others answer for. */
export async function listOrganisationTokens(db: Db, { userId }: { userId: string }): Promise<AccessToken[]> {
  const asking = await standingOf(db, userId);
  if (!asking?.organisationId) return [];
  return select(
    db,
    and(eq(accessTokens.organisationId, asking.organisationId), ne(accessTokens.userId, userId)),
  );
}

/** [TK6] [O5] The tokens in the name of the organisation that this person administers, their own included; none for anybody else. */
export async function listAdministeredTokens(db: Db, { by }: { by: string }): Promise<AccessToken[]> {
  const own = administeredBy((await standingOf(db, by)) ?? NOBODY);
  return own === null ? [] : select(db, eq(accessTokens.organisationId, own));
}

/** [TK6] Every token of the installation, for administrators; null for anybody else. */
export async function listAllAccessTokens(db: Db, { by }: { by: string }): Promise<AccessToken[] | null> {
  const asking = await standingOf(db, by);
  return asking && canOnPlatform(asking.platformRole, 'platform.administer') ? select(db, undefined) : null;
}

/**
 * [TK6] Ends a token for good: by whoever answers for it, people of the organisation in whose name it is, and administrators; to anybody
 * else it is absent.
 */
export async function revokeAccessToken(
  tx: Tx,
  { id, by, now }: { id: string; by: string; now: Date },
): Promise<Result<void, 'access.notFound'>> {
  const asking = await standingOf(tx, by);
  const [token] = await tx.select().from(accessTokens).where(eq(accessTokens.id, id)).for('update');
  if (!asking || !token) return fail('access.notFound');
  const isTheirs =
    token.userId === by ||
    (token.organisationId !== null && token.organisationId === asking.organisationId) ||
    canOnPlatform(asking.platformRole, 'platform.administer');
  if (!isTheirs) return fail('access.notFound');
  await tx.delete(accessTokens).where(eq(accessTokens.id, id));
  await recordAudit(tx, {
    actorId: by,
    action: 'accessToken.revoked',
    subject: { kind: 'person', id: token.userId, name: '' },
    payload: { token: id },
    now,
  });
  effectsOf(tx).recheck({ userId: token.userId });
  return ok();
}

/**
 * [TK3] Who comes in by this secret, and notes that it was used, at most once a minute. Refuses 'accessToken.expired', and
 * 'accessToken.unknown' for one that was never made, was revoked, whose person is suspended, or, for a token of an organisation, has left it.
 */
export async function findTokenCaller(
  db: Db,
  { secret, now }: { secret: string; now: Date },
): Promise<Result<TokenCaller, 'accessToken.unknown' | 'accessToken.expired'>> {
  if (!isAccessToken(secret)) return fail('accessToken.unknown');
  const [found] = await db
    .select({ token: accessTokens, person: users })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.userId))
    .where(and(eq(accessTokens.tokenHash, hashOf(secret)), isNull(users.suspendedAt), isOfTheirs()));
  if (!found) return fail('accessToken.unknown');
  const { token, person } = found;
  if (token.expiresAt <= now) return fail('accessToken.expired');
  const before = new Date(now.getTime() - USED_EVERY_MS);
  if (token.usedAt === null || token.usedAt < before)
    await db
      .update(accessTokens)
      .set({ usedAt: now })
      .where(
        and(eq(accessTokens.id, token.id), or(isNull(accessTokens.usedAt), lt(accessTokens.usedAt, before))),
      );
  return ok({
    tokenId: token.id,
    userId: person.id,
    platformRole: person.platformRole,
    administersId: person.administersId,
    hasSecondFactor: person.twoFactorEnabled,
    scopes: scopesOf(token.scopes),
  });
}

/** [TK5] A token in the name of an organisation lives while its person is of it. */
function isOfTheirs() {
  return or(isNull(accessTokens.organisationId), eq(accessTokens.organisationId, users.organisationId));
}

/** A scope that is no more is none. */
function scopesOf(kept: readonly string[]): Scope[] {
  return SCOPES.filter((scope) => kept.includes(scope));
}

async function standingOf(db: Db, userId: string) {
  const [found] = await db
    .select({
      platformRole: users.platformRole,
      organisationId: users.organisationId,
      administersId: users.administersId,
      suspendedAt: users.suspendedAt,
    })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  return found ?? null;
}

async function select(db: Db, which: SQL | undefined): Promise<AccessToken[]> {
  const rows = await db
    .select({
      id: accessTokens.id,
      name: accessTokens.name,
      scopes: accessTokens.scopes,
      organisation: organisations.name,
      person: { id: users.id, name: users.name },
      createdAt: accessTokens.createdAt,
      expiresAt: accessTokens.expiresAt,
      usedAt: accessTokens.usedAt,
    })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.userId))
    .leftJoin(organisations, eq(organisations.id, accessTokens.organisationId))
    .where(which)
    .orderBy(desc(accessTokens.createdAt), desc(accessTokens.id));
  return rows.map((row) => ({ ...row, scopes: scopesOf(row.scopes) }));
}
