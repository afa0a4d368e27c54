import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { hashPassword } from 'better-auth/crypto';
import express from 'express';
import type { Database } from '#db/kernel/client.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { createHeldBodies } from '#server/kernel/http/held-bodies.ts';
import { createPeers, stampPeer } from '#server/kernel/http/peer.ts';
import { type Auth, createAuth } from '#server/people/auth/auth.ts';
import { authHandler } from '#server/people/auth/auth-handler.ts';
import type { AccountChange } from '#server/people/person/account-notices.ts';
import { openFreshDatabase } from '../database.ts';

export const PASSWORD = 'demonstration-2023';

/** Sign-in alone behind a real HTTP server, and what it told the rest of the product. */
export interface AuthServer {
  readonly database: Database;
  readonly auth: Auth;
  readonly origin: string;
  /** Mails that would have left with a link for a new password. */
  readonly resets: { email: string; token: string }[];
  /** Ids of people whose sessions ended, in order. */
  readonly ended: string[];
  /** What people were told of their own account: whose, and what. */
  readonly told: (readonly [userId: string, change: AccountChange, way?: string | undefined])[];
  aPerson(email?: string): Promise<{ id: string; email: string }>;
  /** A POST of JSON to an endpoint of better-auth. */
  post(path: string, body: object, headers?: Record<string, string>): Promise<Response>;
  /** Signs in and gives the cookie. */
  signIn(email: string, password?: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts one on a database of its own. */
export async function startAuthServer({
  ownOrigin = null,
}: {
  ownOrigin?: string | null;
} = {}): Promise<AuthServer> {
  const database = await openFreshDatabase();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP address was expected');
  const origin = `http://localhost:${address.port}`;
  const resets: AuthServer['resets'] = [];
  const ended: string[] = [];
  const told: AuthServer['told'] = [];
  const auth = createAuth({
    db: database.db,
    secret: 'a secret for tests that is long enough',
    origin: ownOrigin,
    fallbackOrigin: origin,
    sendPasswordReset: async ({ email, token }) => void resets.push({ email, token }),
    onSessionEnd: (userId) => void ended.push(userId),
    onAccountChange: async (userId, change) => void told.push([userId, change]),
  });
  const http = express();
  http.use(stampPeer(createPeers([])));
  http.all('/api/auth/{*path}', authHandler({ auth, heldBodies: createHeldBodies(), database }));
  server.on('request', http);
  const passwordHash = await hashPassword(PASSWORD);
  const site = { db: database.db, now: () => new Date(), newId: () => randomUUID() };

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${origin}/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return {
    database,
    auth,
    origin,
    resets,
    ended,
    told,
    aPerson: (email = `${randomUUID()}@valmont.example`) => aPerson(site, { email, passwordHash }),
    post,
    async signIn(email, password = PASSWORD) {
      const response = await post('/sign-in/email', { email, password });
      const [cookie] = response.headers.get('set-cookie')?.split(';') ?? [];
      if (!cookie) throw new Error(`sign-in answered ${response.status}`);
      return cookie;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await database.close();
    },
  };
}
