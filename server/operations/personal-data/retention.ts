import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { applyRetention } from '#db/operations/personal-data/retention.ts';
import { forgetLetters } from '#db/people/letter/letters.ts';
import { forgetReadableTokens } from '#db/people/person/sessions.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { MailFolder } from '../../kernel/mail/mail-folder.ts';

interface Options {
  readonly db: Db;
  readonly folder: Pick<MailFolder, 'forgetBefore'>;
  readonly log: Logger;
  readonly now: () => Date;
}

/** [PD10] Every night, what is older than its duration goes. */
export function retentionQueue({ db, folder, log, now }: Options): JobQueue {
  return {
    name: 'retention',
    round: { minutesAfterStart: 11, cron: '50 2 * * *' },
    async run() {
      const { deleted, mailsBefore } = await applyRetention(db, { now: now() });
      const mails = await folder.forgetBefore(mailsBefore);
      await forgetReadableTokens(db);
      const letters = await forgetLetters(db, { now: now() });
      log.info({ deleted: { ...deleted, mails, letters } }, 'what is older than its duration is gone');
    },
  };
}
