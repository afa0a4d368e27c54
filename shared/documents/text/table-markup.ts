import { document as words } from '#shared/documents/document.fr.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { type Attrs, readAttrs } from '../attribute/document-attributes.ts';
import type { BlockJson } from './document-blocks.ts';
import { HOLE, htmlOf, type Markup } from './document-markup.ts';

type Cell = Attrs<'tableCell'>;

/** A table wider than the screen scrolls in its own box, which the keyboard must reach. */
export function tableMarkup(caption: string | null, table: readonly [...Markup[]]): Markup {
  const label = caption === null ? words.table : documentBlocks.tableNamed(caption);
  return [
    'div',
    { class: 'tableWrapper', tabindex: '0', role: 'group', 'aria-label': label },
    ['table', {}, ...table],
  ];
}

/** A cell; `scope` only where the headers of rows and columns are told apart. */
export function cellMarkup(
  tag: 'td' | 'th',
  { colspan, rowspan, colwidth }: Cell,
  scope: 'col' | 'row' | null,
): Markup {
  return [
    tag,
    {
      colspan: colspan > 1 ? colspan : null,
      rowspan: rowspan > 1 ? rowspan : null,
      'data-colwidth': colwidth?.join(',') ?? null,
      scope,
    },
    HOLE,
  ];
}

/** The columns whose width was chosen, from the cells of the first row; null when none was. */
function colgroupMarkup(firstRow: readonly Cell[]): Markup | null {
  const widths = firstRow.flatMap(({ colspan, colwidth }) =>
    Array.from({ length: colspan }, (_, index) => colwidth?.[index] ?? 0),
  );
  if (!widths.some((width) => width > 0)) return null;
  return [
    'colgroup',
    {},
    ...widths.map((width): Markup => ['col', { style: width > 0 ? `width: ${width}px` : null }]),
  ];
}

/** A table as it is read: caption, widths, header rows apart from the others; `rows` is the HTML of each row. */
export function tableHtml(table: BlockJson, rows: readonly string[]): string {
  const content = table.content ?? [];
  const { caption } = readAttrs('table', table.attrs);
  const headed = headRows(content);
  const parts: Markup[] = [];
  if (caption !== null) parts.push(['caption', {}, caption]);
  const columns = colgroupMarkup(
    (content[0]?.content ?? []).map(({ attrs }) => readAttrs('tableCell', attrs)),
  );
  if (columns) parts.push(columns);
  if (headed > 0) parts.push(['thead', {}, { raw: rows.slice(0, headed).join('') }]);
  if (headed < rows.length) parts.push(['tbody', {}, { raw: rows.slice(headed).join('') }]);
  return htmlOf(tableMarkup(caption, parts));
}

/** How many rows make the head: all headers, and none that reaches into the body. */
function headRows(rows: readonly BlockJson[]): number {
  const firstOfBody = rows.findIndex((row) => !isHeaderRow(row));
  const head = firstOfBody < 0 ? rows.length : firstOfBody;
  const reach = rows
    .slice(0, head)
    .flatMap((row, index) =>
      (row.content ?? []).map(({ attrs }) => index + readAttrs('tableHeader', attrs).rowspan),
    );
  return Math.max(0, ...reach) > head ? 0 : head;
}

/** Whether every cell of this row is a header. */
export function isHeaderRow(row: BlockJson): boolean {
  return (row.content ?? []).length > 0 && (row.content ?? []).every(({ type }) => type === 'tableHeader');
}
