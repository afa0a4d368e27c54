import type { Logger } from 'pino';
import type { Database } from '#db/kernel/client.ts';
import { repeatQueue } from './boards/repeat-queue.ts';
import { trashQueue } from './documents/trash/trash-queue.ts';
import type { FileStore } from './kernel/file/file-store.ts';
import type { JobQueue } from './kernel/job/jobs.ts';
import type { MailFolder } from './kernel/mail/mail-folder.ts';
import type { Mailer } from './kernel/mail/mailer.ts';
import type { Seal } from './kernel/mail/seal.ts';
import type { Outside } from './kernel/outside/outside.ts';
import type { Signature } from './kernel/signature.ts';
import { resourceQueues } from './library/resource/resource-queues.ts';
import type { LetterLinks } from './news/notification/letters.ts';
import { openArchiveQueues } from './operations/archive/open-archives.ts';
import type { ErasedAccounts } from './operations/personal-data/erased-accounts.ts';
import { privacyQueues } from './operations/personal-data/erasures.ts';
import { ownDataQueues } from './operations/personal-data/own-data.ts';
import type { Webhooks } from './operations/webhook/webhooks.ts';
import { announcementQueue } from './programme/assessment/announcement-queue.ts';
import { newsletterQueue } from './publication/newsletter/newsletter-queue.ts';
import { packingQueue } from './realtime/log/packing-queue.ts';
import type { Rooms } from './realtime/rooms.ts';
import { reminderQueues } from './reminder-queues.ts';
import { wordQueue } from './search/word-queue.ts';
import type { Services } from './services.ts';

interface QueuesOptions {
  readonly database: Database;
  /** What hands mails over, and what calls webhooks. */
  readonly outbox: JobQueue;
  readonly webhooks: Pick<Webhooks, 'queue'>;
  readonly store: FileStore;
  readonly folder: MailFolder;
  readonly seal: Seal;
  readonly erased: ErasedAccounts;
  readonly outside: Outside;
  readonly links: LetterLinks;
  readonly signature: Signature;
  readonly clamdUrl: string | undefined;
  /** What is made after the jobs have started: they ask for it when there is work. */
  readonly rooms: () => Rooms;
  readonly mailer: () => Mailer;
  readonly later: () => Pick<Services, 'rooms' | 'resources' | 'conversions' | 'mailer'>;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** All work that waits in the database; with `startEveryRound`, all that is done by itself. */
export function everyQueue({ database, outbox, webhooks, ...given }: QueuesOptions): JobQueue[] {
  const { db } = database;
  const live = { db, origin: given.links.origin, ...given };
  return [
    outbox,
    webhooks.queue,
    packingQueue(given.rooms),
    trashQueue(live),
    wordQueue(live),
    ...ownDataQueues(live),
    ...openArchiveQueues(live),
    ...privacyQueues({ database, ...given }),
    repeatQueue(live),
    ...reminderQueues(live),
    newsletterQueue(live),
    announcementQueue(live),
    ...resourceQueues(live),
  ];
}
