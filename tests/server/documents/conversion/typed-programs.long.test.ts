import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeExport } from '#server/documents/conversion/write-export.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { drawBlocks } from '#shared/documents/text/document-reader.ts';
import { nameObjects } from '#shared/documents/text/object-names.ts';
import { publicState } from '#shared/publication/public-document/publication.ts';
import { blocksSaying, paragraphSaying } from '#tests/support/architecture/typed-programs.ts';
import { scriptCorpus } from '#tests/support/documents/script-corpus.ts';
import { programsIn } from '#tests/support/programs-in.ts';
import { IMAGE, referenceSource } from './reference-document.ts';

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
      const { blocks } = drawBlocks(blocksSaying(said, IMAGE));
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
        ...{ title: said, group: said, writers: [said], blocks: [paragraphSaying(said)], images: {} },
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
      blocks: scriptCorpus.slice(0, 42).flatMap((said) => blocksSaying(said, IMAGE)),
      threads: scriptCorpus.slice(0, 42).flatMap(threadsOf),
    });
    const { bytes } = await writeExport(source, 'docx', 'mark');
    for (const [name, part] of Object.entries(unzipSync(bytes))) {
      if (!name.endsWith('.rels')) continue;
      for (const [, target = ''] of strFromU8(part).matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g))
        expect(target).toMatch(/^(?:https?:|mailto:|tel:)/);
    }
    const { readImport } = await import('#server/documents/conversion/import/read-import.ts');
    const markdown = (await writeExport({ ...source, threads: null }, 'md', 'mark')).bytes;
    const { blocks } = await readImport('retour.md', markdown);
    expect(programsIn(drawBlocks(blocks).blocks.join(''))).toEqual([]);
  });
});
