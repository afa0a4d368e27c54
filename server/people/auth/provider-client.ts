import * as client from 'openid-client';
import type { ProviderSettings } from './oidc-settings.ts';

/** Nobody looks longer at a page that does not come. */
const TIMEOUT_SECONDS = 5;
/** Addresses and keys may change; a failure is not kept. */
const KEPT_MS = 3_600_000;

/** Who somebody is for a provider, as it signed it. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Lower case; empty when it gave none. */
  readonly email: string;
  readonly isEmailVerified: boolean;
  /** Fourteen digits; empty when it gave none. */
  readonly siret: string;
  readonly idToken: string;
}

/** What a sign-in that was begun must be asked with. */
export interface ProviderChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The answer does not say who somebody is with the strength that was asked for. */
export class WeakAnswer extends Error {}

/**
 * One provider, spoken to as ProConnect wants it: only the parameters it knows, state and nonce of 43 characters, PKCE where it is
 * switched on, the identity as a signed JWT. Everything that comes back is checked by `openid-client` against the provider's own keys.
 */
export class ProviderClient {
  readonly #settings: ProviderSettings;
  readonly #redirectUri: string;
  #found: { at: number; config: client.Configuration } | null = null;

  constructor(settings: ProviderSettings, redirectUri: string) {
    this.#settings = settings;
    this.#redirectUri = redirectUri;
  }

  /** A new sign-in: where to send the browser, and what its answer must show. Rejects when the provider does not answer. */
  async begin(): Promise<{ url: string; checks: ProviderChecks }> {
    const { scopes, acrValues, isPkce } = this.#settings;
    const config = await this.#configuration();
    const checks = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: isPkce ? client.randomPKCECodeVerifier() : '',
    };
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: this.#redirectUri,
      scope: scopes,
      state: checks.state,
      nonce: checks.nonce,
      ...(acrValues.length > 0 && { acr_values: acrValues.join(' ') }),
      ...(isPkce && {
        code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
      }),
    });
    return { url: url.href, checks };
  }

  /**
   * Who came back with this query. Rejects when anything of the answer is not what was asked for; a provider may have changed its keys:
   * the next sign-in reads them anew.
   */
  async finish(query: string, checks: ProviderChecks): Promise<ProviderIdentity> {
    return this.#finish(query, checks).catch((error: unknown) => {
      this.#found = null;
      throw error;
    });
  }

  async #finish(query: string, { state, nonce, verifier }: ProviderChecks): Promise<ProviderIdentity> {
    const { acrValues, hasVerifiedEmails } = this.#settings;
    const config = await this.#configuration();
    const tokens = await client.authorizationCodeGrant(config, new URL(this.#redirectUri + query), {
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
      ...(verifier && { pkceCodeVerifier: verifier }),
    });
    const claims = tokens.claims();
    if (!claims || !tokens.id_token) throw new WeakAnswer('no id_token');
    if (acrValues.length > 0 && !acrValues.includes(String(claims.acr))) throw new WeakAnswer('acr');
    const person = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
    const email = typeof person.email === 'string' ? person.email.trim().toLowerCase() : '';
    const isSaid = person.email_verified === true;
    const isUnsaid = hasVerifiedEmails && person.email_verified === undefined;
    return {
      issuer: config.serverMetadata().issuer,
      subject: claims.sub,
      email,
      isEmailVerified: email !== '' && (isSaid || isUnsaid),
      siret: typeof person.siret === 'string' && /^\d{14}$/.test(person.siret) ? person.siret : '',
      idToken: tokens.id_token,
    };
  }

  /** Where a browser ends its session at the provider, and comes back from; null when it has no such place. */
  async endSessionUrl(idToken: string, backTo: string): Promise<string | null> {
    const config = await this.#configuration();
    if (!config.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(config, {
      id_token_hint: idToken,
      post_logout_redirect_uri: backTo,
      state: client.randomState(),
    }).href;
  }

  async #configuration(): Promise<client.Configuration> {
    const now = Date.now();
    if (this.#found && now - this.#found.at < KEPT_MS) return this.#found.config;
    const { issuer, clientId, clientSecret, algorithm, isUserinfoSigned } = this.#settings;
    const config = await client.discovery(
      new URL(issuer),
      clientId,
      {
        id_token_signed_response_alg: algorithm,
        ...(isUserinfoSigned && { userinfo_signed_response_alg: algorithm }),
      },
      client.ClientSecretPost(clientSecret),
      {
        timeout: TIMEOUT_SECONDS,
        execute: [
          client.enableNonRepudiationChecks,
          ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
        ],
      },
    );
    this.#found = { at: now, config };
    return config;
  }
}
