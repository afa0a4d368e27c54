import { inTransaction } from '#db/kernel/transaction.ts';
import { bookLetter } from '#db/people/letter/letters.ts';
import type { BookLetter } from '../../kernel/mail/mailer.ts';

/** [MA1] Counts letters for those who send them; beyond `perDay` in a day they leave on a later one. */
export function bookLetters({ perDay, now }: { perDay: number; now: () => Date }): BookLetter {
  return async (tx, { id, sender: { userId, as }, email, invitationToken }) => {
    const asked = { id, sentBy: userId, email, isOfOrganisation: as === 'organisation', invitationToken };
    const asOf = now();
    // Of its own where there is none: the lock of the sender must outlast the count.
    const at = await inTransaction(tx, (own) => bookLetter(own, asked, { perDay, now: asOf }));
    return at && { at, afterSeconds: Math.ceil((at.getTime() - asOf.getTime()) / 1_000) };
  };
}
