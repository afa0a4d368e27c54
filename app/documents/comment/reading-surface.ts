import * as Y from 'yjs';
import {
  caretPassage,
  passageOf,
  plainText,
  rangesOf,
  textOf,
  textsIn,
} from '#shared/documents/comment/passage.ts';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { proposalOf } from './proposal-mark.ts';
import type { Chosen, TextMark, TextSurface } from './text-surface.ts';

/** What stands in the text as it is read and was not typed as text. */
const NOT_TEXT =
  '.proposal, .mention, .date, .status, .noteref, .math, math, figcaption, [data-type="mention"], [data-latex]';

/** One text of the document as the page shows it: the nodes that its characters stand in, in order. */
interface ShownText {
  readonly text: Y.XmlText;
  readonly nodes: readonly { readonly node: Text; readonly at: number }[];
  readonly plain: string;
}

/** The text of a document that is read without an editor: HTML of our reader in `element`, one child a block. */
export function readingSurface(element: HTMLElement, doc: Y.Doc): TextSurface {
  return {
    element,
    chosen: () => chosenIn(element, doc),
    draw: (marks) => draw(element, doc, marks),
    focus: () => element.focus({ preventScroll: true }),
    intercept: () => undefined,
  };
}

/** Pairs the texts of the document with what is shown of them; a text that is not shown where it should be is left out. */
function shownTexts(element: HTMLElement, doc: Y.Doc): ShownText[] {
  const blocks = doc
    .getXmlFragment(DOCUMENT_FRAGMENT)
    .toArray()
    .filter((item) => item instanceof Y.XmlElement);
  return blocks.flatMap((block, index) => {
    const shown = element.children[index];
    if (!shown || !(block instanceof Y.XmlElement)) return [];
    const nodes = textNodes(shown);
    const whole = nodes.map(({ data }) => data).join('');
    let cursor = 0;
    return textsIn(block).flatMap((text) => {
      const plain = plainText(text);
      const start = plain === '' ? -1 : whole.indexOf(plain, cursor);
      if (start < 0) return [];
      cursor = start + plain.length;
      return [{ text, plain, nodes: nodesBetween(nodes, start, cursor) }];
    });
  });
}

function textNodes(shown: Element): Text[] {
  const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest(NOT_TEXT)) nodes.push(node);
  }
  return nodes;
}

/** The nodes that hold these characters; `at` is where each begins, counted from `start`, negative when before it. */
function nodesBetween(nodes: readonly Text[], start: number, end: number): ShownText['nodes'] {
  const found: { node: Text; at: number }[] = [];
  let at = 0;
  for (const node of nodes) {
    if (at < end && at + node.length > start) found.push({ node, at: at - start });
    at += node.length;
  }
  return found;
}

function chosenIn(element: HTMLElement, doc: Y.Doc): Chosen | null {
  const selection = element.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  const shown = shownTexts(element, doc);
  const box = range.getBoundingClientRect();
  const ranges = shown.flatMap(({ text, plain, nodes }) => {
    const inside = nodes.filter(({ node }) => range.intersectsNode(node));
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return [];
    const from = first.at + (first.node === range.startContainer ? range.startOffset : 0);
    const to = last.at + (last.node === range.endContainer ? range.endOffset : last.node.length);
    const [start, end] = [Math.max(0, from), Math.min(plain.length, to)];
    return start < end || range.collapsed ? [{ text, from: start, to: end }] : [];
  });
  const [first, ...others] = ranges;
  if (!first) return null;
  if (range.collapsed)
    return { passage: caretPassage({ type: first.text, index: first.from }), text: '', box };
  const all = rangesOf(doc, { type: first.text, index: first.from }, endOf(others.at(-1) ?? first));
  const [start, ...rest] = all;
  return start ? { passage: passageOf([start, ...rest]), text: textOf(all), box } : null;
}

function endOf({ text, to }: { text: Y.XmlText; to: number }) {
  return { type: text, index: to };
}

/** Blocks whose marks are already as they should be are left alone: a selection in them stays. */
function draw(element: HTMLElement, doc: Y.Doc, marks: readonly TextMark[]): void {
  for (const block of element.children) clear(block);
  const shown = new Map(shownTexts(element, doc).map((one) => [one.text, one]));
  for (const mark of marks) {
    let last: Node | null = null;
    for (const { text, from, to } of mark.ranges) {
      const there = shown.get(text);
      if (there) last = wrap(there, from, to, mark) ?? last;
    }
    if (mark.proposed) place(mark, last, shown);
    // Wrapping splits nodes: whatever comes next stands in other ones.
    for (const one of shownTexts(element, doc)) shown.set(one.text, one);
  }
}

function clear(block: Element): void {
  for (const proposal of block.querySelectorAll('.proposal')) proposal.remove();
  const wrapped = block.querySelectorAll('.passage');
  for (const mark of wrapped) mark.replaceWith(...mark.childNodes);
  if (wrapped.length > 0) block.normalize();
}

function wrap({ nodes }: ShownText, from: number, to: number, mark: TextMark): Node | null {
  let last: Node | null = null;
  for (const { node, at } of nodes) {
    const [start, end] = [Math.max(0, from - at), Math.min(node.length, to - at)];
    if (start >= end) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const wrapper = document.createElement(mark.proposed === null ? 'mark' : 'del');
    wrapper.className = mark.isCurrent ? 'passage on' : 'passage';
    wrapper.dataset.thread = mark.threadId;
    wrapper.setAttribute('aria-describedby', `fil-${mark.threadId}-resume`);
    range.surroundContents(wrapper);
    last = wrapper;
  }
  return last;
}

function place(mark: TextMark, after: Node | null, shown: ReadonlyMap<Y.XmlText, ShownText>): void {
  const proposal = proposalOf(mark);
  if (after) return void after.parentNode?.insertBefore(proposal, after.nextSibling);
  const { type, index } = mark.caret;
  const there = type instanceof Y.XmlText ? shown.get(type) : undefined;
  const found = there?.nodes.findLast(({ at }) => at <= index);
  if (!found) return;
  const rest = found.node.splitText(Math.min(found.node.length, Math.max(0, index - found.at)));
  rest.parentNode?.insertBefore(proposal, rest);
}
