import type { AnyExtension } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import type { DOMOutputSpec } from '@tiptap/pm/model';
import { type Attrs, readAttrs } from '../attribute/document-attributes.ts';
import { editable, HOLE, type Markup } from './document-markup.ts';
import { textIn } from './parse-element.ts';
import { attributesOf } from './schema-attributes.ts';
import { cellMarkup, tableMarkup } from './table-markup.ts';

const spec = (markup: Markup) => editable(markup);

const TableBlock = Table.extend({
  addAttributes: () => attributesOf('table', { caption: (element) => textIn(element, 'caption') }),
  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
  renderHTML({ node }) {
    const { caption } = readAttrs('table', node.attrs);
    const parts: Markup[] = caption === null ? [] : [['caption', {}, caption]];
    return spec(tableMarkup(caption, [...parts, ['tbody', {}, HOLE]]));
  },
});

/**
 * A cell as it is edited: the width of its column stands in itself. A `colgroup` is part of the table's own element, which is
 * drawn once: it would keep the widths that the table had when it was opened.
 */
function editedCell(tag: 'td' | 'th', cell: Attrs<'tableCell'>): DOMOutputSpec {
  const [name, attributes, ...content] = cellMarkup(tag, cell, null);
  const width = cell.colspan === 1 ? cell.colwidth?.[0] : undefined;
  return spec([name, { ...attributes, ...(width && { style: `width: ${width}px` }) }, ...content]);
}

const cellAttributes = {
  colspan: (element: HTMLElement) => Number(element.getAttribute('colspan') ?? 1),
  rowspan: (element: HTMLElement) => Number(element.getAttribute('rowspan') ?? 1),
  colwidth: ({ dataset }: HTMLElement) => dataset.colwidth?.split(',').map(Number),
};

/** Tables with merged cells, headers, captions and widths. */
export const tableNodes: readonly AnyExtension[] = [
  // Without a view of its own, a table being edited is drawn by `renderHTML` as well.
  TableBlock.configure({ View: null }),
  TableRow,
  TableHeader.extend({
    addAttributes: () => attributesOf('tableHeader', cellAttributes),
    renderHTML: ({ node }) => editedCell('th', readAttrs('tableHeader', node.attrs)),
  }),
  TableCell.extend({
    addAttributes: () => attributesOf('tableCell', cellAttributes),
    renderHTML: ({ node }) => editedCell('td', readAttrs('tableCell', node.attrs)),
  }),
];
