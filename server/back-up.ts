/** `npm run backup -- FILE [--verify]`: everything in one file, beside the running server or without it. */
import { backup as words } from '#shared/operations/backup/backup.fr.ts';
import { openFileStore } from './kernel/file/open-file-store.ts';
import { noteBackup } from './operations/backup/last-backup.ts';
import { rehearse } from './operations/backup/rehearsal.ts';
import { takeBackup } from './operations/backup/take-backup.ts';
import { openForCommand } from './operations/command/open-for-command.ts';
import { type Command, runCommand } from './operations/command/run-command.ts';

const VERIFY = '--verify';

await runCommand({ usage: words.usage, options: [VERIFY], isUndone: true }, backUp);

async function backUp(command: Command): Promise<void> {
  const { env, dataDir, path, options, signal } = command;
  const now = new Date();
  const passphrase = await command.passphrase();
  console.log(words.opening);
  const database = await openForCommand(command, { whileServed: 'beside', isOlderFine: true });
  try {
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
    await database.close();
  }
}
