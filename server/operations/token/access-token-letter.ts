import { dates } from '#shared/kernel/dates.fr.ts';
import { accessToken } from '#shared/operations/token/access-token.fr.ts';
import { accessTokenMail } from '#shared/operations/token/access-token-mail.fr.ts';
import { accessTokenPaths } from '#shared/operations/token/access-token-paths.ts';
import type { Scope } from '#shared/operations/token/scopes.ts';
import type { Letter } from '../../kernel/mail/letter.ts';

/** [TK4] Tells somebody that a token of theirs was made, so that one they did not make does not go unseen. */
export function accessTokenLetter(
  link: (path: string) => string,
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
  return { ...words, action: { label: words.action, href: link(accessTokenPaths.account()) } };
}
