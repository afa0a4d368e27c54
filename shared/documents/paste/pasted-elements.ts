import { embedOf } from '../attribute/embed-address.ts';
import { safeLink } from '../attribute/safe-address.ts';

/** Elements that the schema reads; the others leave their content. */
const KEPT = new Set(
  'p h2 h3 h4 ul ol li blockquote pre code strong em s sup sub mark a br hr table caption thead tbody tfoot tr th td img figure figcaption details summary div span section time math annotation iframe label input'.split(
    ' ',
  ),
);
const SAME: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  strike: 's',
  del: 's',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'width', 'height', 'data-pasted'],
  th: ['colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  ol: ['start'],
  ul: ['data-type'],
  li: ['data-checked'],
  time: ['datetime'],
  annotation: ['encoding'],
  iframe: ['src', 'title'],
};
/** Classes that mean something to the schema: a page of ours was copied. */
const OURS =
  /^(?:quote|callout|callout-body|columns|column|attachment|embed|math|image|mention|reference|status|date|footnote|noteref|notes|details-body|missing|outcome|outcome-label|outcome-text)$/;

/** What styles say with numbers, elements say with a name. */
const STYLES: readonly (readonly [style: RegExp, tag: string])[] = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, 'strong'],
  [/font-style:\s*italic/i, 'em'],
  [/text-decoration[^:;]*:[^;]*line-through/i, 's'],
  [/vertical-align:\s*super/i, 'sup'],
  [/vertical-align:\s*sub\b/i, 'sub'],
  [/mso-highlight:|background(?:-color)?:\s*(?:yellow|#ff0\b|#ffff00)/i, 'mark'],
];

/** Leaves of a copied tree what the schema reads, each element with its own attributes only, styles as elements. */
export function cleanElements(root: HTMLElement, origin: string): void {
  for (const row of root.querySelectorAll('thead td')) replaceWith(row, 'th');
  for (const one of everyElement(root)) cleanOne(one, origin);
  for (const table of root.querySelectorAll('table')) {
    const cells = table.querySelectorAll('td, th');
    // A table of one cell was a frame.
    if (cells.length === 1 && cells[0]) table.replaceWith(...cells[0].childNodes);
  }
  for (const paragraph of root.querySelectorAll('p')) {
    const isEmpty =
      !paragraph.textContent?.replace(/[\s\u00a0]/g, '') && !paragraph.querySelector('img, span');
    if (isEmpty && !paragraph.parentElement?.matches('td, th, li, div, summary')) paragraph.remove();
  }
}

/** In the order of the text. */
function everyElement(root: Element): Element[] {
  const found: Element[] = [];
  const waiting = [...root.children].reverse();
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    found.push(element);
    waiting.push(...[...element.children].reverse());
  }
  return found;
}

function cleanOne(element: Element, origin: string): void {
  if (element.localName === 'iframe' && !embedOf(element.getAttribute('src'))) {
    element.remove();
    return;
  }
  const style = element.getAttribute('style') ?? '';
  const known = SAME[element.localName] ?? element.localName;
  const isOurs =
    [...element.classList].some((name) => OURS.test(name)) || element.getAttribute('role') === 'doc-endnotes';
  if (['span', 'font', 'a', 'strong', 'em', 'u', 'ins'].includes(known) && !isOurs)
    wrapStyled(element, style);
  const isPlain =
    !KEPT.has(known) ||
    // Names with a prefix are a word processor's own: <o:p>, <st1:City>.
    element.tagName.includes(':') ||
    (known === 'span' && !isOurs) ||
    (known === 'label' && !element.closest('[data-checked]')) ||
    (known === 'input' && !element.closest('[data-checked]')) ||
    // Google Docs wraps everything in a weightless <b>.
    (known === 'strong' &&
      (/font-weight:\s*(?:normal|400)/i.test(style) || element.closest('h2, h3, h4, th') !== null));
  const href = element.getAttribute('href');
  const own = href?.startsWith('/') ? new URL(href, origin).href : href;
  const isLink = known === 'a' && (isOurs || safeLink(own) !== null);
  if (isPlain || (known === 'a' && !isLink)) {
    if (element.childNodes.length === 0) element.remove();
    else element.replaceWith(...element.childNodes);
    return;
  }
  const kept = known === element.localName ? element : replaceWith(element, known);
  const allowed = ATTRIBUTES[known] ?? [];
  for (const { name } of [...kept.attributes]) {
    const isMeant = isOurs && (/^(?:class|role|id|href|datetime)$/.test(name) || name.startsWith('data-'));
    if (!allowed.includes(name) && !isMeant) kept.removeAttribute(name);
  }
  if (isLink && !isOurs && own) kept.setAttribute('href', own);
}

function wrapStyled(element: Element, style: string): void {
  for (const [pattern, tag] of STYLES) {
    if (!pattern.test(style) || !element.textContent?.trim()) continue;
    if (tag === 'strong' && element.closest('h2, h3, h4, th')) continue;
    const wrap = element.ownerDocument.createElement(tag);
    wrap.append(...element.childNodes);
    element.append(wrap);
  }
}

function replaceWith(element: Element, tag: string): Element {
  const made = element.ownerDocument.createElement(tag);
  for (const { name, value } of [...element.attributes]) made.setAttribute(name, value);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}
