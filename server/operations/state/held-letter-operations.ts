import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '#db/kernel/audit/audit.ts';
import { releaseLetters, withdrawLetters } from '#db/people/letter/letters.ts';
import { PersonId } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { MAIL_QUEUE } from '../../kernel/mail/mailer.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';

const ACTIONS = { release: 'person.lettersReleased', withdraw: 'person.lettersWithdrawn' } as const;

/** [MA6] The letters of somebody that are held back: they go now, or never. */
export const heldLetterOperations = {
  /** Gives how many letters it was. */
  'heldLetters.answer': operation({
    input: z.object({ userId: PersonId, gesture: z.enum(['release', 'withdraw']) }),
    right: onPlatform('platform.administer'),
    refusals: {},
    async run({ tx, by, now }, { userId, gesture }) {
      const whose = { userId, now };
      const ids = await (gesture === 'release' ? releaseLetters(tx, whose) : withdrawLetters(tx, whose));
      if (ids.length === 0) return ok({ count: 0 });
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
      return ok({ count: ids.length });
    },
  }),
};
