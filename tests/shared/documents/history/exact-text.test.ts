import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  exactTextInExport,
  exactTextOf,
  hasWords,
  readExactText,
  saysSame,
  shortFingerprint,
} from '#shared/documents/history/exact-text.ts';

const blocks = [
  {
    type: 'heading',
    attrs: { level: 2, id: 'a' },
    content: [{ type: 'text', text: 'Îlots « frais »', marks: [] }],
  },
];

test('[RV1] the exact text is canonical JSON of title and content: no key order, no blank and no date moves its hash', () => {
  const text = exactTextOf({ title: 'Guide', blocks });
  expect(text).toBe(
    '{"content":{"content":[{"attrs":{"id":"a","level":2},"content":[{"marks":[],"text":"Îlots « frais »","type":"text"}],"type":"heading"}],"type":"doc"},"title":"Guide"}',
  );
  const shuffled = JSON.stringify(
    {
      title: 'Guide',
      exportedAt: '2023-03-14T09:00:00Z',
      schema: 3,
      content: {
        content: [
          {
            content: [{ text: 'Îlots « frais »', type: 'text', marks: [] }],
            attrs: { id: 'a', level: 2 },
            type: 'heading',
          },
        ],
        type: 'doc',
      },
    },
    null,
    4,
  );
  expect(exactTextInExport(shuffled)).toBe(text);
  expect(createHash('sha256').update(text).digest('hex')).toMatch(/^[0-9a-f]{64}$/);
});

test('[RV1] one letter of the text or of the title is another exact text', () => {
  const text = exactTextOf({ title: 'Guide', blocks });
  expect(exactTextOf({ title: 'Guides', blocks })).not.toBe(text);
  expect(exactTextOf({ title: 'Guide', blocks: [...blocks, { type: 'paragraph' }] })).not.toBe(text);
});

test('[RV1] what any writer can put into a document has an exact text too', () => {
  const odd = { type: 'odd', attrs: { n: 12n, u: undefined, f: Number.NaN, b: new Uint8Array([1]) } };
  expect(exactTextOf({ title: '', blocks: [odd] })).toBe(
    '{"content":{"content":[{"attrs":{"b":{"0":1},"f":null,"n":"12n"},"type":"odd"}],"type":"doc"},"title":""}',
  );
});

test('[RV1] what is no export holds no exact text', () => {
  for (const file of [
    '',
    'null',
    '[]',
    '{}',
    '{"title":1,"content":{"content":[]}}',
    '{"title":"a","content":{}}',
  ])
    expect(exactTextInExport(file)).toBeNull();
  expect(readExactText('{"content":{"content":[],"type":"doc"},"title":"a"}')).toEqual({
    title: 'a',
    blocks: [],
  });
});

test('[MR14] a text that was kept without its title says the same as long as its blocks do', () => {
  const before = `${JSON.stringify(blocks, null, 1)}\n`;
  expect(saysSame(before, exactTextOf({ title: 'Guide', blocks }))).toBe(true);
  expect(saysSame(before, exactTextOf({ title: 'Guide', blocks: [] }))).toBe(false);
  const text = exactTextOf({ title: 'Guide', blocks });
  expect(saysSame(text, text)).toBe(true);
  expect(saysSame(text, exactTextOf({ title: 'Guides', blocks }))).toBe(false);
});

test('[RV2] a text has words or has none, whatever its title says', () => {
  expect(hasWords(exactTextOf({ title: '"text":', blocks: [{ type: 'paragraph' }] }))).toBe(false);
  expect(hasWords(exactTextOf({ title: '', blocks }))).toBe(true);
  expect(shortFingerprint('a3f9c2d1ffff')).toBe('a3f9c2d1');
});
