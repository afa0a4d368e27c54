import { strFromU8, unzipSync } from 'fflate';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Converter, createConverter } from '#server/documents/conversion/converter.ts';
import type { ExportSource } from '#server/documents/conversion/export-source.ts';
import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { referenceBlocks, referenceSource } from './reference-document.ts';

let converter: Converter;
beforeAll(() => {
  converter = createConverter({ log: pino({ level: 'silent' }) });
});
afterAll(() => converter.close());

async function exported(format: ExportFormat, changes: Partial<ExportSource> = {}): Promise<Uint8Array> {
  const source = await referenceSource(changes);
  const { bytes } = await converter.run({ kind: 'export', format, source, mark: 'image-mark' }, ANYBODY);
  return bytes;
}

const text = (said: string) => ({ type: 'paragraph', content: [{ type: 'text', text: said }] });

describe('[X6] the PDF', () => {
  test('passes PDF/UA-1 with every construct, is tagged, in French and titled', async () => {
    const bytes = Buffer.from(await exported('pdf')).toString('latin1');
    expect(bytes.startsWith('%PDF-1.7')).toBe(true);
    for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Lang', '/DisplayDocTitle true'])
      expect(bytes).toContain(mark);
    expect(bytes).toMatch(/pdfuaid:part(?:>|=")1/);
    expect(bytes).not.toContain('/Author');
  });

  test('skips no heading level and describes every image, whatever the document does', async () => {
    const blocks = [
      { type: 'heading', attrs: { level: 4 }, content: [{ type: 'text', text: 'Trop bas' }] },
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Haut' }] },
      { type: 'heading', attrs: { level: 4 }, content: [{ type: 'text', text: 'Saut' }] },
      { type: 'image', attrs: { src: '/fichiers/0197c1d2-aaaa-7bbb-8ccc-1234567890ab', alt: null } },
      { type: 'image', attrs: { src: '/fichiers/0197c1d2-aaaa-7bbb-8ccc-1234567890ab', alt: '' } },
      { type: 'image', attrs: { src: null, alt: null } },
    ];
    expect((await exported('pdf', { blocks })).length).toBeGreaterThan(1_000);
  });

  test('is made whatever signs the text has: those of no font become squares', async () => {
    const blocks = [text('arbre 🌳, 中文, العربية, \u0000\u0007\u{E000}\uD800 fin')];
    expect((await exported('pdf', { blocks, title: '🌳' })).length).toBeGreaterThan(1_000);
  });
});

describe('[X5] what was typed is text and nothing else', () => {
  const hostile = [
    '#read("/etc/passwd")',
    '"); #import "@preview/x:0.1.0"; ("',
    '\\")#panic("non")',
    '$ #sys.version $ @ref <label> // /* `raw`',
    '=cmd|calc',
  ];

  test('for Typst, in texts, titles, captions, codes, links and formulas', async () => {
    const blocks = hostile.flatMap((said) => [
      text(said),
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: said }] },
      { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: said }] },
      { type: 'blockMath', attrs: { latex: said } },
      { type: 'blockMath', attrs: { latex: `\\text{${said}}` } },
      { type: 'table', attrs: { caption: said }, content: [] },
    ]);
    const pdf = await exported('pdf', { blocks, title: hostile.join(' '), group: hostile.join(' ') });
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('root:x:');
  });

  test('for HTML and Markdown', async () => {
    const said = '<script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1))';
    const html = strFromU8(await exported('html', { blocks: [text(said)], title: said }));
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img src=x');
    const markdown = strFromU8(await exported('md', { blocks: [text(said)] }));
    expect(markdown).toContain('\\<script\\>');
    expect(markdown).not.toMatch(/[^\\]\[a\]\(javascript/);
  });
});

describe('[X8] what leaves names the document and nobody', () => {
  test('DOCX: properties, relationships, language', async () => {
    const files = unzipSync(await exported('docx'));
    const core = strFromU8(files['docProps/core.xml'] as Uint8Array);
    expect(core).toContain('<dc:title>Îlots de chaleur : mesurer &amp; agir</dc:title>');
    expect(core).not.toMatch(/creator|lastModifiedBy/);
    const external = Object.entries(files)
      .filter(([name]) => name.endsWith('.rels'))
      .flatMap(
        ([, bytes]) => strFromU8(bytes).match(/<Relationship [^>]*TargetMode="External"[^>]*>/g) ?? [],
      );
    expect(external.length).toBeGreaterThan(0);
    for (const one of external) expect(one).toMatch(/relationships\/hyperlink"/);
    expect(strFromU8(files['word/styles.xml'] as Uint8Array)).toContain('w:val="fr-FR"');
  });

  test('ODT: properties, the text of images', async () => {
    const files = unzipSync(await exported('odt'));
    const meta = strFromU8(files['meta.xml'] as Uint8Array);
    expect(meta).toContain('<dc:title>Îlots de chaleur : mesurer &amp; agir</dc:title>');
    expect(meta).not.toMatch(/creator/);
    expect(strFromU8(files['content.xml'] as Uint8Array)).toContain(
      '<svg:desc>Carte des capteurs</svg:desc>',
    );
    expect(Object.keys(files)[0]).toBe('mimetype');
  });

  test('[H14] headings, header rows and alternatives are those of the word processor, in DOCX and in ODT', async () => {
    const [docx, odt] = [unzipSync(await exported('docx')), unzipSync(await exported('odt'))];
    const word = strFromU8(docx['word/document.xml'] as Uint8Array);
    expect(word).toMatch(/<w:pStyle w:val="Heading[12]" ?\/>/);
    expect(word).toContain('<w:tblHeader');
    expect(word).toContain('descr="Carte des capteurs"');
    const content = strFromU8(odt['content.xml'] as Uint8Array);
    expect(content).toMatch(/<text:h [^>]*text:outline-level="[12]"/);
    expect(content).toContain('<table:table-header-rows>');
    expect(strFromU8(odt['styles.xml'] as Uint8Array)).toContain('fo:language="fr"');
  });

  test('HTML: whole, accessible, asks nobody for anything', async () => {
    const html = strFromU8(await exported('html'));
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('alt="Carte des capteurs"');
    expect(html).toContain('<th colspan="2" scope="col">');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).not.toMatch(/ src="(?!data:)/);
    expect(html).not.toContain('<button');
    expect(html).toContain('href="https://cordee.example/fichiers/0197c1d2-bbbb-7bbb-8ccc-1234567890ab"');
  });
});

test('[X1] JSON loses nothing', async () => {
  const { content, title } = JSON.parse(strFromU8(await exported('json')));
  expect(title).toBe('Îlots de chaleur : mesurer & agir');
  expect(content).toEqual({ type: 'doc', content: referenceBlocks });
});

test('[X1] comments leave when they are asked for, in every format that people read', async () => {
  const threads = [
    {
      quote: 'gras',
      span: null,
      isResolved: true,
      comments: [
        {
          author: 'Anne Roux',
          organisation: 'Valmont',
          at: new Date('2023-03-01T10:00:00Z'),
          text: 'À revoir.',
        },
      ],
    },
  ];
  for (const format of ['md', 'html', 'json'] as const) {
    expect(strFromU8(await exported(format, { threads }))).toContain('À revoir.');
  }
  const files = unzipSync(await exported('docx', { threads }));
  expect(strFromU8(files['word/document.xml'] as Uint8Array)).toContain('revoir');
  expect((await exported('pdf', { threads })).length).toBeGreaterThan((await exported('pdf')).length);
});

test('[D9] tables that nobody could draw leave all the same', async () => {
  const cell = (attrs: Record<string, unknown>) => ({ type: 'tableCell', attrs, content: [text('x')] });
  const table = {
    type: 'table',
    content: [
      { type: 'tableRow', content: [cell({ rowspan: 99 }), cell({ colspan: 100 })] },
      { type: 'tableRow', content: [cell({ colspan: 3 }), cell({}), cell({ rowspan: 5 })] },
      { type: 'tableRow', content: [] },
    ],
  };
  for (const format of ['pdf', 'docx', 'odt', 'md'] as const) {
    expect(
      (await exported(format, { blocks: [table, { type: 'table' }, { type: 'inconnu' }] })).length,
    ).toBeGreaterThan(0);
  }
});
