import { NO_ATTR, type PandocNode } from './pandoc-inlines.ts';

/** The style of the tables without rules that hold columns; the looks draw it, and the import knows it. */
export const COLUMNS_STYLE = 'Colonnes';

const raw = (xml: string): PandocNode => ({ t: 'RawBlock', c: ['opendocument', xml] });

/** Columns side by side: a table of one row, which goes on from page to page where the columns of a page would be mixed up. */
export function columnsOf(columns: readonly (readonly PandocNode[])[], to: 'docx' | 'odt'): PandocNode[] {
  if (columns.length < 2) return columns.flat();
  if (to === 'docx') {
    const cells = columns.map((blocks) => [NO_ATTR, { t: 'AlignDefault' }, 1, 1, blocks]);
    const width = [{ t: 'AlignDefault' }, { t: 'ColWidth', c: 1 / columns.length }];
    return [
      {
        t: 'Table',
        c: [
          ['', [], [['custom-style', COLUMNS_STYLE]]],
          [null, []],
          columns.map(() => width),
          [NO_ATTR, []],
          [[NO_ATTR, 0, [], [[NO_ATTR, cells]]]],
          [NO_ATTR, []],
        ],
      },
    ];
  }
  // Its writer gives a table no style of ours.
  const open = `<table:table-cell table:style-name="${COLUMNS_STYLE}_cellule" office:value-type="string">`;
  return [
    raw(
      `<table:table table:name="${COLUMNS_STYLE}" table:style-name="${COLUMNS_STYLE}"><table:table-column table:number-columns-repeated="${columns.length}"/><table:table-row>`,
    ),
    ...columns.flatMap((blocks) => [
      raw(open),
      ...(blocks.length > 0 ? blocks : [raw('<text:p/>')]),
      raw('</table:table-cell>'),
    ]),
    raw('</table:table-row></table:table>'),
  ];
}
