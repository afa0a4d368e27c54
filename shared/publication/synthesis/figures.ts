import type { BlockJson } from '../../documents/text/document-blocks.ts';
import { tableBlock } from '../../programme/steering/report.ts';
import type { SteeringTable } from '../../programme/steering/tables.ts';
import { synthesis as words } from './synthesis.fr.ts';
import type { SynthesisRole } from './synthesis-access.ts';

/** [SY10] Tables of the programme’s data that a chapter may take in: those of the steering page, by their keys there. */
const SYNTHESIS_FIGURES = ['experimentations', 'besoins', 'ouverture', 'missions'] as const;
export type SynthesisFigure = (typeof SYNTHESIS_FIGURES)[number];

/** What only the steering page shows is taken in by the coordination alone. */
const FOR_OWNERS: readonly SynthesisFigure[] = ['experimentations', 'besoins'];

/** [SY10] The figures that somebody with this role for a chapter may put into it. */
export function figuresFor(role: SynthesisRole): readonly SynthesisFigure[] {
  if (role === 'manager') return SYNTHESIS_FIGURES;
  return role === 'owner' ? FOR_OWNERS : [];
}

const textOf = ({ text = '', content = [] }: BlockJson): string => text + content.map(textOf).join('');

/**
 * [SY10] The blocks of a chapter with this table in it, told with its day (ISO): in the place of the same one when it is there, else at
 * the end. It is known by its heading, the sentence with its day and the table that follow one another.
 */
export function withFigure(
  blocks: readonly BlockJson[],
  table: SteeringTable,
  day: string,
): { readonly blocks: readonly BlockJson[]; readonly isNew: boolean } {
  const { title, columns, rows } = table;
  const heading: BlockJson = {
    type: 'heading',
    attrs: { level: 3 },
    content: [{ type: 'text', text: title }],
  };
  const dated: BlockJson = {
    type: 'paragraph',
    content: [{ type: 'text', text: words.figures.dated(day) }],
  };
  const found = blocks.findIndex(
    (block, index) =>
      block.type === 'heading' &&
      textOf(block).trim() === title &&
      textOf(blocks[index + 1] ?? { type: '' }).startsWith(words.figures.datedStart) &&
      blocks[index + 2]?.type === 'table',
  );
  const drawn = tableBlock(columns, rows);
  if (found < 0) return { blocks: [...blocks, heading, dated, drawn], isNew: true };
  const kept = blocks[found] ?? heading;
  return {
    blocks: [...blocks.slice(0, found), kept, dated, drawn, ...blocks.slice(found + 3)],
    isNew: false,
  };
}
