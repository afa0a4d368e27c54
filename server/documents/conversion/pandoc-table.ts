import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { ExportSource } from './export-source.ts';
import { NO_ATTR, type PandocNode, strong, textInlines } from './pandoc-inlines.ts';
import { gridOf } from './table-grid.ts';

/** A table as pandoc's tree: caption, widths, header rows apart, merged cells. `write` makes the blocks of a cell. */
export function tableOf(
  table: BlockJson,
  _source: ExportSource,
  write: (blocks: readonly BlockJson[]) => PandocNode[],
): PandocNode[] {
  const grid = gridOf(table);
  if (grid.columns === 0) return [];
  const { caption } = readAttrs('table', table.attrs);
  const row = (cells: (typeof grid.rows)[number], isHead: boolean) => [
    NO_ATTR,
    cells.map(({ node, colspan, rowspan, isHeader }) => {
      const blocks = close(write(node?.content ?? []));
      const bold = isHeader && !isHead ? blocks.map(emboldened) : blocks;
      return [NO_ATTR, { t: 'AlignDefault' }, rowspan, colspan, bold];
    }),
  ];
  const total = grid.widths.reduce((sum, width) => sum + width, 0);
  const isSized = total > 0 && grid.widths.every((width) => width > 0);
  return [
    {
      t: 'Table',
      c: [
        NO_ATTR,
        [null, caption === null ? [] : [{ t: 'Plain', c: textInlines(caption) }]],
        grid.widths.map((width) => [
          { t: 'AlignDefault' },
          isSized ? { t: 'ColWidth', c: width / total } : { t: 'ColWidthDefault' },
        ]),
        [NO_ATTR, grid.rows.slice(0, grid.head).map((cells) => row(cells, true))],
        [[NO_ATTR, 0, [], grid.rows.slice(grid.head).map((cells) => row(cells, false))]],
        [NO_ATTR, []],
      ],
    },
  ];
}

/** One paragraph alone is the cell's own text. */
function close(blocks: readonly PandocNode[]): readonly PandocNode[] {
  const [only] = blocks;
  return blocks.length === 1 && only?.t === 'Para' ? [{ t: 'Plain', c: only.c }] : blocks;
}

/** No format but HTML knows the header of a row: it is set in bold, by which the import knows it again. */
function emboldened(block: PandocNode): PandocNode {
  return block.t === 'Plain' || block.t === 'Para'
    ? { t: block.t, c: [strong(block.c as PandocNode[])] }
    : block;
}
