import { sql } from 'drizzle-orm';
import { recordAudit } from '#db/kernel/audit/audit.ts';
import type { Db } from '#db/kernel/client.ts';
import { releaseLetters, withdrawLetters } from '#db/people/letter/letters.ts';
import { findPerson } from '#db/people/person/people.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { MAIL_QUEUE } from '../../kernel/mail/mailer.ts';

/** [MA6] What is done with the letters of somebody that are held back: they go now, or never. */
export type HeldGesture = 'release' | 'withdraw';

const ACTIONS = { release: 'person.lettersReleased', withdraw: 'person.lettersWithdrawn' } as const;

/**
 * [MA6] Does it, in one transaction with its line of the audit trail; how many letters it was. Null for whoever may not: anybody but an
 * administrator.
 */
export function answerHeldLetters(
  db: Db,
  { by, userId, gesture, now }: { by: string; userId: string; gesture: HeldGesture; now: Date },
): Promise<number | null> {
  return db.transaction(async (tx) => {
    const person = await findPerson(tx, by);
    if (!person || person.suspendedAt || !canOnPlatform(person.platformRole, 'platform.administer'))
      return null;
    const whose = { userId, now };
    const ids = await (gesture === 'release' ? releaseLetters(tx, whose) : withdrawLetters(tx, whose));
    if (ids.length === 0) return 0;
    // pg-boss finds a job by its own id only; a mail that is being sent this very moment is left alone.
    const theirs = sql`name = ${MAIL_QUEUE} and state = 'created' and data->>'id' in ${ids}`;
    await tx.execute(
      gesture === 'release'
        ? sql`update pgboss.job set start_after = now() where ${theirs}`
        : sql`delete from pgboss.job where ${theirs}`,
    );
    const subject = { kind: 'person' as const, id: userId, name: '' };
    const payload = { letters: ids.length };
    await recordAudit(tx, { actorId: by, action: ACTIONS[gesture], subject, payload, now });
    return ids.length;
  });
}
