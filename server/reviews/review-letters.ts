import type { Db } from '#db/kernel/client.ts';
import type { FoundRound } from '#db/reviews/review-lists.ts';
import { findReviewPerson } from '#db/reviews/review-reminders.ts';
import { reviewMail as words } from '#shared/reviews/review-mail.fr.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import type { Letter } from '../kernel/mail/letter.ts';
import type { Recipient } from '../kernel/mail/mailer.ts';

type Worded = ReturnType<(typeof words)[keyof typeof words]>;

/** A letter of a round, with the page that it leads to; `link` says where our pages are. */
export function roundLetter(
  { action: label, ...letter }: Worded,
  roundId: string,
  link: (path: string) => string,
): Letter {
  return { ...letter, action: { label, href: link(reviewPaths.review(roundId)) } };
}

/** [RV6] What tells whoever opened a round what came of it; null when nothing did, or they are gone. */
export async function outcomeLetter(
  tx: Db,
  { id, openedBy, outcome, text: { title } }: FoundRound,
  link: (path: string) => string,
): Promise<{ to: Recipient; letter: Letter } | null> {
  const to = await findReviewPerson(tx, openedBy);
  return to && outcome ? { to, letter: roundLetter(words.closed({ title, outcome }), id, link) } : null;
}
