import sharp from 'sharp';
import type { ExportSource } from '#server/documents/conversion/export-source.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';

/** Address of the one image of the reference document. */
export const IMAGE = '/fichiers/0197c1d2-aaaa-7bbb-8ccc-1234567890ab';

const t = (text: string, ...marks: (string | NonNullable<BlockJson['marks']>[number])[]): BlockJson => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)) }),
});
const p = (...content: (BlockJson | string)[]): BlockJson => ({
  type: 'paragraph',
  content: content.map((node) => (typeof node === 'string' ? t(node) : node)),
});
const heading = (level: 2 | 3 | 4, text: string): BlockJson => ({
  type: 'heading',
  attrs: { level },
  content: [t(text)],
});
const item = (...content: BlockJson[]): BlockJson => ({ type: 'listItem', content });
const cell = (text: string, attrs: object = {}): BlockJson => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1, colwidth: null, ...attrs },
  content: [p(text)],
});
const header = (text: string, attrs: object = {}): BlockJson => ({
  ...cell(text, attrs),
  type: 'tableHeader',
});
const row = (...content: BlockJson[]): BlockJson => ({ type: 'tableRow', content });

/** Every node and every mark of the schema, as the editor writes them. */
export const referenceBlocks: readonly BlockJson[] = [
  p(
    'Relevés de l’été : ',
    t('gras', 'bold'),
    ', ',
    t('italique', 'italic'),
    ', ',
    t('les deux', 'bold', 'italic'),
    ', ',
    t('barré', 'strike'),
    ', ',
    t('let x = 1', 'code'),
    ', m',
    t('2', 'superscript'),
    ', CO',
    t('2', 'subscript'),
    ', ',
    t('un lien', { type: 'link', attrs: { href: 'https://www.data.gouv.fr/fr/' } }),
    ' et ',
    t('à vérifier', { type: 'highlight', attrs: { kind: 'important' } }),
    '. Une note',
    { type: 'footnote', content: [t('Météo-France, '), t('2022', 'italic'), t('.')] },
    ' suit le mot ; une adresse <b>&amp; des signes * _ # $ 1 000 € « ici » aussi.',
  ),
  p(
    'Première ligne',
    { type: 'hardBreak' },
    'seconde ligne, avec ',
    { type: 'inlineMath', attrs: { latex: 'x^2 + \\alpha' } },
    ' dedans.',
  ),
  p(
    'Vu par ',
    { type: 'mention', attrs: { kind: 'person', id: 'p1', label: 'Nadia Ferrand' } },
    ' le ',
    { type: 'date', attrs: { day: '2023-03-14' } },
    ', état ',
    { type: 'status', attrs: { state: 'doing' } },
    ', voir ',
    { type: 'reference', attrs: { kind: 'document', id: 'd1' } },
    '.',
  ),
  heading(2, 'Mesurer'),
  heading(3, 'Choisir les lieux'),
  heading(4, 'À l’ombre'),
  {
    type: 'bulletList',
    content: [
      item(p('premier')),
      item(p('deuxième'), {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [item(p('trois')), item(p('quatre'))],
      }),
    ],
  },
  {
    type: 'taskList',
    content: [
      { type: 'taskItem', attrs: { checked: true }, content: [p('Poser les capteurs')] },
      {
        type: 'taskItem',
        attrs: { checked: false },
        content: [p('Relever ', t('chaque', 'bold'), ' semaine')],
      },
    ],
  },
  {
    type: 'blockquote',
    attrs: { source: 'Cahier de terrain, 2022' },
    content: [p('Il faisait nuit et chaud.')],
  },
  { type: 'codeBlock', attrs: { language: 'python' }, content: [t('for x in range(3):\n    print("é", x)')] },
  { type: 'horizontalRule' },
  {
    type: 'callout',
    attrs: { kind: 'warning' },
    content: [p('Un abri ventilé, sinon rien.'), p('Deux paragraphes.')],
  },
  {
    type: 'table',
    attrs: { caption: 'Températures relevées' },
    content: [
      row(header('Lieu'), header('Température', { colspan: 2 })),
      row(header('Parc', { rowspan: 2 }), cell('jour'), cell('nuit')),
      row(cell('sans mesure, 31,5 °C', { colspan: 2 })),
      row(header('Gare'), cell('34,1'), cell('25,0')),
    ],
  },
  {
    type: 'image',
    attrs: {
      src: IMAGE,
      alt: 'Carte des capteurs',
      width: 320,
      height: 200,
      caption: 'Les douze capteurs',
      size: 'full',
      align: 'left',
    },
  },
  {
    type: 'details',
    content: [
      { type: 'detailsSummary', content: [t('Le protocole entier')] },
      { type: 'detailsContent', content: [p('Trois relevés par nuit.')] },
    ],
  },
  {
    type: 'columns',
    content: [
      { type: 'column', content: [p('Colonne de gauche')] },
      { type: 'column', content: [p('Colonne de droite')] },
    ],
  },
  { type: 'blockMath', attrs: { latex: '\\Delta T = T_{ville} - T_{campagne}' } },
  { type: 'embed', attrs: { src: 'https://www.youtube.com/watch?v=abcdefghijk', title: 'La visite filmée' } },
  {
    type: 'attachment',
    attrs: {
      src: '/fichiers/0197c1d2-bbbb-7bbb-8ccc-1234567890ab',
      name: 'releves.ods',
      bytes: 12000,
      kind: 'sheet',
    },
  },
];

/** A small picture that no two renderings would confuse with another. */
export const referencePicture = sharp({
  create: { width: 320, height: 200, channels: 3, background: '#2d6a5f' },
})
  .png()
  .toBuffer()
  .then((bytes) => new Uint8Array(bytes));

/** The reference document as an export finds it. */
export async function referenceSource(changes: Partial<ExportSource> = {}): Promise<ExportSource> {
  return {
    title: 'Îlots de chaleur : mesurer & agir',
    group: 'Chaleur en ville',
    writers: ['Valmont', 'Roche-sur-Isle'],
    at: new Date('2023-03-14T10:00:00Z'),
    origin: 'https://cordee.example',
    blocks: referenceBlocks,
    images: { [IMAGE]: { contentType: 'image/png', bytes: await referencePicture } },
    names: {},
    threads: null,
    ...changes,
  };
}
