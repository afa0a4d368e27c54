import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeExport } from '#server/conversion/write-export.ts';
import type { BlockJson } from '#shared/document/document-blocks.ts';
import { objectKey } from '#shared/document/document-objects.ts';
import { drawBlocks } from '#shared/document/document-reader.ts';
import { nameObjects } from '#shared/document/object-names.ts';
import { publicState } from '#shared/document/publication.ts';
import { programsIn } from '#tests/support/programs-in.ts';
import { scriptCorpus } from '#tests/support/script-corpus.ts';
import { IMAGE, referenceSource } from './reference-document.ts';

const t = (text: string, ...marks: NonNullable<BlockJson['marks']>): BlockJson => ({
  type: 'text',
  text,
  marks,
});
const p = (...content: BlockJson[]): BlockJson => ({ type: 'paragraph', content });

/** One text in every string of a document that people can write. */
const blocksOf = (said: string): BlockJson[] => [
  p(t(said), t(said, { type: 'link', attrs: { href: said } }), t(said, { type: 'code' }), {
    type: 'footnote',
    content: [t(said)],
  }),
  { type: 'heading', attrs: { level: 2 }, content: [t(said)] },
  p(
    { type: 'mention', attrs: { kind: 'person', id: 'p1', label: said } },
    { type: 'mention', attrs: { kind: said, id: said, label: said } },
    { type: 'reference', attrs: { kind: 'document', id: 'd1' } },
    { type: 'date', attrs: { day: said } },
    { type: 'status', attrs: { state: said } },
    { type: 'inlineMath', attrs: { latex: said } },
  ),
  { type: 'image', attrs: { src: IMAGE, alt: said, caption: said, size: said, align: said } },
  { type: 'image', attrs: { src: said, alt: said } },
  { type: 'attachment', attrs: { src: `/fichiers/${said}`, name: said, kind: said, bytes: 1 } },
  { type: 'attachment', attrs: { src: IMAGE, name: said, kind: 'sheet', bytes: 1 } },
  { type: 'embed', attrs: { src: 'https://www.youtube.com/watch?v=abcdefghijk', title: said } },
  { type: 'embed', attrs: { src: said, title: said } },
  {
    type: 'details',
    content: [
      { type: 'detailsSummary', content: [t(said)] },
      { type: 'detailsContent', content: [p(t(said))] },
    ],
  },
  { type: 'blockquote', attrs: { source: said }, content: [p(t(said))] },
  { type: 'callout', attrs: { kind: said }, content: [p(t(said))] },
  { type: 'codeBlock', attrs: { language: said }, content: [t(said)] },
  {
    type: 'table',
    attrs: { caption: said },
    content: [
      { type: 'tableRow', content: [{ type: 'tableCell', attrs: { style: said }, content: [p(t(said))] }] },
    ],
  },
  { type: said, attrs: { onclick: said }, content: [t(said)] },
];

const names = (said: string) => ({
  [objectKey({ kind: 'person', id: 'p1' })]: { name: said, href: null },
  [objectKey({ kind: 'document', id: 'd1' })]: { name: said, href: '/documents/d1' },
});
const threadsOf = (said: string) => [
  {
    quote: said,
    span: { from: 0, to: said.length },
    isResolved: false,
    comments: [{ author: said, organisation: said, at: new Date('2023-03-14T10:00:00Z'), text: said }],
  },
  {
    quote: said,
    span: null,
    isResolved: true,
    comments: [{ author: said, organisation: said, at: new Date('2023-03-14T10:00:00Z'), text: said }],
  },
];

describe('[X5] no program that is typed runs', () => {
  test('the corpus would be seen to run', () => {
    expect(scriptCorpus.length).toBeGreaterThanOrEqual(300);
    expect(scriptCorpus.filter((said) => programsIn(`<p>${said}</p>`).length > 0).length).toBeGreaterThan(
      200,
    );
  });

  test('it is text for readers and for the public', () => {
    for (const said of scriptCorpus) {
      const { blocks } = drawBlocks(blocksOf(said));
      const published = new Map([['d1', { title: said, address: 'a' }]]);
      const shown = [
        ...blocks.map((html) => nameObjects(html, names(said))),
        ...publicState(blocks, 'adresse', published).blocks,
      ];
      expect(programsIn(shown.join('')), said).toEqual([]);
    }
  });

  test('it is text in a page that is taken away, with its comments', async () => {
    for (const said of scriptCorpus) {
      const source = await referenceSource({
        ...{ title: said, group: said, writers: [said], blocks: [p(t(said))], images: {} },
        ...{ names: names(said), threads: threadsOf(said) },
      });
      const page = strFromU8((await writeExport(source, 'html', 'mark')).bytes);
      const [, head = '', body = ''] = /<head>([\s\S]*)<\/head>([\s\S]*)/.exec(page) ?? [];
      expect(programsIn(head, ['meta']), said).toEqual([]);
      expect(head.match(/<title>/g)).toHaveLength(1);
      expect(programsIn(body), said).toEqual([]);
    }
  });

  test('nothing of it leads out of a file of a word processor, or comes back from Markdown as more than text', async () => {
    const source = await referenceSource({
      title: scriptCorpus[0] ?? '',
      blocks: scriptCorpus.slice(0, 42).flatMap(blocksOf),
      threads: scriptCorpus.slice(0, 42).flatMap(threadsOf),
    });
    const { bytes } = await writeExport(source, 'docx', 'mark');
    for (const [name, part] of Object.entries(unzipSync(bytes))) {
      if (!name.endsWith('.rels')) continue;
      for (const [, target = ''] of strFromU8(part).matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g))
        expect(target).toMatch(/^(?:https?:|mailto:|tel:)/);
    }
    const { readImport } = await import('#server/conversion/import/read-import.ts');
    const markdown = (await writeExport({ ...source, threads: null }, 'md', 'mark')).bytes;
    const { blocks } = await readImport('retour.md', markdown);
    expect(programsIn(drawBlocks(blocks).blocks.join(''))).toEqual([]);
  });
});
