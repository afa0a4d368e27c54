import { expect, test } from 'vitest';
import { keyAtEnd, keyOneStep } from '#shared/library/resource/collection.ts';
import { checkSize, roomForPiece } from '#shared/library/resource/upload.ts';

test('[RS8] a file begins to come when its size may be', () => {
  expect(checkSize(10, 10)).toEqual({ ok: true, value: undefined });
  expect(checkSize(11, 10)).toEqual({ ok: false, error: 'upload.tooLarge' });
  for (const wrong of [0, -1, 1.5, Number.NaN, 2 ** 60])
    expect(checkSize(wrong, 2 ** 62)).toEqual({ ok: false, error: 'upload.empty' });
});

test('[RS8] a piece begins exactly where the file has come to', () => {
  expect(roomForPiece({ received: 90, total: 100 }, 90)).toEqual({ ok: true, value: 10 });
  for (const offset of [0, 89, 91, Number.NaN])
    expect(roomForPiece({ received: 90, total: 100 }, offset)).toEqual({
      ok: false,
      error: 'upload.elsewhere',
    });
});

/** Resources put one after the other, as the database gives them back. */
function placed(ids: readonly string[]) {
  const items: { id: string; order: string }[] = [];
  for (const id of ids) {
    const key = keyAtEnd(items, id);
    if (!key.ok) throw new Error(key.error);
    items.push({ id, order: key.value });
  }
  return items;
}

test('[RS13] what comes into a collection stands at its end, once', () => {
  const items = placed(['a', 'b', 'c']);
  expect([...items].sort((x, y) => (x.order < y.order ? -1 : 1)).map(({ id }) => id)).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(keyAtEnd(items, 'b')).toEqual({ ok: false, error: 'collection.already' });
  const many = Array.from({ length: 200 }, (_, at) => ({ id: `r${at}`, order: `a${at}` }));
  expect(keyAtEnd(many, 'new')).toEqual({ ok: false, error: 'collection.full' });
});

test('[RS13] one step up or down changes one key, and nothing at the ends', () => {
  const items = placed(['a', 'b', 'c']);
  const after = (id: string, step: -1 | 1) => {
    const order = keyOneStep(items, id, step);
    const moved = items.map((item) => (item.id === id && order ? { ...item, order } : item));
    return moved.sort((x, y) => (x.order < y.order ? -1 : 1)).map((item) => item.id);
  };
  expect(after('c', -1)).toEqual(['a', 'c', 'b']);
  expect(after('a', 1)).toEqual(['b', 'a', 'c']);
  expect(keyOneStep(items, 'a', -1)).toBeNull();
  expect(keyOneStep(items, 'c', 1)).toBeNull();
  expect(keyOneStep(items, 'absent', 1)).toBeNull();
});
