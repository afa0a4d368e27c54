import { platformStatePaths } from '#shared/operations/state/platform-state-paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import type { Letter } from './letter.ts';

/** [EP6] The mail that shows that mails leave. */
export function trialLetter(origin: string): Letter {
  const words = frServer.mail.trial;
  return { ...words, action: { label: words.action, href: origin + platformStatePaths.page() } };
}
