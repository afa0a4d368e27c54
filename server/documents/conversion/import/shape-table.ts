import { COLUMNS_STYLE } from '../pandoc-columns.ts';
import { el, type HtmlElement, type HtmlNode, isElement, said, textOf } from './html-node.ts';
import { COLUMNS_SIGN } from './shape-inline.ts';

/**
 * A table with its headers where they are known only by their look: a first row, or a first column, whose every cell is bold from
 * end to end. `shape` makes the content of a cell.
 */
export function shapeTable(
  table: HtmlElement,
  shape: (nodes: readonly HtmlNode[]) => HtmlNode[],
): HtmlElement {
  const columns = columnsIn(table);
  if (columns)
    return el(
      'div',
      { className: ['columns'] },
      ...columns.map((cell) => el('div', { className: ['column'] }, ...shape(cell.children))),
    );
  const caption = table.children.find((node) => isElement(node, 'caption'));
  const rows = rowsOf(table);
  const cells = rows.map((row) => row.children.filter((node) => isElement(node, 'td', 'th')));
  const hasHead = cells[0]?.every(({ tagName }) => tagName === 'th') ?? false;
  const bodyFrom = hasHead ? cells.findIndex((row) => row.some(({ tagName }) => tagName === 'td')) : 0;
  if (!hasHead && cells.length > 1 && cells[0]?.every(isBold)) for (const cell of cells[0]) head(cell);
  const body = cells.slice(
    Math.max(0, hasHead ? bodyFrom : cells[0]?.every(({ tagName }) => tagName === 'th') ? 1 : 0),
  );
  const firsts = firstColumn(body);
  const isMarked = firsts.some(({ tagName }) => tagName === 'th');
  if (!isMarked && body.length > 0 && (body[0]?.length ?? 0) > 1 && firsts.every(isBold))
    for (const cell of firsts) head(cell);
  const written = rows.map((row) =>
    el(
      'tr',
      {},
      ...row.children
        .filter((node) => isElement(node, 'td', 'th'))
        .map((node) => ({ ...node, children: shape(node.children) })),
    ),
  );
  const words = caption ? textOf(caption).replace(/\s+/g, ' ').trim() : '';
  return el(
    'table',
    {},
    ...(words ? [el('caption', {}, { type: 'text', value: words })] : []),
    el('tbody', {}, ...written),
  );
}

/** Columns that we exported ourselves: a table of one row, known by its style, or by the sign that stands for it in an ODT. */
function columnsIn(table: HtmlElement): HtmlElement[] | null {
  const [row, ...others] = rowsOf(table);
  if (!row || others.length > 0) return null;
  const cells = row.children.filter((node): node is HtmlElement => isElement(node, 'td', 'th'));
  if (table.properties.dataCustomStyle === COLUMNS_STYLE) return cells;
  const [first] = cells;
  const at = first ? first.children.findIndex((node) => textOf(node).trim() === COLUMNS_SIGN) : -1;
  if (at < 0) return null;
  first?.children.splice(at, 1);
  return cells;
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.children.flatMap((node): HtmlElement[] => {
    if (isElement(node, 'tr')) return [node];
    return isElement(node, 'thead', 'tbody', 'tfoot') ? rowsOf(node) : [];
  });
}

/** The cells of the first column: a cell that spans rows stands for the rows below. */
function firstColumn(rows: readonly (readonly HtmlElement[])[]): HtmlElement[] {
  const found: HtmlElement[] = [];
  let covered = 0;
  for (const [first] of rows) {
    if (covered > 0) {
      covered--;
      continue;
    }
    if (!first) continue;
    found.push(first);
    covered = Math.max(1, Number(first.properties.rowSpan ?? 1)) - 1;
  }
  return found;
}

function isBold(cell: HtmlElement): boolean {
  const inner = innermost(cell);
  const nodes = said(inner.children);
  return (
    textOf(cell).trim() !== '' && nodes.length > 0 && nodes.every((node) => isElement(node, 'strong', 'b'))
  );
}

/** Through the one paragraph of a cell. */
function innermost(element: HtmlElement): HtmlElement {
  const [only, ...others] = said(element.children);
  return others.length === 0 && isElement(only, 'p', 'div') ? innermost(only) : element;
}

function head(cell: HtmlElement): void {
  cell.tagName = 'th';
  const inner = innermost(cell);
  inner.children = inner.children.flatMap((node) =>
    isElement(node, 'strong', 'b') ? node.children : [node],
  );
}
