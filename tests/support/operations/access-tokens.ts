import { randomBytes, randomUUID } from 'node:crypto';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { createAccessToken } from '#db/operations/token/access-tokens.ts';
import { sessions } from '#db/people/person/schema.ts';
import type { Lifetime } from '#shared/operations/token/access-token.ts';
import type { Scope } from '#shared/operations/token/scopes.ts';

/** Signs somebody in, as better-auth would. */
export async function aSession(db: Db, { userId, now }: { userId: string; now: Date }): Promise<string> {
  const [id, tokenHash] = [randomUUID(), randomUUID()];
  const expiresAt = new Date(now.getTime() + 14 * 24 * 3_600_000);
  await db.insert(sessions).values({ id, tokenHash, userId, expiresAt, createdAt: now, updatedAt: now });
  return id;
}

/** Asks for a token of a person who has just signed in, as their page does; its id and secret. */
export async function anAccessToken(
  db: Db,
  asked: {
    userId: string;
    scopes: readonly Scope[];
    now: Date;
    name?: string;
    days?: Lifetime;
    forOrganisation?: boolean;
  },
): Promise<{ id: string; secret: string }> {
  const id = randomUUID();
  const secret = `cordee_${randomBytes(32).toString('base64url')}`;
  const sessionId = await aSession(db, asked);
  const defaults = { name: 'Un essai', days: 30, forOrganisation: false } as const;
  const made = await inTransaction(db, (tx) =>
    createAccessToken(tx, { ...defaults, ...asked, id, secret, sessionId }),
  );
  if (!made.ok) throw new Error(made.error);
  return { id, secret };
}
