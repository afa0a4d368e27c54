import type { BlockJson } from '#shared/documents/text/document-blocks.ts';

const t = (text: string, ...marks: NonNullable<BlockJson['marks']>[number][]): BlockJson => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks }),
});
const p = (...content: BlockJson[]): BlockJson => ({ type: 'paragraph', content });
const h = (text: string): BlockJson => ({ type: 'heading', attrs: { level: 1 }, content: [t(text)] });
const cell = (text: string): BlockJson => ({ type: 'tableCell', attrs: {}, content: [p(t(text))] });
const row = (...cells: string[]): BlockJson => ({ type: 'tableRow', content: cells.map(cell) });

/**
 * The guide that left Cordée, was corrected with tracked changes by « Jeanne Juriste » and saved by LibreOffice 25.2 as
 * `corrected.docx` and `corrected.odt`.
 */
export const guideBlocks: readonly BlockJson[] = [
  h('Mesurer'),
  p(t('On pose des sondes à '), t('deux mètres', { type: 'bold' }), t(' du sol, à l’ombre.')),
  p(t('Un paragraphe que personne ne touche.')),
  p(t('Un paragraphe à supprimer en entier.')),
  h('Agir'),
  p(t('Voir '), { type: 'mention', attrs: { id: 'u1', label: 'Nadia Ferrand' } }, t(' pour la suite.')),
  {
    type: 'bulletList',
    content: ['Arbres', 'Ombrières', 'Fontaines'].map((word) => ({
      type: 'listItem',
      content: [p(t(word))],
    })),
  },
  { type: 'table', content: [row('Lieu', 'Budget'), row('Place', '120 000 euros')] },
  p(t('Fin du guide.')),
];
