import type { Logger } from 'pino';
import type { Db } from '#db/client.ts';
import type { Mailer } from '../mail/mailer.ts';
import { createSignInLinks, type SignInLinks } from '../people/sign-in-links.ts';
import type { Auth } from './auth.ts';
import type { Counters } from './counters.ts';
import type { ProviderSettings } from './oidc-settings.ts';
import { createProviders, type Providers } from './providers.ts';

/** The ways in beside a password. */
export interface WaysIn {
  readonly links: SignInLinks;
  readonly providers: Providers;
}

/** Makes them. */
export function createWaysIn(options: {
  settings: readonly ProviderSettings[];
  db: Db;
  auth: Auth;
  mailer: Mailer;
  origin: string;
  counters?: Counters | undefined;
  log: Logger;
  now: () => Date;
  newId: () => string;
}): WaysIn {
  return { links: createSignInLinks(options), providers: createProviders(options) };
}
