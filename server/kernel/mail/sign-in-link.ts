import { paths } from '#shared/paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import type { Letter } from './letter.ts';

/** The mail with which somebody signs in without a password. */
export function signInLinkLetter(origin: string, token: string): Letter {
  const words = frServer.mail.signInLink;
  return { ...words, action: { label: words.action, href: origin + paths.signInLink(token) } };
}
