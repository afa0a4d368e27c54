import { strToU8, zipSync } from 'fflate';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Converter, createConverter } from '#server/documents/conversion/converter.ts';
import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { lockedPdf, pdfOf } from '#tests/support/library/pdfs.ts';
import { workbookOf } from '#tests/support/library/workbooks.ts';
import { referenceSource } from './reference-document.ts';

let converter: Converter;
beforeAll(() => {
  converter = createConverter({ log: pino({ level: 'silent' }) });
});
afterAll(() => converter.close());

const words = (name: string, bytes: Uint8Array) => converter.run({ kind: 'words', name, bytes }, ANYBODY);
const exported = async (format: ExportFormat) => {
  const said = 'L’office finance l’efficacité énergétique ; des micocouliers pour la cour d’école';
  const blocks = [{ type: 'paragraph', content: [{ type: 'text', text: said }] }];
  const source = await referenceSource({ blocks, title: 'Îlots de fraîcheur' });
  return (await converter.run({ kind: 'export', format, source, mark: 'image-mark' }, ANYBODY)).bytes;
};
const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

test.each(['pdf', 'docx', 'odt'] as const)('[RS14] the words of a real %s are read', async (format) => {
  const { text, fault } = await words(`a.${format}`, await exported(format));
  expect(fault).toBeNull();
  expect(text).toContain('efficacité énergétique');
  expect(text?.replace(/\s+/g, ' ')).toContain('micocouliers pour la cour d’école');
});

test('[RS14] of a workbook its texts, names of sheets and what formulas show; of slides and OpenDocument, paragraphs', async () => {
  const book = workbookOf({
    'Relevé 2023': [
      ['Essence', 12],
      ['Érable & tilleul', { formula: 'A1', shown: 'Canopée' }],
    ],
  });
  const { text } = await words('a.xlsx', book);
  expect(text?.split('\n').sort()).toEqual(['Canopée', 'Essence', 'Relevé 2023', 'Érable & tilleul']);
  const slide = (said: string) =>
    `<p:sld><a:p><a:r><a:t>Place ${said}</a:t></a:r><a:r><a:t>bis</a:t></a:r></a:p></p:sld>`;
  const slides = zip({ 'ppt/slides/slide10.xml': slide('dix'), 'ppt/slides/slide2.xml': slide('deux') });
  expect((await words('a.pptx', slides)).text).toBe('Place deuxbis\nPlace dixbis');
  const cells =
    '<table:table-cell><text:p>Haie<text:s/>vive</text:p></table:table-cell><table:table-cell><text:p>Mare</text:p></table:table-cell>';
  const sheet = zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': cells });
  expect((await words('a.ods', sheet)).text).toBe('Haie vive\nMare');
});

test('[RS14] of a PDF: signs by their names, lines, forms that show themselves', async () => {
  const read = async (lines: string) => (await words('a.pdf', pdfOf(lines))).text;
  expect(await read('BT /F 10 Tf (cour d\\222\\001cole) Tj ET')).toBe('cour d’école');
  expect(await read('BT /F 10 Tf [(of) -20 (\\002ce) -400 (public)] TJ ET')).toBe('office public');
  expect(await read('BT /F 10 Tf 0 700 Td (un) Tj 0 -12 Td (deux) Tj 60 0 Td (trois) Tj ET')).toBe(
    'un\ndeux trois',
  );
  expect(await read('q BT /F 10 Tf <e9> Tj ET Q /X Do')).toContain('formulaire');
});

test('[RS14] [X2] a file that is encrypted, damaged or made to break its reader says so, and hurts nothing', async () => {
  const fault = async (name: string, bytes: Uint8Array) => (await words(name, bytes)).fault;
  expect(await fault('a.pdf', lockedPdf())).toBe('encrypted');
  expect(await fault('a.pdf', strToU8('%PDF-1.7\nrien'))).toBe('damaged');
  const whole = await exported('pdf');
  expect(['damaged', null]).toContain(await fault('a.pdf', whole.subarray(0, whole.length >> 1)));
  expect(await fault('a.docx', (await exported('docx')).subarray(0, 2_000))).toBe('damaged');
  const manifest = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': '<manifest:encryption-data/>',
  };
  expect(await fault('a.ods', zip(manifest))).toBe('encrypted');
  const container = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  expect(await fault('a.xlsx', new Uint8Array(container))).toBe('encrypted');
  const bomb = zipSync({ 'content.xml': new Uint8Array(30_000_000) }, { level: 9 });
  expect(await fault('a.ods', bomb)).toBe('tooHeavy');
  for (const hostile of [
    '['.repeat(200_000),
    '<<'.repeat(100_000),
    '('.repeat(200_000),
    '/X Do '.repeat(1_000),
  ])
    expect(await fault('a.pdf', pdfOf(hostile))).toBeNull();
  expect((await words('b.pdf', whole)).text).toContain('micocouliers');
});
