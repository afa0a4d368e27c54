import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Outside } from '../../kernel/outside/outside.ts';
import type { Services } from '../../services.ts';
import { linkQueue } from './check-links.ts';
import { resourceClearing } from './clearing.ts';
import { resourceFileQueue } from './read-files.ts';
import { createScanner } from './scanner.ts';

interface Options {
  readonly db: Db;
  readonly store: FileStore;
  readonly outside: Outside;
  /** Where the scanner is; absent, nothing is scanned. */
  readonly clamdUrl: string | undefined;
  readonly origin: string;
  readonly log: Logger;
  readonly now: () => Date;
  /** What is made after the jobs have started: they ask for it when there is work. */
  readonly later: () => Pick<Services, 'resources' | 'conversions' | 'mailer'>;
}

/** What resources need done beside what people ask: files looked at, links asked, what is over cleared away. */
export function resourceQueues({ clamdUrl, outside, later, ...live }: Options): JobQueue[] {
  const scanner = clamdUrl === undefined ? null : createScanner(clamdUrl);
  return [
    resourceFileQueue({
      ...live,
      scanner,
      conversions: () => later().conversions,
      mailer: () => later().mailer,
    }),
    resourceClearing({ ...live, resources: () => later().resources }),
    linkQueue({ ...live, outside }),
  ];
}
