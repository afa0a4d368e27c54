import { expect, test, vi } from 'vitest';
import { createNameBook } from '#app/documents/insert/name-book.ts';
import type { ObjectNames } from '#shared/documents/text/object-names.ts';

const ref = (id: string) => ({ kind: 'document', id });
const named = (name: string) => ({ name, href: '/documents/x' });

function world(titles: Record<string, string>, againMs?: number) {
  const asked: (readonly string[])[] = [];
  const state = { isReachable: true };
  const book = createNameBook(async (keys) => {
    asked.push(keys);
    if (!state.isReachable) throw new TypeError('Failed to fetch');
    const known = keys.flatMap((key) => (titles[key] ? [[key, named(titles[key])] as const] : []));
    return Object.fromEntries(known) as ObjectNames;
  }, againMs);
  return { book, asked, state };
}

test('[D10] the names of a whole text are asked for once, in one request; what is hidden has none', async () => {
  const { book, asked } = world({ 'document:a': 'Guide' });
  const onNews = vi.fn();
  for (const id of ['a', 'b', 'a']) expect(book.look(ref(id), onNews).named).toBeUndefined();
  await expect.poll(() => onNews.mock.calls.length).toBe(1);
  expect(asked).toEqual([['document:a', 'document:b']]);
  expect(book.look(ref('a'), onNews).named).toEqual(named('Guide'));
  expect(book.look(ref('b'), onNews).named).toBeNull();
  expect(asked).toHaveLength(1);
});

test('[D10] a hundred names are asked for sixty at a time, and what the page brought is not asked for', async () => {
  const { book, asked } = world({});
  book.teach({ 'document:0': named('Su') });
  for (let id = 0; id < 100; id++) book.look(ref(String(id)), () => undefined);
  await expect.poll(() => asked.length).toBe(2);
  expect(asked.map((keys) => keys.length)).toEqual([60, 39]);
});

test('[D10] names that come with the page after somebody looked are told, also when the answer says the same', async () => {
  const { book, asked } = world({ 'document:a': 'Guide' });
  const seen: unknown[] = [];
  const draw = () => void seen.push(book.look(ref('a'), draw).named);
  draw();
  book.teach({ 'document:a': named('Guide') });
  await expect.poll(() => asked.length).toBe(1);
  await expect.poll(() => seen.at(-1)).toEqual(named('Guide'));
});

test('[D10] a title that changed elsewhere is told; a server that does not answer changes nothing', async () => {
  const titles = { 'document:a': 'Avant' };
  const { book, asked, state } = world(titles);
  const onNews = vi.fn();
  book.look(ref('a'), onNews);
  await expect.poll(() => onNews.mock.calls.length).toBe(1);
  state.isReachable = false;
  book.refresh();
  await expect.poll(() => asked.length).toBe(2);
  expect(book.look(ref('a'), onNews).named).toEqual(named('Avant'));
  state.isReachable = true;
  titles['document:a'] = 'Après';
  book.refresh();
  await expect.poll(() => onNews.mock.calls.length).toBe(2);
  expect(book.look(ref('a'), onNews).named).toEqual(named('Après'));
});

test('[D10] a name that could not be asked for is asked again by itself, until it is known', async () => {
  const { book, asked, state } = world({ 'document:a': 'Guide' }, 5);
  const onNews = vi.fn();
  state.isReachable = false;
  book.look(ref('a'), onNews);
  await expect.poll(() => asked.length).toBeGreaterThan(2);
  state.isReachable = true;
  await expect.poll(() => onNews.mock.calls.length).toBe(1);
  expect(book.look(ref('a'), onNews).named).toEqual(named('Guide'));
});
