import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openPostgres } from '#db/kernel/client.ts';
import { readEnv } from '#server/kernel/env.ts';
import { openForCommand } from '#server/operations/command/open-for-command.ts';
import { addressOf, findPlace } from '#server/operations/command/place.ts';
import { createPostgresDatabase, TEMPLATE } from '#tests/support/database.ts';
import { everythingIn, freshFolder } from '#tests/support/operations/backups.ts';
import { terminalCommands } from '#tests/support/operations/terminal-commands.ts';
import { programEnvironment } from '#tests/support/test-environment.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** One word each, which none of them gets to look at. */
const WORDS: Readonly<Record<string, string>> = {
  'server/verify-audit.ts': `1:${'0'.repeat(64)}`,
  'server/verify-files.ts': `document:${randomUUID()}/fichier`,
  'server/import-cities.ts': 'package.json',
};

function run(program: string, DATA_DIR: string, word: string) {
  const env = { ...programEnvironment(), NODE_ENV: 'production', DATA_DIR };
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, [program, word], { env }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

describe('[OP8] a command of the terminal', () => {
  // A restoration makes an installation, in an empty folder that is there for it.
  test.each(terminalCommands())(
    '%s: where there is nothing it says where it looked, and makes nothing',
    async (program) => {
      const folder = await freshFolder(cleanups);
      const wanted = program === 'server/restore.ts' ? join(folder, 'absent') : folder;
      const why = program === 'server/restore.ts' ? /n’existe pas/ : /ne contient pas de base/;
      const { code, out, err } = await run(program, wanted, WORDS[program] ?? join(folder, 'fichier'));
      expect(out.split('\n')[0]).toBe(`Base\u00a0: intégrée, dossier\u00a0: ${wanted}`);
      expect([code, err]).toEqual([1, expect.stringMatching(why)]);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(await everythingIn(folder)).toEqual([]);
    },
  );

  test('in a folder that is not there, or is none, makes none', async () => {
    const folder = await freshFolder(cleanups);
    const place = (name: string) => findPlace(readEnv({ DATA_DIR: join(folder, name) }));
    await writeFile(join(folder, 'fichier'), '');
    await expect(place('absent')).rejects.toThrow(/n’existe pas/);
    await expect(place('fichier')).rejects.toThrow(/n’existe pas/);
    expect(await everythingIn(folder)).toEqual(['fichier']);
  });

  test('on PostgreSQL: without tables of ours, or with those of another version, nothing is prepared', async () => {
    const opened = async (template: string | null, statement: string | null, isOlderFine = false) => {
      const { url, drop } = await createPostgresDatabase(template);
      cleanups.push(drop);
      const database = openPostgres(url);
      const tables = async () =>
        (await database.run(`select 1 from pg_tables where schemaname in ('public', 'drizzle')`, [])).rows
          .length;
      try {
        if (statement) await database.run(statement, []);
        const before = await tables();
        const place = { env: readEnv({ DATABASE_URL: url }), dataDir: '' };
        const how = { whileServed: 'beside', isOlderFine } as const;
        const said = await openForCommand(place, how).then(
          (command) => command.close().then(() => 'opened'),
          (error: Error) => error.message,
        );
        expect(await tables()).toBe(before);
        return said;
      } finally {
        await database.close();
      }
    };
    const older =
      'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)';
    expect(await opened(null, null, true)).toMatch(/aucune table de Cordée/);
    expect(await opened(TEMPLATE, null)).toBe('opened');
    expect(await opened(TEMPLATE, older)).toMatch(/plus ancienne/);
    expect(await opened(TEMPLATE, older, true)).toBe('opened');
    const other = `update drizzle.__drizzle_migrations set hash = 'autre' where id = 1`;
    expect(await opened(TEMPLATE, other, true)).toMatch(/autre version/);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'as root, in the folder of somebody else, it names them',
    async () => {
      const DATA_DIR = await freshFolder(cleanups);
      execFileSync('chown', ['nobody', DATA_DIR]);
      await expect(findPlace(readEnv({ DATA_DIR }))).rejects.toThrow(
        /appartient à nobody.*sous le compte nobody/,
      );
    },
  );

  test.each([
    [
      'postgres://cordee:secret@base.exemple:5433/cordee?password=secret',
      'postgres://cordee@base.exemple:5433/cordee',
    ],
    ['postgresql:///cordee?host=/run/postgresql', 'postgresql:///run/postgresql/cordee'],
  ])('shows an address without its secrets: %s', (url, shown) => expect(addressOf(url)).toBe(shown));
});
