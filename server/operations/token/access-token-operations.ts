import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { createAccessToken, revokeAccessToken } from '#db/operations/token/access-tokens.ts';
import { findPerson } from '#db/people/person/people.ts';
import { PersonId } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import { parseAccessToken, TOKEN_PREFIX } from '#shared/operations/token/access-token.ts';
import { operation } from '../../kernel/operation.ts';
import { signedIn } from '../../people/rights.ts';
import { accessTokenLetter } from './access-token-letter.ts';

/** [TK6] Tokens of programs. */
export const accessTokenOperations = {
  /** [TK1] [TK4] Tells whoever makes it by mail. Gives its secret, which is kept nowhere. */
  'accessToken.create': operation({
    input: z
      .object({
        name: z.string().max(1_000),
        scopes: z.array(z.string().max(100)).max(100),
        days: SentCount,
        forOrganisation: z.boolean(),
        /** The sign-in by which this is asked: a token makes no other. */
        sessionId: z.string().max(200),
      })
      .transform(({ sessionId, forOrganisation, ...typed }, context) => {
        const parsed = parseAccessToken(typed);
        if (parsed.ok) return { sessionId, forOrganisation, ...parsed.value };
        for (const [field, message] of Object.entries(parsed.errors))
          context.addIssue({ code: 'custom', path: [field], message });
        return z.NEVER;
      }),
    right: signedIn,
    refusals: {
      'accessToken.signInAgain': '',
      'accessToken.noOrganisation': '',
      'accessToken.tooMany': '',
    },
    async run({ tx, by: userId, now, newId, mail, link }, asked) {
      const secret = TOKEN_PREFIX + randomBytes(32).toString('base64url');
      const made = await createAccessToken(tx, { ...asked, id: newId(), secret, userId, now });
      if (!made.ok) return made;
      const person = await findPerson(tx, userId);
      if (person) await mail(person, accessTokenLetter(link, { ...asked, ...made.value }), 'server');
      return ok({ secret });
    },
  }),

  /** Whose it is decides who may: to all others it is absent. */
  'accessToken.revoke': operation({
    input: z.object({ token: PersonId }),
    right: signedIn,
    refusals: {},
    run: ({ tx, by, now }, { token: id }) => revokeAccessToken(tx, { id, by, now }),
  }),
};
