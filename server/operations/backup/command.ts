import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { backup as words } from '#shared/operations/backup/backup.fr.ts';
import { type Env, readEnv } from '../../kernel/env.ts';
import { StartRefusal } from '../../kernel/start-refusal.ts';

/** What a command of the terminal is given. */
export interface Command {
  readonly env: Env;
  /** The file that was named, from where npm was called. */
  readonly path: string;
  readonly options: ReadonlySet<string>;
  readonly passphrase: string | null;
  readonly signal: AbortSignal;
}

/** As shells say that Ctrl-C ended a program. */
const INTERRUPTED = 130;

/**
 * Runs a command that takes one file and options: refusals are told alone, Ctrl-C undoes what was begun. Sets the exit code:
 * 0, 1 refused, 130 interrupted.
 */
export async function runCommand(
  { usage, options }: { readonly usage: string; readonly options: readonly string[] },
  run: (command: Command) => Promise<void>,
): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  try {
    const given = process.argv.slice(2);
    const names = given.filter((word) => !word.startsWith('--'));
    const flags = given.filter((word) => word.startsWith('--'));
    const [name] = names;
    if (!name || names.length > 1 || !flags.every((flag) => options.includes(flag)))
      throw new StartRefusal(usage);
    const env = readEnv();
    await run({
      env,
      path: resolve(env.INIT_CWD ?? '.', name),
      options: new Set(flags),
      passphrase: await passphraseOf(env),
      signal: stopping.signal,
    });
  } catch (error) {
    if (stopping.signal.aborted) {
      console.error(words.cancelled);
      process.exitCode = INTERRUPTED;
      return;
    }
    if (!(error instanceof StartRefusal)) throw error;
    for (const sentence of error.sentences) console.error(sentence);
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
