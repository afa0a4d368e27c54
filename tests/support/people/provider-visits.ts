import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { accounts } from '#db/people/person/schema.ts';
import type { ProviderSettings } from '#server/people/auth/oidc-settings.ts';
import { type Arrival, createProviders, type Providers } from '#server/people/auth/providers.ts';
import { type AuthServer, startAuthServer } from './auth-server.ts';
import { type Claims, type OidcProvider, startOidcProvider } from './oidc-provider.ts';

export const PROVIDER = 'proconnect';

interface VisitOptions {
  readonly ways?: Providers;
  readonly linkTo?: string | null;
}

/** Sign-in beside a real provider of identities, and people who go through it. */
export interface ProviderVisits {
  readonly server: AuthServer;
  readonly oidc: OidcProvider;
  readonly providers: Providers;
  /** What was logged. */
  readonly logged: string[];
  /** The same service with other settings. */
  providersOf(...settings: ProviderSettings[]): Providers;
  /** Begins, goes through the provider as somebody, and gives what came back, with the browser's own cookie. */
  comeBack(as: Claims, options?: VisitOptions): Promise<{ query: string; headers: Headers }>;
  arrive(as: Claims, options?: VisitOptions): Promise<Arrival>;
  /** The same, and how many identities became known by it. */
  arriveCounting(as: Claims, options?: VisitOptions): Promise<{ arrival: Arrival; linked: number }>;
  close(): Promise<void>;
}

/** Starts both. */
export async function startProviderVisits(): Promise<ProviderVisits> {
  const server = await startAuthServer();
  const oidc = await startOidcProvider();
  oidc.knows(server.origin);
  const { db } = server.database;
  const logged: string[] = [];
  const providersOf = (...settings: ProviderSettings[]) =>
    createProviders({
      settings,
      db,
      auth: server.auth,
      origin: server.origin,
      notices: { tell: async (userId, change, way) => void server.told.push([userId, change, way]) },
      log: pino({ level: 'warn' }, { write: (line) => void logged.push(line) }),
      now: () => new Date(),
      newId: () => randomUUID(),
    });
  const providers = providersOf(oidc.settings);
  const visits: ProviderVisits = {
    server,
    oidc,
    logged,
    providers,
    providersOf,
    async comeBack(as, { ways = providers, linkTo = null } = {}) {
      const begun = await ways.begin(PROVIDER, { next: '/groupes', linkTo });
      if (!begun) throw new Error('the provider is away');
      oidc.signedInAs(as);
      const back = await oidc.visit(begun.url);
      return { query: back.search, headers: new Headers({ cookie: begun.cookie.split(';')[0] ?? '' }) };
    },
    arrive: async (as, options = {}) =>
      (options.ways ?? providers).finish(PROVIDER, await visits.comeBack(as, options)),
    async arriveCounting(as, options) {
      const before = await db.$count(accounts);
      const arrival = await visits.arrive(as, options);
      return { arrival, linked: (await db.$count(accounts)) - before };
    },
    async close() {
      await oidc.close();
      await server.close();
    },
  };
  return visits;
}

/** Somebody as ProConnect would say who they are, their address verified. */
export function claimsOf(claims: Partial<Claims> = {}): Claims {
  return {
    sub: randomUUID(),
    given_name: 'Nadia',
    usual_name: 'Benali',
    email: `${randomUUID()}@valmont.example`,
    email_verified: true,
    siret: '21490007800012',
    ...claims,
  };
}
