import type { PlatformRole } from '../../kernel/access/access.ts';

/** [ID3] Who may do harm to everybody, or answers in the programme’s name, shows more than a password. */
const ROLES: readonly PlatformRole[] = ['admin', 'reviewer'];

/**
 * The platform roles that need a second factor, by the settings of the installation: none when `SECOND_FACTOR` is 0, and none in the
 * demonstration, whose accounts are everybody's, unless it is 1.
 */
export function rolesWithSecondFactor(settings: {
  readonly SECOND_FACTOR?: boolean | undefined;
  readonly DEMO: boolean;
}): readonly PlatformRole[] {
  return (settings.SECOND_FACTOR ?? !settings.DEMO) ? ROLES : [];
}

/** [ID3] Does this account need a second factor? Whoever administers an organisation as much as whoever administers the platform. */
export function needsSecondFactor(
  roles: readonly PlatformRole[],
  person: { readonly platformRole: PlatformRole; readonly administersId?: string | null | undefined },
): boolean {
  return roles.includes(person.platformRole) || (Boolean(person.administersId) && roles.includes('admin'));
}

/** What somebody writes as their second factor: six digits of their application, or a recovery code. */
export interface SecondFactorCode {
  readonly kind: 'totp' | 'recovery';
  readonly code: string;
}

/**
 * Reads a code as people copy it: spaces are nothing, and a recovery code may lack its hyphen and have capitals. Null when it can
 * be neither.
 */
export function readSecondFactorCode(typed: string): SecondFactorCode | null {
  const bare = typed.replace(/[\s\u00a0\u202f]/g, '');
  if (/^\d{6}$/.test(bare)) return { kind: 'totp', code: bare };
  const letters = bare.replaceAll('-', '').toLowerCase();
  if (!/^[a-z0-9]{10}$/.test(letters)) return null;
  return { kind: 'recovery', code: `${letters.slice(0, 5)}-${letters.slice(5)}` };
}

/**
 * The secret of an `otpauth://totp/…` address, in groups of four for whoever types it into their application. Null when the
 * address is another.
 */
export function keyOfTotpAddress(address: string): string | null {
  const url = URL.parse(address);
  const secret = url?.protocol === 'otpauth:' ? url.searchParams.get('secret') : null;
  return secret && /^[A-Z2-7]+$/.test(secret) ? (secret.match(/.{1,4}/g)?.join(' ') ?? null) : null;
}
