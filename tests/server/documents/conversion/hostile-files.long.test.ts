import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Converter, createConverter } from '#server/documents/conversion/converter.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { docx, paragraph, relationships } from './office-files.ts';
import { IMAGE, referenceSource } from './reference-document.ts';

let converter: Converter;
let sink: Server;
let address = '';
const asked: string[] = [];

beforeAll(async () => {
  converter = createConverter({ log: pino({ level: 'silent' }) });
  sink = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('vu');
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
});
afterAll(() => {
  converter.close();
  sink.close();
});

const read = (name: string, bytes: Uint8Array | string) =>
  converter.run({ kind: 'import', name, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes }, ANYBODY);
const text = (value: unknown) => JSON.stringify(value);

describe('[X9][X10] a file that cannot be a document is refused with its reason', () => {
  const odt = (files: Record<string, string>) =>
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      ...Object.fromEntries(Object.entries(files).map(([name, said]) => [name, strToU8(said)])),
    });
  const ole = (name: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(name, 'utf16le'),
    ]);
  const many = () =>
    zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}`, new Uint8Array()])));
  const cases: [string, string, () => Uint8Array | string][] = [
    ['empty', 'import.empty', () => ''],
    ['blanks only', 'import.empty', () => ' \n '],
    ['cut short', 'import.corrupt', () => docx(paragraph('x')).slice(0, 400)],
    ['XML that ends too early', 'import.corrupt', () => docx('<w:p><w:r>')],
    [
      'a picture under another name',
      'import.unknownFormat',
      () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    ],
    ['a PDF', 'import.pdf', () => '%PDF-1.7\n'],
    ['RTF', 'import.unknownFormat', () => '{\\rtf1 texte}'],
    ['an old .doc', 'import.oldFormat', () => ole('WordDocument')],
    ['an encrypted .docx', 'import.encrypted', () => ole('EncryptedPackage')],
    [
      'an encrypted .odt',
      'import.encrypted',
      () => odt({ 'META-INF/manifest.xml': '<manifest:encryption-data/>', 'content.xml': 'x' }),
    ],
    ['macros of Word', 'import.macros', () => docx(paragraph('x'), { 'word/vbaProject.bin': strToU8('x') })],
    [
      'macros of LibreOffice',
      'import.macros',
      () => odt({ 'content.xml': 'x', 'Basic/Standard/Module1.xml': 'x' }),
    ],
    [
      'a spreadsheet',
      'import.unknownFormat',
      () => zipSync({ '[Content_Types].xml': strToU8('spreadsheetml.sheet') }),
    ],
    ['an archive', 'import.unknownFormat', () => zipSync({ 'a.txt': strToU8('x') })],
    [
      'a bomb of one part',
      'import.bomb',
      () => docx(paragraph('x'), { 'word/media/a.bin': [new Uint8Array(60 * 1024 * 1024), { level: 9 }] }),
    ],
    ['too many parts', 'import.bomb', many],
    [
      'tables in tables without end',
      'import.bomb',
      () =>
        docx(
          '<w:tbl><w:tr><w:tc w:a="/>">'.repeat(90) + paragraph('x') + '</w:tc></w:tr></w:tbl>'.repeat(90),
        ),
    ],
    ['quotes in quotes without end', 'import.bomb', () => `${'> '.repeat(50)}x`],
    ['brackets in brackets without end', 'import.bomb', () => `x\n${'[x'.repeat(25)}\n${'['.repeat(25)}`],
    [
      'parts that climb out',
      'import.corrupt',
      () => docx(paragraph('x'), { '../../etc/cron.d/x': strToU8('x') }),
    ],
    [
      'external entities',
      'import.unsafe',
      () =>
        docx(paragraph('x'), {
          'word/styles.xml': strToU8('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
        }),
    ],
    [
      'an .odt with a DTD',
      'import.unsafe',
      () => odt({ 'content.xml': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>' }),
    ],
    ['nothing but an empty paragraph', 'import.nothing', () => docx('<w:p/>')],
  ];
  test.each(cases)('%s', async (_name, code, bytes) => {
    expect(await read('fichier.docx', bytes())).toEqual({ ok: false, error: code });
  });
});

describe('[X4] nothing is asked of anybody, nothing is read', () => {
  test('by imports: images, templates, frames, styles, includes of other places', async () => {
    const external = (type: string, target: string) =>
      `<Relationship Id="r${target.length}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
    const body = `${paragraph('texte')}<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="r${address.length + 2}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const rels = relationships(
      external('image', `${address}/i`),
      external('attachedTemplate', `${address}/modele.dotm`),
    );
    const word = await read('a.docx', docx(body, { 'word/_rels/document.xml.rels': rels }));
    expect(word).toMatchObject({ ok: true });
    if (word.ok) expect(word.value.losses).toContainEqual({ kind: 'links', count: 2 });
    const html = `<html><head><link rel="stylesheet" href="${address}/css"><base href="${address}"></head><body><p>texte <img src="${address}/img" alt="Plan"></p><iframe src="${address}/f"></iframe><img src="file:///etc/passwd"><script>fetch('${address}/js')</script><object data="${address}/o"></object><video src="${address}/v"></video></body></html>`;
    const page = await read('a.html', html);
    expect(page).toMatchObject({ ok: true });
    if (page.ok) {
      expect(page.value.losses).toEqual(expect.arrayContaining([{ kind: 'imagesElsewhere', count: 2 }]));
      expect(text(page.value.blocks)).not.toContain('fetch(');
    }
    const markdown = `texte\n\n![x](${address}/md)\n\n![y](file:///etc/passwd)\n\n![z](/etc/passwd)\n\n<img src="${address}/brut">\n\n\`\`\`{.include file="/etc/passwd"}\n\`\`\`\n`;
    const written = await read('a.md', markdown);
    expect(written).toMatchObject({ ok: true });
    expect(text(written)).not.toContain('root:');
    expect(asked).toEqual([]);
  });

  test('by exports: what a document names elsewhere stays a word or a link', async () => {
    const blocks = [
      { type: 'image', attrs: { src: `${address}/image.png`, alt: 'Plan' } },
      { type: 'image', attrs: { src: '../../../etc/passwd', alt: 'Plan' } },
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: `![x](${address}/a)`,
            marks: [{ type: 'link', attrs: { href: `${address}/lien` } }],
          },
        ],
      },
      { type: 'embed', attrs: { src: 'https://www.youtube.com/watch?v=abcdefghijk' } },
    ];
    for (const format of ['pdf', 'docx', 'odt', 'md', 'html'] as const) {
      const source = await referenceSource({
        blocks,
        images: { [IMAGE]: { contentType: 'image/png', bytes: new Uint8Array(3) } },
      });
      const { bytes } = await converter.run({ kind: 'export', format, source, mark: 'm' }, ANYBODY);
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('root:x:');
    }
    expect(asked).toEqual([]);
  });
});

describe('[X11] what could not be kept is counted', () => {
  test('text boxes, headers, charts, underlines, deep headings', async () => {
    const box = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('dans la boîte')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    const body = [
      paragraph('texte'),
      '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>ajouté</w:t></w:r></w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>ôté</w:delText></w:r></w:del></w:p>',
      '<w:p><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>souligné</w:t></w:r></w:p>',
      box,
    ].join('');
    const word = await read(
      'a.docx',
      docx(body, {
        'word/comments.xml': strToU8(
          '<w:comments xmlns:w="x"><w:comment w:id="1"/><w:comment w:id="2"/></w:comments>',
        ),
        'word/header1.xml': strToU8('<w:hdr><w:t>Ville</w:t></w:hdr>'),
      }),
    );
    if (!word.ok) throw new Error(word.error);
    expect(word.value.losses).toEqual(
      expect.arrayContaining([
        { kind: 'underlines', count: 1 },
        { kind: 'headers', count: 1, words: { passages: ['Ville'], more: 0 } },
        { kind: 'textBoxes', count: 1 },
      ]),
    );
    const said = text(word.value.blocks);
    // [X25] What was tracked is proposed, on the text as it was.
    expect(said).toContain('ôté');
    expect(said).not.toContain('ajouté');
    expect(word.value.review.suggestions).toMatchObject([
      { author: 'A', original: 'ôté', proposed: 'ajouté' },
    ]);
    expect(said).toContain('dans la boîte');
    const deep = await read('a.md', '# Titre\n\n## Deux\n\n##### Cinq\n\ntexte');
    if (!deep.ok) throw new Error(deep.error);
    expect(deep.value.title).toBe('Titre');
    expect(deep.value.losses).toEqual([{ kind: 'headings', count: 1 }]);
  });
});

test('[X9] Markdown of others: alerts, front matter, tables, old encodings', async () => {
  const markdown =
    '---\ntitle: Le titre\n---\n\n> [!WARNING]\n> Un abri.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nhttps://youtu.be/abcdefghijk\n';
  const read1 = await read('a.md', markdown);
  if (!read1.ok) throw new Error(read1.error);
  expect(read1.value.title).toBe('Le titre');
  expect(read1.value.blocks.map(({ type }) => type)).toEqual(['callout', 'table', 'embed']);
  expect(text(read1.value.blocks[0])).not.toContain('Warning');
  const old = await read(
    'a.txt',
    new Uint8Array(Buffer.from('L\u2019\u00e9t\u00e9 \u00e0 la mairie'.replace('\u2019', "'"), 'latin1')),
  );
  if (!old.ok) throw new Error(old.error);
  expect(text(old.value.blocks)).toContain("L'été à la mairie");
});
