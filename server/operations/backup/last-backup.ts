import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const LastBackup = z.object({
  at: z.coerce.date(),
  rows: z.number(),
  files: z.number(),
  bytes: z.number(),
  isSealed: z.boolean(),
  isRehearsed: z.boolean(),
});

/** What the last backup was: when, how much, closed by a passphrase or not, restored for trial or not. */
export type LastBackup = z.output<typeof LastBackup>;

const FILE = 'last-backup.json';

/** Leaves word of a backup in the data folder. */
export async function noteBackup(dataDir: string, last: LastBackup): Promise<void> {
  const path = join(dataDir, FILE);
  await writeFile(`${path}.part`, JSON.stringify(last), { mode: 0o600 });
  await rename(`${path}.part`, path);
}

/** The last backup that succeeded, or null when there was none. */
export async function readLastBackup(dataDir: string): Promise<LastBackup | null> {
  try {
    return LastBackup.parse(JSON.parse(await readFile(join(dataDir, FILE), 'utf8')));
  } catch {
    return null;
  }
}
