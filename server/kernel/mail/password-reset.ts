import { paths } from '#shared/paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import type { Letter } from './letter.ts';

/** The mail with which somebody chooses a new password. */
export function passwordResetLetter(origin: string, token: string): Letter {
  const words = frServer.mail.passwordReset;
  return { ...words, action: { label: words.action, href: origin + paths.resetPassword(token) } };
}
