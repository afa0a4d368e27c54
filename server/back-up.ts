/** `npm run backup -- FILE [--verify]`: everything in one file, beside the running server or without it. */
import { backup as words } from '#shared/operations/backup/backup.fr.ts';
import { openFileStore } from './kernel/file/open-file-store.ts';
import { type Command, runCommand } from './operations/backup/command.ts';
import { noteBackup } from './operations/backup/last-backup.ts';
import { rehearse } from './operations/backup/rehearsal.ts';
import { openSource } from './operations/backup/source.ts';
import { takeBackup } from './operations/backup/take-backup.ts';

const VERIFY = '--verify';

await runCommand({ usage: words.usage, options: [VERIFY] }, backUp);

async function backUp({ env, path, options, passphrase, signal }: Command): Promise<void> {
  const now = new Date();
  console.log(words.opening);
  const source = await openSource(env);
  try {
    const { database, dataDir } = source;
    const say = (sentence: string) => console.log(sentence);
    const beside = { dataDir, files: await openFileStore(env, dataDir) };
    const taken = await takeBackup({ database, beside, to: path, passphrase, now, signal, say });
    const isRehearsed = options.has(VERIFY);
    if (isRehearsed) {
      say(words.rehearsing);
      await rehearse(path, { passphrase, signal });
    }
    await noteBackup(dataDir, { at: now, ...taken, isSealed: passphrase !== null, isRehearsed });
    say(words.taken({ ...taken, path, isRehearsed }));
    if (passphrase === null) say(words.notSealed);
  } finally {
    await source.close();
  }
}
