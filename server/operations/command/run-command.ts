import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { backup as words } from '#shared/operations/backup/backup.fr.ts';
import { type Env, readEnv } from '../../kernel/env.ts';
import { StartRefusal, sayWhy } from '../../kernel/start-refusal.ts';
import { findPlace, type Place } from './place.ts';

/** How a command of the terminal is called. */
interface Asked {
  readonly usage: string;
  readonly options?: readonly string[];
  /** It may be called without its word. */
  readonly isAlone?: boolean;
  /** It listens to `signal`, and undoes what it had begun; Ctrl-C ends the others at once. */
  readonly isUndone?: boolean;
}

/** What a command of the terminal is given. */
export interface Command extends Place {
  /** Its one word; null where it was called without. */
  readonly word: string | null;
  /** That word as a file, from where npm was called. */
  readonly path: string;
  readonly options: ReadonlySet<string>;
  /** The passphrase of the settings; null without one. */
  readonly passphrase: () => Promise<string | null>;
  readonly signal: AbortSignal;
}

/** As shells say that Ctrl-C ended a program. */
const INTERRUPTED = 130;

/**
 * [OP8] Runs a command of the terminal, which takes one word and options: first it says where it works, refusals are told alone. Sets the exit
 * code: 0, 1 refused (a command that found something wrong sets it itself), 130 interrupted.
 */
export async function runCommand(asked: Asked, run: (command: Command) => Promise<void>): Promise<void> {
  const { usage, options = [], isAlone = false, isUndone = false } = asked;
  const stopping = new AbortController();
  if (isUndone)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  try {
    const given = process.argv.slice(2);
    const [word = null, ...others] = given.filter((one) => one !== '' && !one.startsWith('--'));
    const flags = given.filter((one) => one.startsWith('--'));
    if ((word === null && !isAlone) || others.length > 0 || !flags.every((flag) => options.includes(flag)))
      throw new StartRefusal(usage);
    const env = readEnv();
    const place = await findPlace(env);
    await run({
      ...place,
      word,
      path: resolve(env.INIT_CWD ?? '.', word ?? ''),
      options: new Set(flags),
      passphrase: () => passphraseOf(env),
      signal: stopping.signal,
    });
  } catch (error) {
    if (stopping.signal.aborted) {
      console.error(words.cancelled);
      process.exitCode = INTERRUPTED;
      return;
    }
    sayWhy(error);
    process.exitCode = 1;
  }
}

/** Never an argument of the command: those are seen by everybody on the machine. */
async function passphraseOf({
  BACKUP_PASSPHRASE,
  BACKUP_PASSPHRASE_FILE,
  INIT_CWD,
}: Env): Promise<string | null> {
  if (BACKUP_PASSPHRASE !== undefined) return BACKUP_PASSPHRASE;
  if (BACKUP_PASSPHRASE_FILE === undefined) return null;
  const path = resolve(INIT_CWD ?? '.', BACKUP_PASSPHRASE_FILE);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StartRefusal(words.unreadable(path));
  });
  const passphrase = text.replace(/\r?\n$/, '');
  if (passphrase.length < 12) throw new StartRefusal(words.passphraseShort);
  return passphrase;
}
