import { z } from 'zod';
import { revokeAccessToken } from '#db/operations/token/access-tokens.ts';
import { PersonId } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { operation } from '../../kernel/operation.ts';
import { signedIn } from '../../people/rights.ts';

/** [TK6] Tokens of programs. */
export const accessTokenOperations = {
  /** Whose it is decides who may: to all others it is absent. */
  'accessToken.revoke': operation({
    input: z.object({ token: PersonId }),
    right: signedIn,
    refusals: {},
    async run({ tx, by, now, after }, { token: id }) {
      const revoked = await revokeAccessToken(tx, { id, by, now });
      if (!revoked.ok) return revoked;
      after.recheck({ userId: revoked.value.userId });
      return ok();
    },
  }),
};
