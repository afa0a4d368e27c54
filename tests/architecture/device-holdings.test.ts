import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { importsOf } from '#tests/architecture/domain-order.ts';
import { findInSource, sourceFiles } from '#tests/support/architecture/source-files.ts';
import { isFreeVariable } from '#tests/support/architecture/source-judges.ts';

/** What closing does to something that a browser keeps ([L11], [L12]), and how its name begins. */
const SEALED = 'sealed for its owner when unsent, else removed';
const LEAVES = 'removed when the browser is somebody else’s';
const NOBODYS = 'says nothing of anybody';
const KEEPS: Readonly<Record<string, readonly [name: string, atTheEnd: string]>> = {
  'app/kernel/menu/fold-menu.ts document.cookie': ['cordee-menu', NOBODYS],
  'app/documents/excerpt/copied-passage.ts localStorage.setItem': ['ownKey(account', LEAVES],
  'app/library/resource/begun-uploads.ts localStorage.setItem': ['ownKey(account', LEAVES],
  'app/realtime/kept-drafts.ts localStorage.setItem': ['DRAFT_PREFIX', SEALED],
  'app/realtime/closing/open-sealed.ts localStorage.setItem': ['localStorage.setItem(key, value)', SEALED],
  'app/realtime/closing/local-keys.ts localStorage.setItem': ['cordee:compte', LEAVES],
  'app/realtime/generation.ts localStorage.setItem': ['copyName(userId', LEAVES],
  'app/realtime/tab-memory.ts sessionStorage.setItem': ['sessionStorage.setItem(key, value)', NOBODYS],
  'app/realtime/aside.ts IndexeddbPersistence': ['asidePrefix(userId, room)', SEALED],
  'app/realtime/device-copy.ts IndexeddbPersistence': ['IndexeddbPersistence(name, doc)', SEALED],
  'app/realtime/databases.ts indexedDB.open': ['indexedDB.open(name)', SEALED],
  'app/realtime/closing/open-sealed.ts indexedDB.open': ['indexedDB.open(name)', SEALED],
  'app/realtime/closing/sealed-store.ts indexedDB.open': ['sealedName(account)', 'is what is sealed'],
  'app/kernel/offline/kept-store.ts indexedDB.open': ['KEPT_DATABASE', LEAVES],
  'app/kernel/offline/room-images.ts caches.open': ['images', LEAVES],
  'app/kernel/offline/built-files.ts caches.open': ['build-', NOBODYS],
};

/** How what leaves is named in the local storage; but for whose browser it is, which closing itself keeps. */
const NAMES_ITS_ACCOUNT = /^(?:ownKey\(account|copyName\(userId|cordee:compte$)/;

/** What the tabs of one browser remember, by the constants that name it. */
const IN_TABS = ['app/realtime/line.ts FALLBACK', 'app/realtime/http-downstream.ts BUFFERED'];

const STORES = new Set(['localStorage', 'sessionStorage', 'indexedDB', 'caches']);
/** What of a store looks, lists or removes. */
const HARMLESS = new Set(['getItem', 'removeItem', 'databases', 'deleteDatabase', 'match', 'keys', 'delete']);
const OTHER_WAYS = /^(?:document\.cookie|navigator\.storage\.getDirectory|cookieStore\.set)$/;

/** Something by which a page or the worker keeps something in the browser; else null. */
function keeping(node: ts.Node): string | null {
  if (ts.isNewExpression(node) && node.expression.getText() === 'IndexeddbPersistence')
    return 'IndexeddbPersistence';
  if (ts.isPropertyAccessExpression(node) && OTHER_WAYS.test(node.getText())) return node.getText();
  if (!ts.isIdentifier(node) || !STORES.has(node.text) || !isFreeVariable(node)) return null;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node)
    return HARMLESS.has(parent.name.text) ? null : `${node.text}.${parent.name.text}`;
  // Handed on, or written to by an index: whoever gets it may keep something.
  const isList = ts.isCallExpression(parent) && parent.expression.getText() === 'Object.keys';
  const isAsked = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InKeyword;
  return isList || isAsked ? null : node.text;
}

const found = (files: readonly string[]) =>
  files.flatMap((path) => findInSource(path, keeping).map(({ what }) => `${path} ${what}`));

test('[L11] everything that a browser keeps of us is listed, with what the end of a session does to it', () => {
  expect([...new Set(found(sourceFiles(['app', 'shared'])))].toSorted()).toEqual(
    Object.keys(KEEPS).toSorted(),
  );
  for (const [place, [name, atTheEnd]] of Object.entries(KEEPS)) {
    const [path = '', how] = place.split(' ');
    expect(readFileSync(path, 'utf8'), place).toContain(name);
    // What names nobody leaves when an account opens its first page, which may be after it was kept.
    if (how === 'localStorage.setItem' && atTheEnd === LEAVES) expect(name, place).toMatch(NAMES_ITS_ACCOUNT);
  }
});

test('[L11] a tab remembers which line it uses, and nothing else', () => {
  const uses = sourceFiles(['app']).flatMap((path) => {
    if (!readFileSync(path, 'utf8').includes('tab-memory.ts')) return [];
    return findInSource(path, (node) =>
      ts.isCallExpression(node) && node.expression.getText() === 'remember'
        ? (node.arguments[0]?.getText() ?? '')
        : null,
    ).map(({ what }) => `${path} ${what}`);
  });
  expect(uses.toSorted()).toEqual(IN_TABS.toSorted());
});

test.each([
  [`localStorage.setItem('a', 'b')`, 'localStorage.setItem'],
  [`localStorage['a'] = 'b'`, 'localStorage'],
  [`keep(sessionStorage)`, 'sessionStorage'],
  [`document.cookie = 'a=b'`, 'document.cookie'],
  [`const made = new IndexeddbPersistence('a', doc)`, 'IndexeddbPersistence'],
  [`await caches.open('a')`, 'caches.open'],
])('%s is found', (text, what) => {
  expect(findInSource('planted.ts', keeping, text).map((one) => one.what)).toEqual([what]);
});

/** What a page has and a worker has not: to name it there fails, without a word where the failure is caught. */
const OF_PAGES = new Set([
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'history',
  'alert',
  'screen',
]);

const ofPages = (node: ts.Node) =>
  ts.isIdentifier(node) && OF_PAGES.has(node.text) && isFreeVariable(node) ? node.text : null;

/** A module and all that it takes from us, types left out. */
function modulesOf(entry: string): ReadonlySet<string> {
  const seen = new Set([entry]);
  for (const path of seen) {
    const text = readFileSync(path, 'utf8').replaceAll(/^import type [^;]*;/gm, '');
    for (const { to } of importsOf(path, text)) if (existsSync(to)) seen.add(to);
  }
  return seen;
}

test('[L11] no module of the service worker names what only a page has', () => {
  const modules = modulesOf('app/kernel/offline/service-worker.ts');
  expect(modules.size).toBeGreaterThan(15);
  expect(modules).toContain('app/realtime/closing/close-copies.ts');
  expect([...modules].flatMap((path) => findInSource(path, ofPages))).toEqual([]);
  const planted = `export const all = () => Object.keys(localStorage); const { document } = read();`;
  expect(findInSource('planted.ts', ofPages, planted).map(({ what }) => what)).toEqual(['localStorage']);
});
