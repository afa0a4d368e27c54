import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findVintage } from '#db/programme/territory/register.ts';
import { listCities } from '#db/programme/territory/territories.ts';
import { holdDataDir } from '#server/kernel/data-dir.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { shippedVintage } from '#server/programme/territory/register.ts';
import { csvOf, REAL_LIST_NAME, realList } from '#tests/support/programme/city-files.ts';
import { programEnvironment } from '#tests/support/test-environment.ts';

/** Real communes, as few as each case needs: the command loads the real register. */
const AMBERIEU = ['01004', 'Ambérieu-en-Bugey', 'ACV008', 'Ambérieu-en-Bugey', 'oui', '2019-09-24'];
const AJACCIO = ['2A004', 'Ajaccio', 'ACV004', 'Ajaccio', 'oui', '2018-07-12'];

let folder: string;
const dataDir = () => join(folder, 'data');

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as npm does: from the project, the caller's folder in INIT_CWD. */
function run(args: readonly string[], environment: Record<string, string> = {}): Promise<Run> {
  const env = { ...programEnvironment(), DATA_DIR: dataDir(), ...environment };
  return new Promise((done) => {
    execFile(process.execPath, ['server/import-cities.ts', ...args], { env }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** What the data folder holds once the command has let go of it. */
async function stored() {
  const database = await openDatabase({ DATABASE_URL: undefined }, dataDir());
  try {
    const cities = (await listCities(database.db)).map(({ code }) => code);
    return { cities, vintage: await findVintage(database.db) };
  } finally {
    await database.close();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-cities-'));
  await mkdir(dataDir());
  const made = await openDatabase({ DATABASE_URL: undefined }, dataDir());
  await made.close();
  const small = await fileOf('villes.csv', csvOf([AMBERIEU]));
  expect(await run([small])).toMatchObject({ code: 0, err: '' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('[T10] the first import loads the national register of the installed package', async () => {
  expect(await stored()).toEqual({ cities: ['01004'], vintage: await shippedVintage() });
});

test('[T9] the same file again says that nothing changed', async () => {
  const { code, out } = await run(['villes.csv'], { INIT_CWD: folder });
  expect(out).toContain('1 commune lue, dont 1 dans 1 convention du programme.');
  expect(out).toContain('Rien à changer');
  expect(code).toBe(0);
});

test('[T8] a commune that left the file is said to be kept', async () => {
  const { code, out } = await run([await fileOf('autre.csv', csvOf([AJACCIO]))]);
  expect(out).toContain('Ambérieu-en-Bugey (01004)\u00a0: absente du fichier, conservée.');
  expect(code).toBe(0);
  expect((await stored()).cities).toEqual(['01004', '2A004']);
});

describe('[T4] a refused file: exit code 1, the report line by line, nothing written', () => {
  test('lost zeros, merged and unknown communes', async () => {
    const before = await stored();
    const file = await fileOf(
      'refusee.csv',
      csvOf([
        ['1004', 'Ambérieu-en-Bugey', 'ACV008', 'Ambérieu', 'oui', ''],
        ['50173', 'Équeurdreville', 'ACV009', 'Équeurdreville', 'oui', ''],
        ['35360', 'Vitré', 'ACV010', 'Vitré', 'oui', ''],
        ['99999', 'Nulle-Part', 'ACV11', 'Nulle-Part', 'oui', '31/02/2020'],
      ]),
    );
    const { code, out, err } = await run([file]);
    expect(code).toBe(1);
    expect(err.split('\n').map((line) => line.slice(0, 9))).toEqual([
      'Ligne 2\u00a0:',
      'Ligne 3\u00a0:',
      'Ligne 5\u00a0:',
      'Ligne 5\u00a0:',
      'Ligne 5\u00a0:',
      'Import re',
      '',
    ]);
    expect(err).toContain('01004 (Ambérieu-en-Bugey)');
    expect(err).toContain('Cherbourg-en-Cotentin (50129)');
    expect(out).not.toContain('Enregistré');
    expect(await stored()).toEqual(before);
  });

  test('a workbook, a file that is not there, no file', async () => {
    const workbook = await fileOf('classeur.csv', Uint8Array.of(0x50, 0x4b, 0x03, 0x04));
    expect(await run([workbook])).toMatchObject({
      code: 1,
      err: expect.stringContaining('classeur de tableur'),
    });
    expect(await run(['absent.csv'])).toMatchObject({ code: 1, err: expect.stringContaining('absent.csv') });
    expect(await run([])).toMatchObject({ code: 1, err: expect.stringContaining('import:villes') });
  });
});

test('[S2] while the server holds the data, the command refuses and names the page', async () => {
  const held = await holdDataDir(dataDir());
  try {
    const { code, err } = await run(['villes.csv'], { INIT_CWD: folder });
    expect(code).toBe(1);
    expect(err).toContain('Administration, Territoires');
    expect(err.trim().split('\n')).toHaveLength(1);
  } finally {
    await held.release();
  }
});

test.skipIf(!realList)(
  `the real list (${REAL_LIST_NAME}): 246 communes, 235 in 222 conventions`,
  async () => {
    const { code, out, err } = await run([realList ?? '']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('246 communes lues, dont 235 dans 222 conventions du programme.');
    expect((await stored()).cities).toHaveLength(246);
  },
);
