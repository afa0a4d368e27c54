import type { BlockJson } from '../../documents/text/document-blocks.ts';
import { steering as words } from './steering.fr.ts';
import type { SteeringTable } from './tables.ts';

const text = (said: string): BlockJson => ({
  type: 'paragraph',
  ...(said !== '' && { content: [{ type: 'text', text: said }] }),
});
const heading = (said: string): BlockJson => ({
  type: 'heading',
  attrs: { level: 1 },
  content: [{ type: 'text', text: said }],
});

/** [PI11] The tables as the text of a report: a heading and a table each, headings of rows told apart. */
export function reportBlocks(tables: readonly SteeringTable[], lead: string): BlockJson[] {
  return [
    text(lead),
    ...tables.flatMap(({ title, columns, rows }) => [
      heading(title),
      rows.length === 0 ? text(words.tables.empty) : tableBlock(columns, rows),
    ]),
  ];
}

/** A table of a text, headings of rows told apart. */
export function tableBlock(columns: readonly string[], rows: SteeringTable['rows']): BlockJson {
  const cell = (type: string, said: string | number): BlockJson => ({ type, content: [text(String(said))] });
  const row = (cells: readonly BlockJson[]): BlockJson => ({ type: 'tableRow', content: cells });
  return {
    type: 'table',
    content: [
      row(columns.map((column) => cell('tableHeader', column))),
      ...rows.map((cells) =>
        row(cells.map((said, at) => cell(at === 0 ? 'tableHeader' : 'tableCell', said))),
      ),
    ],
  };
}
