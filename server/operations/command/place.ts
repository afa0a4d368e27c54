import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { server } from '#shared/kernel/start/server.fr.ts';
import { command as words } from '#shared/operations/command/command.fr.ts';
import type { Env } from '../../kernel/env.ts';
import { StartRefusal } from '../../kernel/start-refusal.ts';

/** Where a command works: settings that were said on the terminal, and their folder, which is there. */
export interface Place {
  readonly env: Env;
  readonly dataDir: string;
}

/**
 * [OP8] Says which database and folder these settings name, and finds the folder; none is made.
 * @throws {StartRefusal} when it is not there, cannot be used, or is somebody else's and this is root.
 */
export async function findPlace(env: Env): Promise<Place> {
  const { DATA_DIR: folder, DATABASE_URL: url } = env;
  console.log(words.place(url === undefined ? null : addressOf(url), folder));
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new StartRefusal(words.noFolder(folder));
  if (process.getuid?.() === 0 && found.uid !== 0)
    throw new StartRefusal(words.ofAnother(folder, nameOf(found.uid)));
  await access(folder, constants.R_OK | constants.W_OK).catch(() => {
    throw new StartRefusal(server.dataDirUnreadable(folder));
  });
  return { env, dataDir: await realpath(folder) };
}

/** The address of a database as it may be shown: neither its password nor its parameters, which may hold one. */
export function addressOf(url: string): string {
  const { protocol, username, host, pathname, searchParams } = new URL(url);
  const user = username === '' ? '' : `${username}@`;
  return `${protocol}//${user}${host || (searchParams.get('host') ?? '')}${pathname}`;
}

/** The name of an account of this machine, by its number; where the system knows none, that number. */
function nameOf(uid: number): string {
  try {
    return execFileSync('id', ['-un', String(uid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return words.numbered(uid);
  }
}
