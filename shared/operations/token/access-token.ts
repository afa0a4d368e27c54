import type { RoomAccess } from '../../kernel/access/access.ts';
import type { RoomKind } from '../../realtime/realtime.ts';
import { allows, SCOPES, type Scope } from './scopes.ts';

/** Why a token is not made, or opens nothing. */
export type AccessTokenError =
  | 'accessToken.nameEmpty'
  | 'accessToken.nameTooLong'
  | 'accessToken.noScope'
  | 'accessToken.lifetime'
  | 'accessToken.tooMany'
  | 'accessToken.noOrganisation'
  | 'accessToken.signInAgain';

/** Longest name of a token, in characters. */
export const TOKEN_NAME_MAX = 80;
/** [TK1] How many living tokens one person answers for. */
export const TOKENS_MAX = 20;
/** [TK1] For how many days a token may live: there is none without an end. */
export const LIFETIMES = [30, 90, 180, 365] as const;
export type Lifetime = (typeof LIFETIMES)[number];

const DAY_MS = 24 * 3_600_000;
/** [TK4] A token outlives the sign-in that made it: that sign-in is of today. */
const SIGN_IN_MS = 12 * 3_600_000;

/** [TK1] What every token begins with, so that programs that look for leaked secrets know it. */
export const TOKEN_PREFIX = 'cordee_';
const TOKEN = /^cordee_[A-Za-z0-9_-]{43}$/;

/** Can this be a token of ours? A prefix and 256 bits in base64url. */
export function isAccessToken(text: string): boolean {
  return TOKEN.test(text);
}

/** What is asked of a new token, checked. */
export interface NewAccessToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: Lifetime;
}

/** What is wrong with it, by field. */
export type AccessTokenFaults = Readonly<Partial<Record<'name' | 'scopes' | 'days', AccessTokenError>>>;

/** [TK1] Reads what somebody typed; each refused field with its reason. */
export function parseAccessToken(typed: {
  name: string;
  scopes: readonly string[];
  days: number;
}): { ok: true; value: NewAccessToken } | { ok: false; errors: AccessTokenFaults } {
  const errors: { -readonly [Field in keyof AccessTokenFaults]: AccessTokenFaults[Field] } = {};
  const name = typed.name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (name === '') errors.name = 'accessToken.nameEmpty';
  if (name.length > TOKEN_NAME_MAX) errors.name = 'accessToken.nameTooLong';
  const scopes = SCOPES.filter((scope) => typed.scopes.includes(scope));
  if (scopes.length === 0) errors.scopes = 'accessToken.noScope';
  const days = LIFETIMES.find((choice) => choice === typed.days);
  if (days === undefined) errors.days = 'accessToken.lifetime';
  return days === undefined || Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, value: { name, scopes, days } };
}

/** [TK1] When a token that is made now ends. */
export function expiryOf(days: Lifetime, now: Date): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

/** [TK4] Is a sign-in of this moment recent enough to make something that outlives it? */
export function isRecentSignIn(signedInAt: Date, now: Date): boolean {
  return now.getTime() - signedInAt.getTime() <= SIGN_IN_MS;
}

/**
 * [TK7] What a token may do in a live room where its person may do `access`: what both allow. Null where its scopes say nothing of
 * such a room.
 */
export function roomAccessByToken(
  kind: RoomKind,
  access: RoomAccess,
  scopes: readonly string[],
): RoomAccess | null {
  if (kind === 'application') return null;
  if (allows(scopes, `${kind}s:write`)) return access;
  return allows(scopes, `${kind}s:read`) ? 'read' : null;
}
