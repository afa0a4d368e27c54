/** `npm run export -- FILE`: the whole space as an open archive, beside the running server or without it. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { findAdministrator } from '#db/operations/archive/open-archives.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { fail } from '#shared/kernel/result.ts';
import { archiveCommand as words } from '#shared/operations/archive/archive-command.fr.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import { createConversions } from './documents/conversion/conversions.ts';
import { createFiles } from './kernel/file/files.ts';
import { openFileStore } from './kernel/file/open-file-store.ts';
import { createLog } from './kernel/log.ts';
import { StartRefusal } from './kernel/start-refusal.ts';
import { writeOpenArchive } from './operations/archive/write-archive.ts';
import { openForCommand } from './operations/command/open-for-command.ts';
import { type Command, runCommand } from './operations/command/run-command.ts';
import { openStoredRooms } from './realtime/log/stored-rooms.ts';

/** How often it says how far it is. */
const SAY_EVERY = 50;

await runCommand({ usage: words.exportUsage, isUndone: true }, exportArchive);

async function exportArchive(command: Command): Promise<void> {
  const { env, dataDir, path, signal } = command;
  if (await stat(path).catch(() => null)) throw new StartRefusal(words.exists(path));
  console.log(words.opening);
  const database = await openForCommand(command, { whileServed: 'beside' });
  const { db } = database;
  const [log, now, newId] = [createLog(env.LOG_LEVEL), () => new Date(), randomUUID];
  const origin = env.ORIGIN ?? `http://localhost:${env.PORT}`;
  const store = await openFileStore(env, dataDir);
  const maxUploadBytes = env.UPLOAD_MAX_MB * 1024 * 1024;
  const register = async () => fail('access.forbidden');
  const files = createFiles({ register, store, maxBytes: maxUploadBytes, now, newId });
  const stored = openStoredRooms(database.run);
  const rooms = { ...stored, tellMade: () => undefined };
  const conversions = createConversions({ db, rooms, files, origin, log, now, newId, maxUploadBytes });
  const part = `${path}.part`;
  try {
    // An administrator reads everything: the archive is as they would have it.
    const userId = await findAdministrator(db);
    if (!userId) throw new StartRefusal(words.noAdministrator);
    const groups = workingGroups(await listGroupsForMember(db, { userId, now: now() }));
    const file = await open(part, 'w', 0o600).catch(() => {
      throw new StartRefusal(words.notWritable(path));
    });
    try {
      await writeOpenArchive(
        { db, store, rooms, conversions, origin, now },
        {
          userId,
          groups,
          isWhole: true,
          async send(bytes) {
            signal.throwIfAborted();
            await file.writeFile(bytes);
          },
          async tell(done, total) {
            signal.throwIfAborted();
            if (done % SAY_EVERY === 0) console.log(words.running(done, total));
            return true;
          },
        },
      );
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    console.log(words.exported(path, groups.length));
  } finally {
    await rm(part, { force: true });
    conversions.close();
    await stored.close();
    await database.close();
  }
}
