import { isAPIError } from 'better-auth/api';
import type { Auth } from '#server/people/auth/auth.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { secondFactor as words } from '#shared/people/person/second-factor.fr.ts';
import { readSecondFactorCode } from '#shared/people/person/second-factor.ts';

/** What was asked of the library, or a French sentence a field. */
type Asked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<string, string>>> };

/** [ID2] Begins to set up a second factor. Gives the address that an application reads; a former one that was never confirmed is gone. */
export function beginSecondFactor(auth: Auth, request: Request, password: string): Promise<Asked<string>> {
  return withPassword(password, async () => {
    const body = { password, method: 'totp' as const };
    const begun = await auth.api.enableTwoFactor({ body, headers: request.headers });
    if (!('totpURI' in begun) || !begun.totpURI) throw new Error('No second factor was begun');
    return begun.totpURI;
  });
}

/** [ID2] Confirms it with a first code. Gives the recovery codes, and the cookies of the session that goes on. */
export async function confirmSecondFactor(
  auth: Auth,
  request: Request,
  { typed, userId }: { typed: string; userId: string },
): Promise<Asked<{ codes: readonly string[]; headers: Headers }>> {
  const read = readSecondFactorCode(typed);
  if (read?.kind !== 'totp') return { ok: false, errors: { code: words.codeMissing } };
  try {
    const { headers } = await auth.api.verifyTOTP({
      body: { code: read.code },
      headers: request.headers,
      returnHeaders: true,
    });
    const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId } });
    return { ok: true, value: { codes: backupCodes, headers } };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    if (error.body?.code === 'TOTP_NOT_ENABLED') return { ok: false, errors: { '': words.expired } };
    return { ok: false, errors: { code: words.wrongCode } };
  }
}

/** [ID2] Ten new recovery codes; the former ones end. */
export function newRecoveryCodes(
  auth: Auth,
  request: Request,
  password: string,
): Promise<Asked<readonly string[]>> {
  return withPassword(password, async () => {
    const made = await auth.api.generateBackupCodes({ body: { password }, headers: request.headers });
    return made.backupCodes;
  });
}

/** Removes one's own second factor. Gives the cookies of the session that goes on. */
export function removeSecondFactor(auth: Auth, request: Request, password: string): Promise<Asked<Headers>> {
  return withPassword(password, async () => {
    const { headers } = await auth.api.disableTwoFactor({
      body: { password },
      headers: request.headers,
      returnHeaders: true,
    });
    return headers;
  });
}

/** [ID2] Gives the second factor at the door: the cookies of a session, or a French sentence and whether one must begin anew. */
export async function giveSecondFactor(
  auth: Auth,
  request: Request,
  { typed, trust }: { typed: string; trust: boolean },
): Promise<
  | { readonly ok: true; readonly headers: Headers }
  | { readonly ok: false; readonly message: string; readonly isOver: boolean }
> {
  const read = readSecondFactorCode(typed);
  if (!read) return { ok: false, message: words.door.missing, isOver: false };
  const verify = read.kind === 'totp' ? auth.api.verifyTOTP : auth.api.verifyBackupCode;
  try {
    const { headers } = await verify({
      body: { code: read.code, trustDevice: trust },
      headers: request.headers,
      returnHeaders: true,
    });
    return { ok: true, headers };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    switch (error.body?.code) {
      case 'INVALID_TWO_FACTOR_COOKIE':
      case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
        return { ok: false, message: words.door.late, isOver: true };
      case 'ACCOUNT_TEMPORARILY_LOCKED':
        return { ok: false, message: words.door.tooMany(15), isOver: true };
      case 'TOO_MANY_ATTEMPTS':
        return { ok: false, message: words.door.tooMany(minutesOf(error.headers)), isOver: true };
      case 'ACCOUNT_SUSPENDED':
        return { ok: false, message: people.signIn.suspended, isOver: true };
      default:
        return { ok: false, message: words.wrongCode, isOver: false };
    }
  }
}

async function withPassword<Value>(password: string, ask: () => Promise<Value>): Promise<Asked<Value>> {
  if (!password) return { ok: false, errors: { password: words.passwordMissing } };
  try {
    return { ok: true, value: await ask() };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    const minutes = minutesOf(error.headers);
    const message = minutes > 0 ? people.signIn.tooMany(minutes) : words.wrongPassword;
    return { ok: false, errors: { password: message } };
  }
}

function minutesOf(headers: HeadersInit): number {
  return Math.ceil(Number(new Headers(headers).get('retry-after')) / 60);
}
