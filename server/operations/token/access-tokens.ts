import { randomBytes } from 'node:crypto';
import type { Db } from '#db/kernel/client.ts';
import { createAccessToken } from '#db/operations/token/access-tokens.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import {
  type AccessTokenError,
  type NewAccessToken,
  TOKEN_PREFIX,
} from '#shared/operations/token/access-token.ts';
import type { Mailer, Recipient } from '../../kernel/mail/mailer.ts';
import { accessTokenLetter } from './access-token-letter.ts';

/** Makes and ends access tokens. */
export interface AccessTokens {
  /** [TK1] [TK4] Makes one, and tells its person by mail, both or neither. Gives its secret, which is kept nowhere. */
  create(
    asked: NewAccessToken & {
      readonly by: Recipient & { readonly id: string };
      readonly sessionId: string;
      readonly forOrganisation: boolean;
    },
  ): Promise<Result<string, AccessTokenError>>;
}

interface Options {
  readonly db: Db;
  readonly mailer: Mailer;
  readonly origin: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Makes the service. */
export function createAccessTokens({ db, mailer, origin, now, newId }: Options): AccessTokens {
  return {
    create({ by, ...asked }) {
      const secret = TOKEN_PREFIX + randomBytes(32).toString('base64url');
      return db.transaction(async (tx): Promise<Result<string, AccessTokenError>> => {
        const made = await createAccessToken(tx, {
          ...asked,
          id: newId(),
          secret,
          userId: by.id,
          now: now(),
        });
        if (!made.ok) return made;
        await mailer.send(tx, by, accessTokenLetter(origin, { ...asked, ...made.value }), 'server');
        return ok(secret);
      });
    },
  };
}
