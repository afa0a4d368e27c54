/** A tree of HTML, as rehype gives it: the part that is used. */
export interface HtmlText {
  type: 'text';
  value: string;
}
export interface HtmlElement {
  type: 'element';
  tagName: string;
  properties: Record<string, unknown>;
  children: HtmlNode[];
}
export type HtmlNode = HtmlElement | HtmlText;

export function el(
  tagName: string,
  properties: Record<string, unknown>,
  ...children: HtmlNode[]
): HtmlElement {
  return { type: 'element', tagName, properties, children };
}

export function isElement(node: HtmlNode | undefined, ...tags: string[]): node is HtmlElement {
  return node?.type === 'element' && (tags.length === 0 || tags.includes(node.tagName));
}

export function classesOf({ properties }: HtmlElement): string[] {
  const { className } = properties;
  return Array.isArray(className)
    ? className.map(String)
    : typeof className === 'string'
      ? className.split(/\s+/)
      : [];
}

export function textOf(node: HtmlNode): string {
  return node.type === 'text' ? node.value : node.children.map(textOf).join('');
}

/** Whitespace between elements, which says nothing. */
export function isBlank(node: HtmlNode): boolean {
  return node.type === 'text' && /^[ \t\r\n\f]*$/.test(node.value);
}

/** The children that say something. */
export function said(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.filter((node) => !isBlank(node));
}

/** The first element of this tag, itself included, in the order of the text. */
export function find(node: HtmlNode, tag: string): HtmlElement | null {
  if (node.type === 'text') return null;
  if (node.tagName === tag) return node;
  for (const child of node.children) {
    const found = find(child, tag);
    if (found) return found;
  }
  return null;
}
