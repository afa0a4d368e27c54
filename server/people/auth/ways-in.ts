import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { unlinkIdentity } from '#db/people/person/ways-in.ts';
import type { PersonError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Counters } from '../../kernel/counters.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import type { Signature } from '../../kernel/signature.ts';
import { createEntryCodes, type EntryCodes } from '../entry/entry-codes.ts';
import type { AccountNotices } from '../person/account-notices.ts';
import type { Auth } from './auth.ts';
import type { ProviderSettings } from './oidc-settings.ts';
import { createProviders, type Providers } from './providers.ts';
import { createSignInLinks, type SignInLinks } from './sign-in-links.ts';

/** The ways in beside a password. */
export interface WaysIn {
  readonly links: SignInLinks;
  /** [EN1] Of those whom nobody has invited. */
  readonly codes: EntryCodes;
  readonly providers: Providers;
  /** [ID9] Takes an identity away from somebody's ways in, and tells them. */
  unlink(way: { readonly id: string; readonly userId: string }): Promise<Result<void, PersonError>>;
  /** [ID10] Tells somebody what changed about their account. */
  readonly tell: AccountNotices['tell'];
}

/** Makes them. */
export function createWaysIn(options: {
  settings: readonly ProviderSettings[];
  db: Db;
  auth: Auth;
  mailer: Mailer;
  origin: string;
  signature: Signature;
  counters?: Counters | undefined;
  notices: AccountNotices;
  log: Logger;
  now: () => Date;
  newId: () => string;
}): WaysIn {
  const { db, notices } = options;
  const providers = createProviders(options);
  return {
    links: createSignInLinks(options),
    codes: createEntryCodes(options),
    providers,
    async unlink(way) {
      const unlinked = await inTransaction(db, (tx) => unlinkIdentity(tx, way));
      if (!unlinked.ok) return unlinked;
      const { issuer } = unlinked.value;
      const name = providers.list.find((one) => one.issuer === issuer)?.name ?? issuer;
      if (name !== null) await notices.tell(way.userId, 'wayInUnlinked', name);
      return ok();
    },
    tell: notices.tell,
  };
}
