import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { findInSource, ROOMS, sourceFiles } from '#tests/support/architecture/source-files.ts';
import {
  environmentAccess,
  impurity,
  loggedFacts,
  outerHandle,
  ownPatience,
  screenWords,
  transactionCast,
  unreadAnswer,
} from '#tests/support/architecture/source-judges.ts';

const WALL = 300;
const FORBIDDEN_FOLDERS = new Set(['utils', 'helpers', 'lib', 'types', 'hooks', 'services']);

const everywhere = (folders: readonly string[], judge: (node: ts.Node) => string | null) =>
  sourceFiles(folders).flatMap((path) => findInSource(path, judge));
const inText = (text: string, judge: (node: ts.Node) => string | null) =>
  findInSource('fixture.tsx', judge, text).map(({ what }) => what);

describe('files and folders', () => {
  test('[H2] no source file passes the wall of 300 lines', () => {
    const files = [...sourceFiles(ROOMS), ...globSync('*.{ts,js,cjs}')];
    const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n').length;
    expect(files.filter((path) => lines(path) > WALL)).toEqual([]);
  });

  test('[H3] no barrel: only the process is called index', () => {
    const barrels = sourceFiles(ROOMS).filter((path) => /^index\.tsx?$/.test(basename(path)));
    expect(barrels.filter((path) => path !== 'server/index.ts')).toEqual([]);
  });

  test('[H3] no folder or file that gathers what has no name', () => {
    const files = sourceFiles(ROOMS);
    expect(
      files.filter((path) =>
        dirname(path)
          .split('/')
          .some((part) => FORBIDDEN_FOLDERS.has(part)),
      ),
    ).toEqual([]);
    expect(files.filter((path) => basename(path) === 'constants.ts')).toEqual([]);
  });

  test('[H4] only server/kernel/env.ts reads the environment', () => {
    const readers = everywhere(['shared', 'db', 'server', 'app'], environmentAccess);
    expect(readers.filter(({ where }) => !where.startsWith('server/kernel/env.ts:'))).toEqual([]);
  });
});

describe('[DE6] what looks for work in the database again and again is a round, of which `startEveryRound` knows', () => {
  /** What else has a beat of its own: it looks at the machine, or at what the process itself holds. */
  const BEATS = [
    'server/documents/conversion/converter.ts', // weighs a converter
    'server/library/dataset/checks.ts', // says that a check goes on, as long as it does
    'server/library/dataset/run-check.ts', // weighs a check
    'server/operations/state/loop-delay.ts', // measures the turns of the process
    'server/realtime/door/http-fallback.ts', // forgets connections
    'server/realtime/room-registry.ts', // pings connections, and closes rooms that nobody is in
    'server/realtime/sleep-watch.ts', // sees that the machine has slept
  ];
  test('the tree keeps it', () => {
    const beating = sourceFiles(['server', 'db']).filter((path) =>
      /\bsetInterval\(/.test(readFileSync(path, 'utf8')),
    );
    expect(beating.sort()).toEqual(BEATS);
  });
});

describe('[H24] inside a transaction only its own handle is used', () => {
  test('the tree keeps it', () => {
    const found = sourceFiles(['db', 'server', 'app'])
      .filter((path) => readFileSync(path, 'utf8').includes('.transaction('))
      .flatMap((path) => findInSource(path, outerHandle));
    expect(found).toEqual([]);
  });

  test.each([
    ['db.transaction(async (tx) => { await save(db, 1); })', 1],
    ['site.db.transaction((tx) => site.db.execute(one))', 1],
    ['db.transaction(async (tx) => { await save({ ...site, db: tx }); })', 0],
    ['db.transaction(async (tx) => rows.map((db) => save(tx, db)))', 0],
  ])('%s', (code, faults) => expect(inText(code, outerHandle)).toHaveLength(faults));
});

describe('[H16] a transaction is a `Db` without a cast', () => {
  test('the tree keeps it', () => {
    const casts = sourceFiles(ROOMS)
      .filter((path) => / as Db\b/.test(readFileSync(path, 'utf8')))
      .flatMap((path) => findInSource(path, transactionCast).map(() => path));
    expect(casts).toEqual([]);
  });

  test.each(['transaction as Db', 'tx as Db', 'tx as unknown as Db', 'database.db as Db'])(
    'a planted %s is found',
    (cast) => {
      expect(inText(`run((tx) => change(${cast}));`, transactionCast)).toEqual([cast]);
    },
  );

  test.each(['const none = {} as Db;', 'const db = drizzle(pool) as unknown as Db;', 'change(tx as Tx);'])(
    'an innocent line is left alone: %s',
    (source) => {
      expect(inText(source, transactionCast)).toEqual([]);
    },
  );
});

describe('[H28] what a built-in gives is read', () => {
  test('the tree keeps it', () => {
    expect(everywhere(['shared', 'db', 'server', 'app'], unreadAnswer)).toEqual([]);
  });

  test.each([
    ['decodeURIComponent', 'try { decodeURIComponent(text); } catch { refuse(); }'],
    ['URL', 'new URL(address);'],
    ['JSON.parse', 'void JSON.parse(text);'],
    ['Intl.DateTimeFormat', "new Intl.DateTimeFormat('fr', { timeZone });"],
    ['Math.max', 'Math.max(...counts);'],
  ])('a planted %s is found', (what, source) => expect(inText(source, unreadAnswer)).toEqual([what]));

  test.each([
    'const read = decodeURIComponent(text);',
    'Object.assign(target, change);',
    'store.set(new URL(address));',
    'const Map = own(); Map.draw();',
  ])('an innocent line is left alone: %s', (source) => expect(inText(source, unreadAnswer)).toEqual([]));
});

describe('[SC12] a line of the log says what is listed, and no other fact', () => {
  test('the tree keeps it', () => {
    expect(everywhere(['shared', 'db', 'server', 'app'], loggedFacts)).toEqual([]);
  });

  test.each([
    ['title', "log.warn({ err, title }, 'x');"],
    ['said', "this.#options.log?.error({ code: 1, room, said }, 'x');"],
    ['about', "services.log.error({ err: error, ...about }, 'x');"],
    ['detail', "log[isLoud ? 'error' : 'info']({ ...(one && { detail }) }, 'x');"],
    ['String(error)', 'log.error(String(error));'],
    ['title + 1', 'log.error(title + 1);'],
  ])('a planted %s is found', (what, source) => {
    expect(inText(source, loggedFacts).join()).toContain(what);
  });

  test.each([
    "log.info('ready');",
    "log.error({ err: error, room: name }, 'x');",
    'Math.log(2);',
    'log.map(one);',
  ])('an innocent line is left alone: %s', (source) => expect(inText(source, loggedFacts)).toEqual([]));
});

describe('[H5] shared/ has no clock, no chance, no input and output', () => {
  test('the tree keeps it', () => {
    expect(everywhere(['shared'], impurity)).toEqual([]);
  });

  test.each([
    ['new Date()', 'export const now = new Date();'],
    ['Date.now', 'export const now = () => Date.now();'],
    ['Date()', 'export const now = Date();'],
    ['Math.random', 'export const dice = Math.random();'],
    ['randomUUID', 'export const id = (from: Crypto) => from.randomUUID();'],
    ['fetch', "export const page = () => fetch('/x');"],
    ['console', "console.log('x');"],
    ['process', 'export const pid = process.pid;'],
    ['setTimeout', 'setTimeout(() => undefined, 10);'],
    ['document', 'export const body = document.body;'],
  ])('a planted %s is found', (what, source) => {
    expect(inText(source, impurity)).toEqual([what]);
  });

  test.each([
    'export const read = (iso: string) => new Date(iso);',
    'export const title = (document: { title: string }) => document.title;',
    'export const words = { document: { fetch: 1 } };',
    "export type Kind = { document: 'document' };",
    "import { document } from './document.ts'; export const copy = { ...document };",
    "import { document as words } from './document.ts'; export const copy = { ...words };",
    '/** Never console.log here, nor new Date(). */ export const nothing = null;',
  ])('an innocent line is left alone: %s', (source) => {
    expect(inText(source, impurity)).toEqual([]);
  });
});

describe('[H6] the words of the screen live in *.fr.ts of shared/', () => {
  test('the tree keeps it', () => {
    expect(everywhere(['app'], screenWords)).toEqual([]);
  });

  test.each([
    ['Enregistrer', 'export const A = () => <button>Enregistrer</button>;'],
    ['Enregistré', "export const text = 'Enregistré';"],
    ['«\u202fville\u202f»', 'export const text = `«\u202fville\u202f»`;'],
    ['Fermer', 'export const A = () => <button aria-label="Fermer" />;'],
    ['Ouvrir', "export const A = () => <p>{'Ouvrir'}</p>;"],
  ])('a planted « %s » is found', (what, source) => {
    expect(inText(source, screenWords)).toEqual([what]);
  });

  test.each([
    '/* Un commentaire accentué. */ export const A = () => <p className="text-lg">{words.title} · </p>;',
    'export const A = () => <a href="/connexion" rel="nofollow">{words.signIn}</a>;',
  ])('an innocent line is left alone: %s', (source) => {
    expect(inText(source, screenWords)).toEqual([]);
  });
});

describe('[H26] every test waits as long as any other, so that no clock of a busy machine decides', () => {
  test('the tree keeps it', () => {
    // Lines that are kept, and programs that are only asked who they are.
    const asking = new Set(['find-browser', 'find-services', 'people/demonstration', 'patience']);
    const files = globSync('tests/{app,architecture,db,e2e,server,shared,support,whole}/**/*.{ts,tsx}');
    const found = files
      .filter((path) => !asking.has(path.replace(/^tests\/support\/|\.ts$/g, '')))
      .flatMap((path) => findInSource(path, ownPatience));
    expect(found).toEqual([]);
  });

  /** Where a clock is told, given or compared with another, and decides nothing; what a machine spends is judged by its processor. */
  const MEASURING = [
    'tests/server/realtime/crowd.long.test.ts',
    'tests/server/realtime/doc/doc-lane.long.test.ts',
    'tests/server/realtime/idle-rooms.test.ts',
    'tests/server/realtime/sleep-watch.test.ts',
  ];
  test('no time that a clock measured is judged', () => {
    const files = globSync('tests/{app,architecture,db,e2e,server,shared,whole}/**/*.{ts,tsx}');
    const measuring = files.filter((path) => readFileSync(path, 'utf8').includes(`performance.${'now'}(`));
    expect(measuring.sort()).toEqual(MEASURING);
  });

  test.each([
    ['timeout: 20_000', 'await expect(button).toBeVisible({ timeout: 20_000 });'],
    ['timeout: 30 * 60_000', "test('one', { timeout: 30 * 60_000 }, run);"],
    ['test(…, 60_000)', "test('one', run, 60_000);"],
    ['test.each([1])(…, 60_000)', "test.each([1])('one', run, 60_000);"],
    ['beforeAll(…, 300_000)', 'beforeAll(prepare, 300_000);'],
    ['test.setTimeout', 'test.setTimeout(90_000);'],
  ])('a planted %s is found', (what, source) => expect(inText(source, ownPatience)).toEqual([what]));

  test.each([
    'await expect(option).toBeVisible(ONE_LOOK);',
    "await until('it is there', isThere);",
    "test('one', () => take(1, 2));",
    'server.listen({ timeout });',
  ])('an innocent line is left alone: %s', (source) => expect(inText(source, ownPatience)).toEqual([]));
});
