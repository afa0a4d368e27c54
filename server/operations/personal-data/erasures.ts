import type { Logger } from 'pino';
import type { Database } from '#db/kernel/client.ts';
import { erasePerson, isPlain } from '#db/operations/personal-data/erase-person.ts';
import { findDueErasures, isNameShared } from '#db/operations/personal-data/erasures.ts';
import { listSignedRooms } from '#db/operations/personal-data/signed-rooms.ts';
import { forgetLettersTo } from '#db/people/letter/letters.ts';
import { ERASED_ADDRESS, FORMER_MEMBER } from '#shared/operations/personal-data/personal-data.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import { forgetQueuedMails } from '../../kernel/mail/forget-mails.ts';
import type { MailFolder } from '../../kernel/mail/mail-folder.ts';
import type { Seal } from '../../kernel/mail/seal.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import type { ErasedAccounts } from './erased-accounts.ts';
import { retentionQueue } from './retention.ts';

interface Options {
  readonly database: Pick<Database, 'db' | 'run'>;
  readonly rooms: () => Pick<Rooms, 'forget'>;
  readonly store: Pick<FileStore, 'remove'>;
  readonly folder: Pick<MailFolder, 'forget' | 'forgetBefore'>;
  readonly seal: Seal;
  readonly erased: Pick<ErasedAccounts, 'add'>;
  readonly log: Logger;
  readonly now: () => Date;
}

/** What nights do for privacy: who asked to be erased is, what is older than its duration goes. */
export function privacyQueues(options: Options): JobQueue[] {
  return [erasureQueue(options), retentionQueue({ db: options.database.db, ...options })];
}

/**
 * [PD4] [PD5] [PD6] [PD8] Every night, whoever asked to be erased thirty days ago is. Live rooms and mails first, the account last: what is cut
 * short begins again the night after.
 */
export function erasureQueue({
  database,
  rooms,
  store,
  folder,
  seal,
  erased: list,
  log,
  now,
}: Options): JobQueue {
  const { db, run } = database;
  return {
    name: 'erasures',
    round: { minutesAfterStart: 9, cron: '20 3 * * *' },
    async run() {
      for (const { userId, name, email } of await findDueErasures(db, { now: now() })) {
        const kept = await listSignedRooms(db);
        const isNameGone = isPlain(name) && !(await isNameShared(db, { userId, name }));
        if (isNameGone) await rooms().forget({ words: [name], instead: FORMER_MEMBER }, kept);
        await rooms().forget({ words: [email], instead: ERASED_ADDRESS }, kept);
        await forgetQueuedMails(run, seal, email);
        await forgetLettersTo(db, { email });
        await folder.forget(isNameGone ? [email, name] : [email]);
        // Before the account: what is cut short here begins again, and must not come back from a backup.
        await list.add(userId);
        const erased = await erasePerson(db, { userId, now: now() });
        if (!erased.ok) {
          log.warn({ userId, refused: erased.error }, 'an account could not be erased');
          continue;
        }
        for (const key of erased.value.storageKeys) await store.remove(key);
        log.info({ userId }, 'an account is erased');
      }
    },
  };
}
