import { frServer } from '#shared/messages/fr-server.ts';
import { platformStatePaths } from '#shared/platform-state/platform-state-paths.ts';
import type { Letter } from './letter.ts';

/** [EP6] The mail that shows that mails leave. */
export function trialLetter(origin: string): Letter {
  const words = frServer.mail.trial;
  return { ...words, action: { label: words.action, href: origin + platformStatePaths.page() } };
}
