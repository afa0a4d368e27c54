import { expect, test } from 'vitest';
import { cleanHtml } from '#server/documents/conversion/import/clean-html.ts';
import { countWords, missingFrom } from '#server/documents/conversion/import/conserve/missing-words.ts';
import { JOINT } from '#server/documents/conversion/import/conserve/source-text.ts';
import { BLOCKS, LINES } from '#server/documents/conversion/import/html-elements.ts';
import { el, type HtmlNode, isElement, textOf } from '#server/documents/conversion/import/html-node.ts';
import { Losses } from '#server/documents/conversion/import/losses.ts';
import { shapeInlines } from '#server/documents/conversion/import/shape-inline.ts';

/** A clean tree as HTML without attributes. */
const written = (nodes: readonly HtmlNode[]): string =>
  nodes
    .map((node) =>
      isElement(node)
        ? `<${node.tagName}>${written(node.children)}</${node.tagName}>`
        : node.type === 'text'
          ? node.value
          : '',
    )
    .join('');

test.each([
  ['<p>a<button>b<h3>c</h3>d</button>e</p>', '<p>ab</p><h3>c</h3><p>de</p>'],
  ['<a href="https://a.example">a<h3>b</h3>c</a>d', '<a>a</a><h3><a>b</a></h3><a>c</a>d'],
  ['<b>a<ul><li>b</li></ul></b>', '<b>a</b><ul><li><b>b</b></li></ul>'],
  ['<b>a<h3>b<p>c</p>d</h3></b>e', '<b>a</b><h3><b>b</b></h3><p><b>c</b></p><h3><b>d</b></h3>e'],
  ['<b>a<h3>b<pre>c</pre>d</h3></b>e', '<b>a</b><h3><b>b</b></h3><pre><b>c</b></pre><h3><b>d</b></h3>e'],
  ['<p><object>a<h3>b</h3></object>c</p>', '<p>c</p>'],
])(
  '[X18] what HTML forbids in a line parts it, and nothing runs into what stood on lines of its own: %s',
  (page, parted) => {
    expect(written(cleanHtml(page))).toBe(parted);
  },
);

test('[X18] a word that a sign may part is whole where its document has it whole, or joined to a part of what follows', () => {
  const lost = (text: string, held: string) =>
    missingFrom(text.replaceAll('|', JOINT), countWords(held)).passages.join(' ');
  expect(lost('brise|soleil|note', 'brisesoleil note')).toBe('');
  expect(lost('brise|soleil|note', 'brise soleilnote')).toBe('');
  expect(lost('brise|soleil|note', 'brise note')).toBe('soleil');
});

test('[X18] [security A40] lines in a hundred elements that HTML forbids around them become no hundred times as much', () => {
  const size = (nodes: readonly HtmlNode[]): number =>
    nodes.reduce((sum, node) => sum + 1 + (isElement(node) ? size(node.children) : 0), 0);
  const page = `${'<span>'.repeat(100)}${'<p>a</p>'.repeat(1000)}`;
  expect(size(cleanHtml(page))).toBe(3000);
});

test.each([...LINES, ...BLOCKS].filter((name) => name !== 'iframe'))(
  '[X18] in a note, which is one run of text, no %s runs into its neighbours',
  (name) => {
    const text = (value: string): HtmlNode => ({ type: 'text', value });
    const shaping = {
      ...{
        losses: new Losses(),
        imageAt: () => null,
        called: new Set<string>(),
        formulas: [],
        alternatives: [],
      },
      notes: new Map([['n', [text('a'), el(name, {}, text('b')), text('c')]]]),
    };
    const call = el('a', { href: '#n', role: 'doc-noteref' }, text('1'));
    expect(shapeInlines([call], shaping).map(textOf).join('')).toMatch(/^a b c$/);
  },
);
