import { execFile, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testEnvironment } from '#tests/support/test-environment.ts';

const page = readFileSync('docs/guide-developers.md', 'utf8');

/** The fenced blocks of the tutorial that are in this language, in order. */
const blocks = (language: string) =>
  [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );

const diffs = blocks('diff');
const fileOf = (diff: string) => /^\+\+\+ b\/(.+)$/m.exec(diff)?.[1] ?? '';
const isNew = (diff: string) => diff.startsWith('--- /dev/null');
const commands = blocks('sh').flatMap((text) => text.split('\n').filter(Boolean));
/** What the tutorial runs of Vitest, file by file. */
const ownTests = [
  ...new Set(commands.flatMap((one) => /^npx vitest run (.+)$/.exec(one)?.[1]?.split(' ') ?? [])),
];
const migration = commands.flatMap((one) => /^npm run db:generate -- --name (\w+)$/.exec(one)?.[1] ?? []);

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cordee-guide-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function copy(path: string, folder: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  cpSync(path, join(folder, path), { recursive: true });
}

/** A folder with nothing but the files that these changes begin from. */
function theirFiles(changes: readonly string[]): string {
  const folder = emptyFolder();
  for (const change of changes) if (!isNew(change)) copy(fileOf(change), folder);
  return folder;
}

/** Applies them one after the other; what of them does not apply, and why. */
function faultsOf(changes: readonly string[], folder: string): string[] {
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) };
  return changes.flatMap((input) => {
    const { status, stderr } = spawnSync('git', ['apply'], { cwd: folder, input, env, encoding: 'utf8' });
    return status === 0 ? [] : [`${fileOf(input)}: ${stderr}`];
  });
}

/** Runs one program of this Node in the folder, with no database of this run: what it says when it fails. */
function failureOf(folder: string, ...program: string[]): Promise<string | null> {
  const options = { cwd: folder, env: testEnvironment(false), maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) =>
    execFile(process.execPath, program, options, (error, stdout, stderr) =>
      done(error && `${program.join(' ')}\n${stdout}${stderr}`),
    ),
  );
}

test('[H25] every change of the tutorial applies to the files as they stand, one after the other', () => {
  expect(diffs.length).toBeGreaterThan(15);
  expect(faultsOf(diffs, theirFiles(diffs))).toEqual([]);
});

test('[H25] a change whose ground has moved is seen', () => {
  const [first = '', ...others] = diffs;
  const moved = first.replace(/^ .+$/m, ' | nothing that stands there |');
  expect(faultsOf([moved, ...others], theirFiles(diffs))).toEqual([expect.stringContaining(fileOf(first))]);
});

test('[H25] the list of the tutorial names the files that it changes, and its tests are there', () => {
  const lines = blocks('text')[0]?.split('\n').filter(Boolean) ?? [];
  const listed = lines.map((line) => line.split(' ')[0] ?? '');
  expect(page).toContain(`\n${listed.length} files: `);
  expect(listed.filter((path) => !path.startsWith('db/migrations/')).toSorted()).toEqual(
    diffs.map(fileOf).toSorted(),
  );
  const journeys = commands.flatMap((one) => /^npx playwright test (.+)$/.exec(one)?.[1] ?? []);
  const added = diffs.filter(isNew).map(fileOf);
  expect(journeys).toHaveLength(1);
  expect([...ownTests, ...journeys].filter((path) => !existsSync(path) && !added.includes(path))).toEqual([]);
});

test('[H30] the fact that the tutorial adds takes ten files of the product at most', () => {
  const product = diffs.map(fileOf).filter((path) => !/^(?:tests|docs)\/|^CHANGELOG/.test(path));
  expect(product).toContain('shared/programme/experiment/experiment-facts.ts');
  expect(product.length).toBeLessThanOrEqual(10);
});

test.runIf(process.env.TEST_LONG)(
  '[H25] what comes out of the tutorial is formatted, compiles and passes its tests, with the migration that it shows',
  async () => {
    const folder = emptyFolder();
    const rooms = ['shared', 'db', 'server', 'app', 'tests', 'docs', 'public'];
    for (const path of [...rooms, ...globSync(['*.{ts,js,cjs,json,md}', '.dependency-cruiser.cjs'])])
      copy(path, folder);
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    expect(faultsOf(diffs, folder)).toEqual([]);

    const [before = ''] = globSync('db/migrations/meta/*_snapshot.json', { cwd: folder });
    const [name = ''] = migration;
    expect(
      await failureOf(folder, 'node_modules/drizzle-kit/bin.cjs', 'generate', '--name', name),
    ).toBeNull();
    rmSync(join(folder, before));
    const [made = ''] = globSync(`db/migrations/*_${name}.sql`, { cwd: folder });
    expect(readFileSync(join(folder, made), 'utf8').trim()).toBe(blocks('sql')[0]?.trim());

    const code = diffs.map(fileOf).filter((path) => /\.tsx?$/.test(path));
    const biome = ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...code];
    expect(await failureOf(folder, ...biome)).toBeNull();
    expect(await failureOf(folder, 'node_modules/@react-router/dev/bin.cjs', 'typegen')).toBeNull();
    expect(await failureOf(folder, 'node_modules/@typescript/native/bin/tsc', '-p', '.')).toBeNull();
    expect(await failureOf(folder, 'node_modules/vitest/vitest.mjs', 'run', ...ownTests)).toBeNull();
  },
);
