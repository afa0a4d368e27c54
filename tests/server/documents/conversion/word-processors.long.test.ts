import { strFromU8, unzipSync } from 'fflate';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Converter, createConverter } from '#server/documents/conversion/converter.ts';
import type { ExportSource } from '#server/documents/conversion/export-source.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { referenceSource } from './reference-document.ts';

let converter: Converter;
beforeAll(() => {
  converter = createConverter({ log: pino({ level: 'silent' }) });
});
afterAll(() => converter.close());

async function exported(format: 'docx' | 'odt', changes: Partial<ExportSource>): Promise<Uint8Array> {
  const source = await referenceSource(changes);
  const { bytes } = await converter.run({ kind: 'export', format, source, mark: 'image-mark' }, ANYBODY);
  return bytes;
}

const text = (said: string) => ({ type: 'paragraph', content: [{ type: 'text', text: said }] });

describe('[X15] comments in a word processor', () => {
  const said = (author: string, words: string) => ({
    author,
    organisation: 'Valmont',
    at: new Date('2023-03-01T10:00:00Z'),
    text: words,
  });
  const blocks = [
    text('Planter une essence pour demain.'),
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Puis ' },
        { type: 'text', text: 'arroser', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' en été.' },
      ],
    },
    { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: 'let x' }] },
  ];
  const threads = [
    {
      quote: 'une essence',
      span: { from: 8, to: 19 },
      isResolved: true,
      comments: [
        said('Anne Roux', 'Laquelle ?\nLe chêne <b>.'),
        said('Bob Le Gall', 'Le micocoulier.\u0007'),
      ],
    },
    // From the bold word of the second paragraph to its end; a caret; code; words that are gone.
    {
      quote: 'rroser en',
      span: { from: 38, to: 47 },
      isResolved: false,
      comments: [said('Anne Roux', 'Trop vague.')],
    },
    {
      quote: '',
      span: { from: 32, to: 32 },
      isResolved: false,
      comments: [said('Anne Roux', 'Ajouter ici.')],
    },
    {
      quote: 'let',
      span: { from: 52, to: 55 },
      isResolved: false,
      comments: [said('Anne Roux', 'Dans le code.')],
    },
    { quote: 'parti', span: null, isResolved: false, comments: [said('Anne Roux', 'Sur rien.')] },
  ];

  test('DOCX: beside their words, with author, day and answers; the others are listed after the text', async () => {
    const files = unzipSync(await exported('docx', { blocks, threads }));
    const part = (name: string) => strFromU8(files[name] as Uint8Array);
    const body = part('word/document.xml');
    const about = (id: number) =>
      new RegExp(`<w:commentRangeStart w:id="${id}" ?/>([\\s\\S]*?)<w:commentRangeEnd w:id="${id}" ?/>`)
        .exec(body)?.[1]
        ?.replace(/<[^>]*>/g, '')
        .trim();
    expect([0, 1, 2, 3].map(about)).toEqual(['une essence', 'une essence', 'rroser en', '']);
    const comments = part('word/comments.xml');
    expect(comments).toContain('w:author="Anne Roux (Valmont)"');
    expect(comments).toContain('w:initials="AR"');
    expect(comments).toContain('w:date="2023-03-01T11:00:00Z"');
    expect(comments).toContain('&lt;b&gt;');
    expect(comments.match(/w14:paraId="0000000\d"/g)).toHaveLength(4);
    const facts = part('word/commentsExtended.xml');
    expect(facts).toContain('w15:paraId="00000001" w15:done="1"');
    expect(facts).toContain('w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"');
    expect(facts).toContain('w15:paraId="00000003" w15:done="0"');
    expect(part('[Content_Types].xml')).toContain('commentsExtended+xml');
    const plain = body.replace(/<[^>]*>/g, '');
    expect(plain).toContain('Dans le code.');
    expect(plain).toContain('Sur rien.');
    expect(plain).not.toContain('Trop vague.');
    expect(plain).toContain('Planter une essence pour demain.');
  });

  test('ODT: the same, as annotations', async () => {
    const files = unzipSync(await exported('odt', { blocks, threads }));
    const content = strFromU8(files['content.xml'] as Uint8Array);
    expect(content.match(/<office:annotation /g)).toHaveLength(4);
    expect(content.match(/<office:annotation-end /g)).toHaveLength(4);
    expect(content).toContain('<text:p>Le chêne &lt;b&gt;.</text:p>');
    expect(content).not.toContain('\u0007');
    expect(content).toMatch(/<\/office:annotation>une essence<office:annotation-end/);
    expect(content).toContain('Sur rien.');
  });

  test('a comment on a part that a table does not show is listed', async () => {
    const row = {
      type: 'tableRow',
      content: Array.from({ length: 70 }, (_, column) => ({
        type: 'tableCell',
        content: [text(`cellule ${String(column).padStart(2, '0')}`)],
      })),
    };
    const [first] = threads;
    const hidden = { ...first, quote: 'cellule 69', span: { from: 690, to: 700 } };
    const files = unzipSync(
      await exported('docx', { blocks: [{ type: 'table', content: [row] }], threads: [hidden as never] }),
    );
    const body = strFromU8(files['word/document.xml'] as Uint8Array);
    expect(body).toContain('micocoulier');
    expect(body).not.toContain('commentReference');
  });
});

describe('[X16] foldings and columns in a word processor', () => {
  const columns = (...texts: string[]) => ({
    type: 'columns',
    content: texts.map((said) => ({ type: 'column', content: [text(said)] })),
  });
  const blocks = [
    {
      type: 'details',
      content: [
        { type: 'detailsSummary', content: [{ type: 'text', text: 'Le protocole' }] },
        { type: 'detailsContent', content: [text('Trois relevés.'), columns('a', 'b')] },
      ],
    },
    columns('gauche', 'milieu', 'droite'),
    { type: 'bulletList', content: [{ type: 'listItem', content: [columns('dans', 'une liste')] }] },
    {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [columns('en', 'case')] }] }],
    },
  ];

  test('DOCX: the summary and what it folds have styles; columns are a table without rules', async () => {
    const files = unzipSync(await exported('docx', { blocks }));
    const body = strFromU8(files['word/document.xml'] as Uint8Array);
    const styles = strFromU8(files['word/styles.xml'] as Uint8Array);
    for (const name of ['Titre de volet', 'Volet', 'Colonnes'])
      expect(styles).toContain(`<w:name w:val="${name}"`);
    const tables = body.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? [];
    const [inFolding, atTop, other] = tables;
    expect(tables).toHaveLength(3);
    for (const table of [inFolding, atTop]) {
      expect(table).toContain('<w:tblStyle w:val="Colonnes"');
      expect(table).not.toMatch(/tblBorders|cantSplit/);
    }
    expect(atTop?.match(/<w:tc>/g)).toHaveLength(3);
    expect(other).toMatch(/tblBorders[\s\S]*cantSplit/);
  });

  test('ODT: the same', async () => {
    const files = unzipSync(await exported('odt', { blocks }));
    const content = strFromU8(files['content.xml'] as Uint8Array);
    expect(content.match(/<table:table table:name="Colonnes \d"/g)).toHaveLength(2);
    expect(content).toContain('table:number-columns-repeated="3"');
    expect(strFromU8(files['styles.xml'] as Uint8Array)).toContain('style:name="Volet"');
  });
});
