/** `npm run restore -- FILE [--replace]`: a backup becomes this installation. Its server is stopped. */
import { backup as words } from '#shared/operations/backup/backup.fr.ts';
import { restoreBackup } from './operations/backup/restore-backup.ts';
import { type Command, runCommand } from './operations/command/run-command.ts';

const REPLACE = '--replace';

await runCommand({ usage: words.restoreUsage, options: [REPLACE], isUndone: true }, restore);

async function restore({ env, path, options, passphrase, signal }: Command): Promise<void> {
  const { takenAt, keptIn, keptInBucket, hadSecret } = await restoreBackup({
    env,
    path,
    passphrase: await passphrase(),
    mayReplace: options.has(REPLACE),
    now: new Date(),
    signal,
    say: (sentence) => console.log(sentence),
  });
  console.log(words.restored(takenAt));
  for (const place of [keptIn, keptInBucket]) if (place !== null) console.log(words.kept(place));
  if (!hadSecret && env.SESSION_SECRET === undefined) console.log(words.newSecret);
}
