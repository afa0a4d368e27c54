import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Converter, createConverter } from '#server/documents/conversion/converter.ts';
import type { ExportSource } from '#server/documents/conversion/export-source.ts';
import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import { type ExcerptStanding, excerptRef } from '#shared/documents/excerpt/excerpt.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { ANYBODY } from '#tests/support/anybody.ts';

const LINE = 'Valmont-sur-Loire · Nadia Ferrand · texte du 14 mars 2023';
const block: BlockJson = {
  type: 'excerpt',
  attrs: { id: '11111111-1111-4111-8111-111111111111', source: LINE },
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'La banquette compte.' }] }],
};

let converter: Converter;
beforeAll(() => {
  converter = createConverter({ log: pino({ level: 'silent' }) });
});
afterAll(() => converter.close());

function sourceOf(standing: ExcerptStanding, name: string): ExportSource {
  const excerpt = { mode: 'frozen', standing, colour: 1 } as const;
  const href = name === '' ? null : '/documents/a';
  return {
    title: 'Synthèse',
    group: 'Fraîcheur en ville',
    writers: [],
    at: new Date('2023-03-14T13:00:00Z'),
    origin: 'https://cordee.example',
    blocks: [block],
    images: {},
    names: { [`excerpt:${excerptRef(block)?.id}`]: { name, href, excerpt } },
    threads: null,
  };
}

async function exported(format: ExportFormat, source: ExportSource): Promise<Uint8Array> {
  return (await converter.run({ kind: 'export', format, source, mark: 'image-mark' }, ANYBODY)).bytes;
}

test('[EC9] in Markdown and HTML the words leave with their line, the title for whoever may know it, and what is wrong', async () => {
  const read = async (format: ExportFormat, standing: ExcerptStanding, name: string) =>
    new TextDecoder().decode(await exported(format, sourceOf(standing, name))).replace(/\s+/g, ' ');
  const known = await read('md', 'current', 'Journal');
  expect(known).toContain('La banquette compte.');
  expect(known).toContain(`${LINE} · « Journal »`);
  expect(await read('md', 'hidden', '')).not.toContain('Journal');
  expect(await read('md', 'withdrawn', '')).toContain('Source retirée');
  expect(await read('md', 'unverified', '')).toContain('Provenance non vérifiée');
  const html = await read('html', 'current', 'Journal');
  expect(html).toContain('<a href="https://cordee.example/documents/a">Journal</a>');
});

test('[EC9] [X12] it comes back from every format that people write as a quotation with its line, and leaves as PDF', async () => {
  for (const format of ['docx', 'odt', 'html'] as const) {
    const bytes = await exported(format, sourceOf('current', 'Journal'));
    const read = await converter.run({ kind: 'import', name: `synthese.${format}`, bytes }, ANYBODY);
    if (!read.ok) throw new Error(read.error);
    const said = JSON.stringify(read.value.blocks);
    expect(read.value.blocks.map(({ type }) => type)).toEqual(['blockquote']);
    for (const words of ['La banquette compte.', 'Nadia Ferrand', 'Journal']) expect(said).toContain(words);
  }
  const pdf = await exported('pdf', sourceOf('current', 'Journal'));
  expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
});
