import { accessTokenPaths } from '#shared/access-token/access-token-paths.ts';
import type { Scope } from '#shared/access-token/scopes.ts';
import { accessToken } from '#shared/messages/fr/access-token.ts';
import { accessTokenMail } from '#shared/messages/fr/access-token-mail.ts';
import { dates } from '#shared/messages/fr/dates.ts';
import type { Letter } from '../mail/letter.ts';

/** [TK4] Tells somebody that a token of theirs was made, so that one they did not make does not go unseen. */
export function accessTokenLetter(
  origin: string,
  token: {
    readonly name: string;
    readonly scopes: readonly Scope[];
    readonly organisation: string | null;
    readonly expiresAt: Date;
  },
): Letter {
  const { name, organisation, expiresAt } = token;
  const words = accessTokenMail({
    name,
    organisation,
    may: token.scopes.map((scope) => accessToken.scopes[scope]),
    until: dates.exact(expiresAt),
  });
  return { ...words, action: { label: words.action, href: origin + accessTokenPaths.account() } };
}
