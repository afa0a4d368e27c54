import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { GuideBlock, GuideInline } from '#app/kernel/help/guide-block.ts';
import { findGuide, toldPlaces } from '#app/kernel/help/guides.server.ts';
import { readGuide } from '#app/kernel/help/read-guide.server.ts';
import { HELP_PLACES } from '#shared/kernel/help/help-places.ts';

const names = readdirSync('docs/guide').flatMap((file) => /^([a-z-]+)\.md$/.exec(file)?.[1] ?? []);
const folder = {
  guides: new Set(['membre']),
  picture: (name: string) => (name === 'a.webp' ? '/a' : undefined),
};
const blocksOf = (text: string) => readGuide(text, folder).blocks;

/** Every part of a line of a guide, whatever it stands in. */
function partsOf(blocks: readonly GuideBlock[]): GuideInline[] {
  const within = (parts: readonly GuideInline[]): GuideInline[] =>
    parts.flatMap((part) => ('content' in part ? [part, ...within(part.content)] : [part]));
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(partsOf);
    if (block.kind === 'table') return [block.head, ...block.rows].flat().flatMap(within);
    return 'content' in block ? within(block.content) : [];
  });
}

test('[AI1] every guide of the folder has its page, and every link of one leads to a page of the product', () => {
  expect(names.length).toBeGreaterThan(5);
  const anchors = new Map(
    names.map((name) => [
      `/aide/${name}`,
      findGuide(name)?.blocks.flatMap((block) => (block.kind === 'heading' ? [block.anchor] : [])) ?? [],
    ]),
  );
  for (const name of [...names, null]) {
    const guide = findGuide(name);
    expect(guide?.title, `${name}`).toBeTruthy();
    const links = partsOf(guide?.blocks ?? []).flatMap((part) => (part.kind === 'link' ? [part.href] : []));
    expect(links.length, `${name}`).toBeGreaterThan(0);
    for (const link of links) {
      if (link.startsWith('https://') || link === '/aide') continue;
      const [page = '', anchor] = link.split('#');
      expect(anchors.has(page), `${name}: ${link}`).toBe(true);
      if (anchor) expect(anchors.get(page), `${name}: ${link}`).toContain(anchor);
    }
  }
  expect(partsOf(findGuide(null)?.blocks ?? []).filter(({ kind }) => kind === 'link')).toHaveLength(
    names.length,
  );
});

test('[AI1] what is no guide has no page', () => {
  for (const name of ['README', 'inconnu', '../settings', 'membre.md', 'images', ''])
    expect(findGuide(name), name).toBeNull();
});

test('[AI1] HTML is there as words, and no address runs or leaves by another protocol', () => {
  const [paragraph, second] = blocksOf(
    '# T\n\n[a](javascript:alert(1)) [b](../secret.md) [c](autre.md)\n\n<img src=x onerror=alert(1)>',
  );
  expect(paragraph).toEqual({
    kind: 'paragraph',
    content: ['a', ' ', 'b', ' ', 'c'].map((text) => ({ kind: 'text', text })),
  });
  expect(second).toEqual({
    kind: 'paragraph',
    content: [{ kind: 'text', text: '<img src=x onerror=alert(1)>' }],
  });
  expect(blocksOf('![x](http://ailleurs.example/a.png) ![Un écran](images/a.webp)')[0]).toEqual({
    kind: 'paragraph',
    content: [
      { kind: 'text', text: ' ' },
      { kind: 'picture', src: '/a', alt: 'Un écran' },
    ],
  });
});

test('[AI1] lists within lists, tables, code and signs keep their words', () => {
  const [, list, table, code] = blocksOf(
    '## L’été & après\n\n1. un\n   - deux < trois\n\n| a | b |\n|---|---|\n| `x < y` | **z** |\n\n```\na && b\n```\n',
  );
  expect(list).toMatchObject({ kind: 'list', isOrdered: true });
  expect(partsOf(list ? [list] : []).map((part) => ('text' in part ? part.text : ''))).toEqual([
    'un',
    'deux < trois',
  ]);
  expect(table).toMatchObject({
    kind: 'table',
    label: 'L’été & après',
    rows: [[[{ text: 'x < y' }], [{ kind: 'strong' }]]],
  });
  expect(code).toEqual({ kind: 'code', text: 'a && b' });
});

test('[AI3] a page of the product is told the parts that are about it, in the words of their titles', () => {
  const id = crypto.randomUUID();
  const titles = (from: string) => toldPlaces(from).map(({ title }) => title);
  expect(titles(`/documents/${id}-charte`)[0]).toBe('Je veux écrire un document');
  expect(titles(`/documents/${id}/historique`)).toEqual(['Je veux retrouver ce qui était écrit']);
  expect(titles(`/seances/${id}/deroulement`)).toContain('Je veux tenir la séance');
  expect(titles(`/relectures/${id}`)[0]).toBe('Je veux relire un texte et répondre');
  expect(titles('/nulle-part')).toEqual([]);
  expect(titles('https://ailleurs.example/documents/')).toEqual([]);
  const absent = HELP_PLACES.filter(
    ({ guide, anchor }) =>
      !findGuide(guide)?.blocks.some((block) => block.kind === 'heading' && block.anchor === anchor),
  );
  expect(absent).toEqual([]);
});
