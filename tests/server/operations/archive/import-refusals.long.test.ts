import { createHash, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { findAdministrator } from '#db/operations/archive/open-archives.ts';
import { readEnv } from '#server/kernel/env.ts';
import { openFileStore } from '#server/kernel/file/open-file-store.ts';
import { importArchive } from '#server/operations/archive/import-archive.ts';
import { ArchiveRefusal, readArchive } from '#server/operations/archive/read-archive.ts';
import { archiveCommand as words } from '#shared/operations/archive/archive-command.fr.ts';
import {
  countsOf,
  demonstrationArchive,
  type Machine,
  newMachine,
  on,
} from '#tests/support/operations/archive-machines.ts';
import { freshFolder, runCommand } from '#tests/support/operations/backups.ts';
import type { ReadArchive } from '#tests/support/operations/open-archives.ts';

const cleanups: (() => Promise<unknown>)[] = [];
let folder: string;
let original: string;
let first: ReadArchive;

beforeAll(async () => {
  folder = await freshFolder(cleanups);
  ({ file: original, archive: first } = await demonstrationArchive(cleanups, folder));
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** The first archive again, some of its files as `change` wants them, its description true of them unless it is changed too. */
async function rewritten(
  change: (path: string, bytes: Buffer) => Buffer,
  describe: (about: Record<string, unknown>) => unknown = (about) => about,
): Promise<Buffer> {
  const zip = new ZipFile();
  const about = JSON.parse(first.text('datapackage.json'));
  for (const resource of about.resources) {
    const bytes = change(resource.path, first.bytes(resource.path));
    zip.addBuffer(bytes, resource.path);
    resource.bytes = bytes.length;
    resource.hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  }
  zip.addBuffer(Buffer.from(JSON.stringify(describe(about))), 'datapackage.json');
  zip.end();
  return Buffer.concat(
    await (zip.outputStream as NodeJS.ReadableStream & { toArray(): Promise<Buffer[]> }).toArray(),
  );
}

const same = (_: string, bytes: Buffer) => bytes;
const whole = () => readFile(original);
const BAD: readonly (readonly [string, string, () => Promise<Buffer>])[] = [
  ['is cut', 'n’est pas une archive ZIP entière', async () => (await whole()).subarray(0, -200)],
  ['is none', 'n’est pas une archive ZIP entière', async () => Buffer.from('bonjour')],
  [
    'is of others',
    'n’est pas une archive ouverte de Cordée',
    async () => rewritten(same, () => ({ resources: [] })),
  ],
  [
    'is newer',
    'version plus récente',
    async () =>
      rewritten(same, (about) => ({ ...about, cordee: { ...(about.cordee as object), format: 2 } })),
  ],
  [
    'was changed since',
    'n’est pas celui qu’elle décrit',
    async () =>
      rewritten(same, (about) => ({
        ...about,
        resources: (about.resources as Record<string, unknown>[]).map((one, index) =>
          index === 3 ? { ...one, hash: `sha256:${'0'.repeat(64)}` } : one,
        ),
      })),
  ],
  [
    'has a path that leaves it',
    'qui en sortiraient',
    async () =>
      Buffer.from(
        (await whole()).toString('latin1').replaceAll('LISEZ-MOI.html', '../SEZ-MOI.html'.slice(0, 14)),
        'latin1',
      ),
  ],
  [
    'claims more than it can hold',
    'démesuré',
    async () => {
      const zip = new ZipFile();
      zip.addBuffer(Buffer.alloc(150_000_000), 'zeros');
      zip.end();
      return Buffer.concat(
        await (zip.outputStream as NodeJS.ReadableStream & { toArray(): Promise<Buffer[]> }).toArray(),
      );
    },
  ],
  [
    'says what is no text',
    'ne sait pas montrer',
    async () =>
      rewritten((path, bytes) =>
        /\/documents\/.*\.json$/.test(path) ? Buffer.from('{"content":{"type":"doc","content":[7]}}') : bytes,
      ),
  ],
  [
    'says a value that no page knows',
    'ne sait pas montrer',
    async () =>
      rewritten((path, bytes) =>
        path.endsWith('donnees/documents.json')
          ? Buffer.from(bytes.toString().replaceAll('"group"', '"tout-le-monde"'))
          : bytes,
      ),
  ],
];

/** Those that the command itself is given: one that it cannot read, one that it cannot bring in. */
const BY_COMMAND = new Set(['is cut', 'says what is no text']);

/** How the command ends, and what it says. */
async function saidByCommand(machine: Machine, file: string): Promise<readonly string[]> {
  const { code, err } = await runCommand('import-archive', machine, file);
  expect(code).toBe(1);
  return err.trim().split('\n');
}

/** What it would say, without a process of its own. */
async function saidInside(machine: Machine, file: string): Promise<readonly string[]> {
  try {
    await on(machine, async (database) => {
      const archive = await readArchive(file, new AbortController().signal);
      const by = await findAdministrator(database.db);
      if (!by) throw new Error('the machine has an administrator');
      const store = await openFileStore(readEnv(machine), machine.DATA_DIR ?? '');
      await importArchive({ database, archive, store, by, now: new Date() }).finally(() => archive.close());
    });
    return [];
  } catch (error) {
    if (error instanceof ArchiveRefusal) return words.faults[error.fault].split('\n');
    throw error;
  }
}

describe('[OA8] an archive is refused in one sentence, with nothing changed', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await newMachine(cleanups);
  });

  test.each(BAD)('when it %s', async (how, sentence, make) => {
    const file = join(folder, `${randomUUID()}.zip`);
    await writeFile(file, await make());
    const before = await countsOf(machine);
    const said = await (BY_COMMAND.has(how) ? saidByCommand : saidInside)(machine, file);
    expect(said).toEqual([expect.stringContaining(sentence)]);
    expect(await countsOf(machine)).toEqual(before);
  });
});
