import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  headerText,
  isStorable,
  isWellEncoded,
  storable,
  unstorableIn,
  utf8Text,
} from '#shared/kernel/storable.ts';

test('[SC16] what is left of any text is one that the database holds, and nothing else is taken away', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(isStorable(storable(text))).toBe(true);
      if (isStorable(text)) expect(storable(text)).toBe(text);
    }),
  );
});

test.each([
  ['nothing wrong', { title: 'Été', tags: ['a', { b: null }], n: 1 }, null],
  ['the value itself', 'a\0b', ''],
  ['NUL in a field', { title: 'a\0b' }, 'title'],
  ['half of a character', { title: 'a\ud800' }, 'title'],
  ['within lists', { cards: [{ title: 'ok' }, { title: '\udc00' }] }, 'cards.1.title'],
  ['the name of a field', { of: { 'a\0': 1 } }, 'of'],
  ['the first of several', { a: 'x\0', b: 'y\0' }, 'a'],
])('[SC16] %s', (_, value, path) => {
  expect(unstorableIn(value)).toBe(path);
});

test('[SC16] however deep it is', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(5_000)}"a\\u0000"${']'.repeat(5_000)}`);
  expect(unstorableIn(deep)).toMatch(/^0(\.0)+$/);
});

test('[SC19] every text that is written in UTF-8, and by signs of percent, is read as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const text = storable(given);
      // A mark at the beginning is no part of a text.
      if (!text.startsWith('\ufeff')) expect(utf8Text(new TextEncoder().encode(text))).toBe(text);
      const encoded = encodeURIComponent(text);
      expect(isWellEncoded(`/${encoded}?q=${encoded}`)).toBe(true);
      expect(headerText(encoded)).toBe(text);
    }),
  );
});

test.each(['%ff', '%c3', '%C3%28', 'a=1&b=%ed%a0%80', '%f8%88%80%80%80', '%e2%82x'])(
  '[SC19] %s writes no text',
  (written) => {
    expect(isWellEncoded(written)).toBe(false);
  },
);

test.each(['100%', '%', '%zz', 'a%20b', '/été', '%E2%82%AC%'])(
  '[SC19] a sign of percent is no fault: %s',
  (written) => {
    expect(isWellEncoded(written)).toBe(true);
  },
);

test('[SC19] bytes that are no UTF-8 are no text, nor is a header that is not percent-encoded', () => {
  for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0x61, 0xe2, 0x82]])
    expect(utf8Text(Uint8Array.from(bytes)), String(bytes)).toBeNull();
  for (const given of ['%', '%ff', 'caf\u00e9', 'a%00b', '\u0000'])
    expect(headerText(given), given).toBeNull();
});
