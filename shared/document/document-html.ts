import { escapeHTML, renderJSONContentToString } from '@tiptap/static-renderer/json/html-string';
import { document as words } from '#shared/messages/fr/document.ts';
import type { BlockJson } from './document-blocks.ts';
import { safeImage, safeLink } from './safe-address.ts';

type Mark = NonNullable<BlockJson['marks']>[number];
type NodeParts = {
  readonly node: BlockJson;
  readonly parent?: BlockJson;
  readonly children?: string | string[];
};
type MarkParts = { readonly mark: Mark; readonly children?: string | string[] };

/** How each node is read. Attributes are never copied: each is checked and written here, or left out. */
const NODES: Readonly<Record<string, (parts: NodeParts) => string>> = {
  text: ({ node }) => escapeHTML(node.text ?? ''),
  paragraph: ({ children }) => `<p>${joined(children) || '<br>'}</p>`,
  heading: ({ node, children }) => heading(node, joined(children)),
  bulletList: ({ children }) => `<ul>${joined(children)}</ul>`,
  orderedList: ({ node, children }) => {
    const start = wholeNumber(node.attrs?.start, 1, 9_999);
    return `<ol${start === 1 ? '' : ` start="${start}"`}>${joined(children)}</ol>`;
  },
  listItem: ({ children }) => `<li>${joined(children)}</li>`,
  taskList: ({ children }) => `<ul data-type="taskList">${joined(children)}</ul>`,
  taskItem: ({ node, children }) => {
    const isDone = node.attrs?.checked === true;
    const box = `<input type="checkbox" disabled${isDone ? ' checked' : ''} aria-label="${words.task(isDone)}">`;
    return `<li data-checked="${isDone}"><label>${box}<span></span></label><div>${joined(children)}</div></li>`;
  },
  blockquote: ({ children }) => `<blockquote>${joined(children)}</blockquote>`,
  codeBlock: ({ children }) => `<pre><code>${joined(children)}</code></pre>`,
  horizontalRule: () => '<hr>',
  hardBreak: () => '<br>',
  image: ({ node: { attrs } }) => {
    const src = safeImage(attrs?.src);
    const alt = typeof attrs?.alt === 'string' ? attrs.alt : words.imageWithoutText;
    if (!src) return `<p>${escapeHTML(alt)}</p>`;
    const width = wholeNumber(attrs?.width, 0, 9_999);
    const height = wholeNumber(attrs?.height, 0, 9_999);
    const size = width > 0 && height > 0 ? ` width="${width}" height="${height}"` : '';
    return `<img src="${src}" alt="${escapeAttribute(alt)}"${size} loading="lazy">`;
  },
  table: ({ node, children }) => {
    const rows = typeof children === 'string' ? [children] : (children ?? []);
    const firstOfBody = (node.content ?? []).findIndex((row) => !isHeaderRow(row));
    const head = firstOfBody < 0 ? rows : rows.slice(0, firstOfBody);
    const body = rows.slice(head.length);
    const parts = [
      head.length > 0 && `<thead>${joined(head)}</thead>`,
      body.length > 0 && `<tbody>${joined(body)}</tbody>`,
    ];
    return `<div class="tableWrapper" tabindex="0" role="group" aria-label="${words.table}"><table>${parts.filter(Boolean).join('')}</table></div>`;
  },
  tableRow: ({ children }) => `<tr>${joined(children)}</tr>`,
  tableHeader: ({ node, parent, children }) =>
    `<th${spans(node.attrs)} scope="${parent && isHeaderRow(parent) ? 'col' : 'row'}">${joined(children)}</th>`,
  tableCell: ({ node, children }) => `<td${spans(node.attrs)}>${joined(children)}</td>`,
};

/** How each mark is read. */
const MARKS: Readonly<Record<string, (parts: MarkParts) => string>> = {
  bold: ({ children }) => `<strong>${joined(children)}</strong>`,
  italic: ({ children }) => `<em>${joined(children)}</em>`,
  strike: ({ children }) => `<s>${joined(children)}</s>`,
  code: ({ children }) => `<code>${joined(children)}</code>`,
  link: ({ mark, children }) => {
    const href = safeLink(mark.attrs?.href);
    const text = joined(children);
    return href ? `<a href="${escapeAttribute(href)}" rel="noopener noreferrer nofollow">${text}</a>` : text;
  },
};

/** Names of the nodes and marks that are read, to be compared with those of the editor's schema. */
export const READ_NAMES = { nodes: Object.keys(NODES), marks: Object.keys(MARKS) } as const;

const render = renderJSONContentToString<Mark, Mutable<BlockJson>>({
  nodeMapping: withoutPrototype(NODES),
  markMapping: withoutPrototype(MARKS),
  // What this version does not know shows its text: nothing written is hidden, nothing unknown is trusted.
  unhandledNode: ({ children }) => joined(children),
  unhandledMark: ({ children }) => joined(children),
});

/**
 * A block as HTML that may be shown to anybody: known elements only, every attribute checked, links and images filtered
 * (security plan, A40). A heading may be given the id by which the outline finds it. Total.
 */
export function blockHtml(block: BlockJson, id?: string): string {
  if (id === undefined) return render({ content: block });
  return heading(
    block,
    (block.content ?? []).map((child) => render({ content: child, parent: block })).join(''),
    id,
  );
}

/** [D3] Headings inside a document go from 2 to 4: 1 is its title. */
export function headingLevel(level: unknown): 2 | 3 | 4 {
  return level === 3 || level === 4 ? level : 2;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A document may name a node `constructor`: only our own keys may answer. */
function withoutPrototype<T>(mapping: Readonly<Record<string, T>>): Record<string, T> {
  return Object.assign(Object.create(null), mapping);
}

function heading(node: BlockJson, children: string, id?: string): string {
  const level = headingLevel(node.attrs?.level);
  return `<h${level}${id === undefined ? '' : ` id="${escapeAttribute(id)}"`}>${children}</h${level}>`;
}

function isHeaderRow(row: BlockJson): boolean {
  return (row.content ?? []).length > 0 && (row.content ?? []).every(({ type }) => type === 'tableHeader');
}

function joined(children: string | readonly string[] | undefined): string {
  return typeof children === 'string' ? children : (children ?? []).join('');
}

function escapeAttribute(value: string): string {
  return escapeHTML(value).replaceAll('"', '&quot;');
}

function spans(attrs: BlockJson['attrs']): string {
  const columns = wholeNumber(attrs?.colspan, 1, 100);
  const rows = wholeNumber(attrs?.rowspan, 1, 100);
  return `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
}

/** The value if it is a whole number of this range, else the least. */
function wholeNumber(value: unknown, least: number, most: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : least;
}
