import { type HtmlNode, isElement, textOf } from './html-node.ts';
import type { Shaping } from './shape-inline.ts';

/** Of a list of notes, those that nothing calls: the others stand where they are called, and their title says nothing by itself. */
export function uncalledNotes(node: HtmlNode, { called, losses }: Shaping): HtmlNode[] {
  const left = (nodes: readonly HtmlNode[]): HtmlNode[] =>
    nodes.flatMap((one): HtmlNode[] => {
      if (!isElement(one)) return [one];
      if (one.tagName === 'li' && called.has(String(one.properties.id))) return [];
      return [{ ...one, children: left(one.children) }];
    });
  const rest = isElement(node) ? left(node.children) : [];
  const isTitle = (one: HtmlNode) => isElement(one, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
  if (rest.some((one) => !isTitle(one) && /[\p{L}\p{N}]/u.test(textOf(one)))) return rest;
  losses.settle(rest.map(textOf).join('\n'));
  return [];
}
