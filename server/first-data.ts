import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { ensureWantedDatasets } from '#db/library/need/wanted-datasets.ts';
import { hasAnyPerson } from '#db/people/person/people.ts';
import { ensureSeason } from '#db/programme/season/seasons.ts';
import { programmeSeason } from '#db/seed/season.ts';
import { wantedList } from '#db/seed/wanted-datasets.ts';
import { server as words } from '#shared/kernel/start/server.fr.ts';

interface FirstDataOptions {
  readonly isDemo: boolean;
  /** The environment in which another program finds the same database; ours, when absent. */
  readonly settings?: NodeJS.ProcessEnv;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What every installation opens with: the season, the data of the programme’s own list, and the demonstration when it is asked. */
export async function ensureFirstData(
  database: Database,
  { isDemo, settings, now, newId }: FirstDataOptions,
): Promise<void> {
  await inTransaction(database.db, (tx) => ensureSeason(tx, programmeSeason, newId));
  await inTransaction(database.db, (tx) => ensureWantedDatasets(tx, { list: wantedList, now: now(), newId }));
  if (!isDemo || (await hasAnyPerson(database.db))) return;
  console.log(words.seeding);
  await installDemonstration(settings);
}

const PROGRAM = fileURLToPath(new URL('./install-demonstration.ts', import.meta.url));

/** A program of its own: a hundred megabytes of examples and of what reads them go with it. */
async function installDemonstration(env: NodeJS.ProcessEnv | undefined): Promise<void> {
  await promisify(execFile)(process.execPath, [PROGRAM], env && { env });
}
