import { CALLOUTS, type CalloutKind } from '#shared/documents/attribute/document-attributes.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { CALLOUT_STYLE } from '../pandoc-blocks.ts';
import {
  classesOf,
  el,
  type HtmlElement,
  type HtmlNode,
  isBlank,
  isElement,
  said,
  textOf,
} from './html-node.ts';
import type { Losses } from './losses.ts';

/** GitHub’s alerts, as pandoc reads them. */
const ALERTS: Readonly<Record<string, CalloutKind>> = {
  note: 'info',
  tip: 'practice',
  important: 'key',
  warning: 'warning',
  caution: 'warning',
};

/** An alert without the name of its kind, which pandoc writes above; what somebody else wrote there is text. Null for others. */
export function alertOf(
  node: HtmlElement,
): { readonly kind: CalloutKind; readonly children: readonly HtmlNode[] } | null {
  const name = classesOf(node).find((one) => Object.hasOwn(ALERTS, one)) ?? '';
  const kind = ALERTS[name];
  if (!kind) return null;
  const isName = (child: HtmlNode) =>
    isElement(child) && classesOf(child).includes('title') && textOf(child).trim().toLowerCase() === name;
  return { kind, children: node.children.filter((child) => !isName(child)) };
}

/** Quotations that a word processor made of one paragraph each, and the pieces of one callout, are one. */
export function joined(nodes: readonly HtmlNode[], losses: Losses): HtmlNode[] {
  const kept: HtmlNode[] = [];
  for (const node of nodes) {
    const last = kept.at(-1);
    const style = isElement(node, 'blockquote') ? node.properties.dataCustomStyle : undefined;
    if (
      style &&
      isElement(last, 'blockquote') &&
      last.properties.dataCustomStyle === style &&
      !(isTitle(node) && style === CALLOUT_STYLE.toLowerCase())
    )
      last.children.push(...(node as HtmlElement).children);
    else if (!isBlank(node)) kept.push(node);
  }
  return kept.map((node) =>
    isElement(node, 'blockquote') && node.properties.dataCustomStyle ? quoteOf(node.children, losses) : node,
  );
}

/** The kinds of callouts by their names. */
export const CALLOUT_NAMES: ReadonlyMap<string, CalloutKind> = new Map(
  CALLOUTS.map((kind) => [documentBlocks.callouts[kind], kind]),
);

function titleOf(node: HtmlNode | undefined): CalloutKind | null {
  if (!isElement(node, 'p')) return null;
  const [only, ...others] = said(node.children);
  return others.length === 0 && isElement(only, 'strong', 'b')
    ? (CALLOUT_NAMES.get(textOf(only).trim()) ?? null)
    : null;
}
const isTitle = (node: HtmlNode) => isElement(node) && titleOf(said(node.children)[0]) !== null;

/** A quotation that begins with the name of a callout is one; a last line that begins with a dash is its source. */
export function quoteOf(children: readonly HtmlNode[], losses: Losses): HtmlElement {
  const inner = said(children);
  const kind = titleOf(inner[0]);
  if (kind) {
    losses.settle(documentBlocks.callouts[kind]);
    return calloutOf(kind, inner.slice(1));
  }
  const last = inner.at(-1);
  const source =
    inner.length > 1 && isElement(last, 'p')
      ? /^[—–]\s+(.{1,300})$/u.exec(textOf(last).trim())?.[1]
      : undefined;
  if (!source) return el('blockquote', {}, ...inner);
  return el(
    'figure',
    { className: ['quote'] },
    el('blockquote', {}, ...inner.slice(0, -1)),
    el('figcaption', {}, { type: 'text', value: source }),
  );
}

/** A callout of this kind around these blocks. */
export function calloutOf(kind: CalloutKind, inner: readonly HtmlNode[]): HtmlElement {
  return el(
    'div',
    { className: ['callout'], dataKind: kind },
    el('div', { className: ['callout-body'] }, ...inner),
  );
}
