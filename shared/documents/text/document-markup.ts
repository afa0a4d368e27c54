/** Where the children of a node stand in its markup. */
export const HOLE = 0;

/** Trusted HTML made elsewhere (formulas); reading only. */
export interface Raw {
  readonly raw: string;
}

/**
 * One element of a document, as data: tag, attributes (null ones are left out), children. The editor draws from it and the
 * reading view is written from it, so that both show the same elements.
 */
export type Markup = readonly [
  tag: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...children: MarkupChild[],
];

export type MarkupChild = Markup | Raw | string | typeof HOLE;

const VOID = new Set(['br', 'col', 'hr', 'img', 'input']);

/** The markup as HTML, everything escaped; `inner` is the HTML of the children. */
export function htmlOf([tag, attributes, ...children]: Markup, inner = ''): string {
  const written = Object.entries(attributes)
    .map(([name, value]) =>
      value === null ? '' : ` ${name}="${escapeText(String(value)).replaceAll('"', '&quot;')}"`,
    )
    .join('');
  if (VOID.has(tag)) return `<${tag}${written}>`;
  const content = children.map((child) => {
    if (child === HOLE) return inner;
    if (typeof child === 'string') return escapeText(child);
    return 'raw' in child ? child.raw : htmlOf(child, inner);
  });
  return `<${tag}${written}>${content.join('')}</${tag}>`;
}

/** Text that may stand between tags. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The same markup for the editor: whatever stands beside the children is ours and is not typed in. */
export function editable(markup: Markup): Markup {
  if (!hasHole(markup)) return markup;
  const [tag, attributes, ...children] = markup;
  const kept = children.map((child): MarkupChild => {
    if (child === HOLE || typeof child === 'string' || 'raw' in child) return child;
    if (hasHole(child)) return editable(child);
    const [childTag, childAttributes, ...inner] = child;
    return [childTag, { ...childAttributes, contenteditable: 'false' }, ...inner];
  });
  return [tag, attributes, ...kept];
}

function hasHole([, , ...children]: Markup): boolean {
  return children.some(
    (child) => child === HOLE || (typeof child !== 'string' && !('raw' in child) && hasHole(child)),
  );
}
