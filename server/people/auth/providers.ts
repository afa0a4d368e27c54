import * as client from 'openid-client';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import { findByIdentity, linkIdentity } from '#db/people/person/ways-in.ts';
import { paths } from '#shared/paths.ts';
import type { ProviderRefusal } from '#shared/people/person/way-in.ts';
import type { AccountNotices } from '../person/account-notices.ts';
import type { Auth } from './auth.ts';
import { browserMark } from './browser-mark.ts';
import type { ProviderSettings } from './oidc-settings.ts';
import { createOnce } from './once.ts';
import { ProviderClient, type ProviderIdentity } from './provider-client.ts';

const MINUTES_10 = 600;
const text = z.string();
const Begun = z.object({
  provider: text,
  state: text,
  nonce: text,
  verifier: text,
  next: text,
  browser: text,
  linkTo: text.nullable(),
});
const Identity = z.object({
  issuer: text,
  subject: text,
  email: text,
  siret: text,
  linkTo: text,
});
const Session = z.object({ provider: text, idToken: text });
/** As long as ProConnect keeps its own. */
const HOURS_12 = 12 * 3600;

/** How a sign-in at a provider ended. */
export type Arrival =
  | {
      readonly kind: 'known';
      readonly userId: string;
      readonly next: string;
      /** By which this browser may later leave the provider too. */
      readonly cookie: string;
    }
  /** Whoever is signed in here must say that they want this identity; `confirm` with the token links it. */
  | { readonly kind: 'asks'; readonly token: string; readonly email: string }
  | { readonly kind: 'refused'; readonly why: ProviderRefusal; readonly email: string };

/** The providers of identities ([ID7] to [ID9]). */
export interface Providers {
  readonly list: readonly { readonly id: string; readonly name: string; readonly issuer: string }[];
  /** Begins to sign in, or to link with the account `linkTo`. Null when the provider is not there. */
  begin(
    id: string,
    asked: { next: string; linkTo: string | null },
  ): Promise<{ url: string; cookie: string } | null>;
  /** Ends what `begin` began, in the same browser. */
  finish(id: string, asked: { query: string; headers: Headers }): Promise<Arrival>;
  /** Links an identity that `finish` asked about with the account it was begun for. */
  confirm(token: string, userId: string): Promise<'linked' | ProviderRefusal>;
  /** By which provider this browser came, whose session may go on after ours; null for none. */
  cameBy(headers: Headers): Promise<string | null>;
  /** Where this browser ends that session, once; null when there is no such place, or the provider is away. */
  leave(headers: Headers): Promise<string | null>;
  /** What takes away the cookies of a sign-in that ended, and of a provider that was left. */
  readonly clear: { readonly begun: string; readonly left: string };
}

interface ProvidersOptions {
  readonly settings: readonly ProviderSettings[];
  readonly db: Db;
  readonly auth: Auth;
  readonly origin: string;
  /** [ID10] Tells somebody of a new way into their account. */
  readonly notices: Pick<AccountNotices, 'tell'>;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Makes the service. Nothing is asked of a provider before somebody wants to sign in by it. */
export function createProviders({
  settings,
  db,
  auth,
  origin,
  notices,
  log,
  now,
  newId,
}: ProvidersOptions): Providers {
  const isHttps = origin.startsWith('https:');
  const mark = browserMark({ name: 'cordee.provider', seconds: MINUTES_10, isHttps });
  const stay = browserMark({ name: 'cordee.stay', seconds: HOURS_12, isHttps });
  const begun = createOnce(auth, { name: 'provider', seconds: MINUTES_10, shape: Begun });
  const staying = createOnce(auth, { name: 'provider-session', seconds: HOURS_12, shape: Session });
  const asking = createOnce(auth, { name: 'provider-link', seconds: MINUTES_10, shape: Identity });
  const clients = new Map(
    settings.map((one) => [one.id, new ProviderClient(one, origin + paths.providerReturn(one.id))]),
  );
  const refused = (why: ProviderRefusal, email = ''): Arrival => ({ kind: 'refused', why, email });
  const tellNew = (userId: string, { issuer }: { issuer: string }) =>
    notices.tell(userId, 'wayInLinked', settings.find((one) => one.issuer === issuer)?.name ?? issuer);
  const failed = (id: string, error: unknown) =>
    log.warn({ provider: id, err: error }, 'a provider of identities failed');

  async function arrive(provider: string, identity: ProviderIdentity, next: string): Promise<Arrival> {
    const found = await findByIdentity(db, identity);
    if (!found) return refused('unknown', identity.email);
    const linked = await linkIdentity(db, { ...identity, userId: found.userId, id: newId(), now: now() });
    if (linked === 'new') await tellNew(found.userId, identity);
    const { cookie, hash } = stay.make();
    await staying.keep(hash, { provider, idToken: identity.idToken });
    return { kind: 'known', userId: found.userId, next, cookie };
  }
  return {
    list: settings.map(({ id, name, issuer }) => ({ id, name, issuer })),
    clear: { begun: mark.clear, left: stay.clear },
    async begin(id, { next, linkTo }) {
      const provider = clients.get(id);
      if (!provider) return null;
      try {
        const { url, checks } = await provider.begin();
        const { cookie, hash } = mark.make();
        await begun.keep(checks.state, { ...checks, provider: id, next, linkTo, browser: hash });
        return { url, cookie };
      } catch (error) {
        failed(id, error);
        return null;
      }
    },
    async finish(id, { query, headers }) {
      const provider = clients.get(id);
      const kept = await begun.take(new URLSearchParams(query).get('state') ?? '');
      if (!provider || kept?.provider !== id || kept.browser !== mark.hashIn(headers))
        return refused('invalid');
      try {
        const identity = await provider.finish(query, kept);
        if (!kept.linkTo) return await arrive(id, identity, kept.next);
        const token = client.randomState();
        await asking.keep(token, { ...identity, linkTo: kept.linkTo });
        return { kind: 'asks', token, email: identity.email };
      } catch (error) {
        if (error instanceof client.AuthorizationResponseError) return refused('cancelled');
        failed(id, error);
        return refused(isAway(error) ? 'unavailable' : isLate(error) ? 'clock' : 'invalid');
      }
    },
    async confirm(token, userId) {
      const identity = await asking.take(token);
      if (identity?.linkTo !== userId) return 'invalid';
      const linked = await linkIdentity(db, { ...identity, userId, id: newId(), now: now() });
      if (linked === 'new') await tellNew(userId, identity);
      return linked ? 'linked' : 'taken';
    },
    async cameBy(headers) {
      const session = await staying.peek(stay.hashIn(headers));
      return settings.find(({ id }) => id === session?.provider)?.name ?? null;
    },
    async leave(headers) {
      const session = await staying.take(stay.hashIn(headers));
      const provider = session && clients.get(session.provider);
      if (!provider) return null;
      return provider.endSessionUrl(session.idToken, origin + paths.signIn()).catch((error: unknown) => {
        failed(session.provider, error);
        return null;
      });
    },
  };
}

/** Signed as it should be, for another time than ours. */
function isLate(error: unknown): boolean {
  const causes = [error, error instanceof Error ? error.cause : undefined];
  return causes.some(
    (one) => one instanceof Error && 'code' in one && one.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  );
}

/** A provider that cannot be reached, or whose certificate is not valid: `fetch` rejects with a TypeError, a late answer with its own. */
function isAway(error: unknown): boolean {
  const causes = [error, error instanceof Error ? error.cause : undefined];
  return causes.some(
    (one) => one instanceof Error && (one.name === 'TimeoutError' || one.message === 'fetch failed'),
  );
}
