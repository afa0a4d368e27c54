import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '#tests/support/architecture/source-files.ts';
import { terminalCommands } from '#tests/support/operations/terminal-commands.ts';

/** Who opens a database or takes a folder of data: each with the reason why it is no command that could do so elsewhere. */
const OPENERS: Readonly<Record<string, string>> = {
  'server/begin.ts': 'the server, which makes what is not there',
  'server/install-demonstration.ts': 'started by the server, on the database that it has made',
  'server/kernel/database.ts': 'the opening itself',
  'server/kernel/embedded-postgres/embedded-postgres.ts': 'the opening itself',
  'server/operations/command/open-for-command.ts': 'the one opening of commands',
  'server/operations/backup/restore-backup.ts': 'a restoration, which makes an installation',
  'server/operations/backup/rehearsal.ts': 'a database of its own in the temporary folder',
};
const OPENS =
  /\b(openDatabase|openEmbedded|startEmbedded|joinEmbedded|reachPostgres|openPostgres|holdDataDir|openDataDir)\b/;

/** The names that a source imports. */
const imported = (source: string) =>
  [...source.matchAll(/^import (?!type\b)([^;]+?) from '[^']+';$/gms)]
    .map(([, names = '']) => names)
    .join(' ');

test('[OP8] every command of the terminal runs by the one function that says where it works, and none opens a database otherwise', () => {
  const programs = terminalCommands();
  expect(programs.length).toBeGreaterThanOrEqual(7);
  for (const program of programs) {
    const source = readFileSync(program, 'utf8');
    expect(source, program).toMatch(/^await runCommand\(/m);
    expect(imported(source), program).toContain('runCommand');
  }
  const openers = sourceFiles(['server', 'app', 'db']).filter((path) =>
    OPENS.test(imported(readFileSync(path, 'utf8'))),
  );
  expect(openers.sort()).toEqual(Object.keys(OPENERS).sort());
});

test.each([
  ["import { openDatabase } from './kernel/database.ts';", true],
  ["import {\n  type Database,\n  openPostgres,\n} from '#db/kernel/client.ts';", true],
  ["import type { openDatabase } from './kernel/database.ts';", false],
  ["import { openForCommand } from './operations/command/open-for-command.ts';", false],
])('[OP8] planted: %s', (source, isOpener) => expect(OPENS.test(imported(source))).toBe(isOpener));
