import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';
import type { ProviderSettings } from '#server/people/auth/oidc-settings.ts';

/** What a provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };
type Tampered = (claims: Record<string, unknown>) => Record<string, unknown>;

/** A real provider of identities, and between it and us somebody who may change what it signs. */
export interface OidcProvider {
  readonly origin: string;
  readonly settings: ProviderSettings;
  /** Tells it where ours is, as ProConnect is told; before that it answers nothing. */
  knows(origin: string): void;
  /** Who is in front of the provider’s page, from now on. */
  signedInAs(person: Claims): void;
  /** Changes every id_token (or identity) that leaves from now on; signed again with the provider’s key, or with this one. */
  tamper(what: { idToken?: Tampered; userinfo?: Tampered; key?: KeyObject; plainUserinfo?: boolean }): void;
  /** Signs with another key from now on, under another name, and publishes that one only. */
  changeKey(): void;
  /** Goes through its pages as a browser does; gives where it sends back to. */
  visit(url: string): Promise<URL>;
  close(): Promise<void>;
}

const ID = 'proconnect';

/** Starts one. */
export async function startOidcProvider(): Promise<OidcProvider> {
  let { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let keyId = 'signature';
  let known = '';
  let person: Claims = { sub: 'nobody' };
  let tampering: Parameters<OidcProvider['tamper']>[0] = {};

  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
    response.end();
  const inner = createServer((request, response) => handle(request, response));
  const innerPort = await listening(inner);
  const outer = createServer((request, response) => {
    void forward(request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  const origin = `http://localhost:${await listening(outer)}`;
  function knows(ours: string): void {
    known = ours;
    const settings = configuration(ours, { key: privateKey, keyId }, () => person);
    const provider = new Provider(origin, settings);
    provider.proxy = true;
    const callback = provider.callback();
    handle = (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
      const login = { login: { accountId: person.sub }, consent: {} };
      void provider.interactionFinished(request, response, login);
    };
  }

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const body: Buffer[] = [];
    for await (const part of request) body.push(part);
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      if (typeof value === 'string' && !['host', 'connection', 'content-length'].includes(name))
        headers.set(name, value);
    headers.set('x-forwarded-host', new URL(origin).host);
    headers.set('x-forwarded-proto', 'http');
    const answer = await fetch(`http://127.0.0.1:${innerPort}${request.url}`, {
      method: request.method ?? 'GET',
      headers,
      redirect: 'manual',
      ...(body.length > 0 && { body: Buffer.concat(body) }),
    });
    let text = await answer.text();
    let type = answer.headers.get('content-type') ?? '';
    if (answer.ok && url.pathname === '/token' && tampering.idToken) {
      const tokens: { id_token: string } = JSON.parse(text);
      text = JSON.stringify({ ...tokens, id_token: changed(tokens.id_token, tampering.idToken) });
    }
    if (answer.ok && url.pathname === '/me' && tampering.userinfo) text = changed(text, tampering.userinfo);
    if (answer.ok && url.pathname === '/me' && tampering.plainUserinfo) {
      text = JSON.stringify(claimsOf(text));
      type = 'application/json';
    }
    response.statusCode = answer.status;
    for (const [name, value] of answer.headers)
      if (
        !['set-cookie', 'content-length', 'content-encoding', 'transfer-encoding', 'content-type'].includes(
          name,
        )
      )
        response.setHeader(name, value);
    if (type) response.setHeader('content-type', type);
    response.setHeader('set-cookie', answer.headers.getSetCookie());
    response.end(text);
  }
  function changed(jwt: string, change: Tampered): string {
    return signed(change({ ...claimsOf(jwt) }), tampering.key ?? privateKey, keyId);
  }
  return {
    origin,
    knows,
    settings: {
      id: ID,
      name: 'ProConnect',
      issuer: origin,
      clientId: 'cordee',
      clientSecret: 'a secret of this client',
      scopes: 'openid given_name usual_name email siret',
      acrValues: [],
      isPkce: true,
      isUserinfoSigned: true,
      algorithm: 'RS256',
      hasVerifiedEmails: false,
    },
    signedInAs(next) {
      person = next;
    },
    tamper(what) {
      tampering = what;
    },
    changeKey() {
      ({ privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 }));
      keyId += '+';
      knows(known);
    },
    async visit(url) {
      const jar = new Map<string, string>();
      let at = new URL(url);
      for (let hop = 0; hop < 10; hop++) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const line of answer.headers.getSetCookie()) {
          const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
          jar.set(name, value);
        }
        const to = answer.headers.get('location');
        if (!to)
          throw new Error(`${at.pathname} answered ${answer.status}: ${(await answer.text()).slice(0, 400)}`);
        at = new URL(to, at);
        if (at.origin !== origin) return at;
      }
      throw new Error('the provider never sent back');
    },
    async close() {
      for (const server of [outer, inner]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP address was expected');
  return address.port;
}

function configuration(
  ours: string,
  { key, keyId }: { key: KeyObject; keyId: string },
  person: () => Claims,
): Configuration {
  return {
    clients: [
      {
        client_id: 'cordee',
        client_secret: 'a secret of this client',
        redirect_uris: [`${ours}/connexion/retour/${ID}`],
        post_logout_redirect_uris: [`${ours}/connexion`],
        token_endpoint_auth_method: 'client_secret_post',
        response_types: ['code'],
        grant_types: ['authorization_code'],
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key of cookies'] },
    acrValues: ['eidas1', 'eidas2'],
    pkce: { required: () => false },
    scopes: ['openid', 'email', 'given_name', 'usual_name', 'siret'],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      siret: ['siret'],
    },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      userinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => person() }),
    async loadExistingGrant({ oidc }) {
      const { client, session, provider, params } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(String(params?.scope));
      await grant.save();
      return grant;
    },
  };
}

function claimsOf(jwt: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
}

function signed(claims: object, key: KeyObject, kid: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', kid, typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createSign('sha256').update(text).sign(key).toString('base64url')}`;
}
