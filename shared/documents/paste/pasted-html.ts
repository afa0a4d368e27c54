import { cleanElements } from './pasted-elements.ts';
import { takeImages } from './pasted-images.ts';
import { nestLists, wordLists } from './pasted-lists.ts';
import { noteCalls } from './pasted-notes.ts';

/** What was copied elsewhere, as our schema can take it. */
export interface CleanPaste {
  /** Known elements only; the image at `images[n]` stands as `<img data-pasted="n">`. */
  readonly html: string;
  /** Images that came inside the text, as `data:` addresses, to be made files of ours. */
  readonly images: readonly string[];
  /** Images that stay where they are: on another site, or on the disk of whoever copied. */
  readonly leftOut: number;
}

/**
 * [D18] Takes what Word, LibreOffice, Google Docs and web pages put on the clipboard to what a document may hold: lists, headings
 * from 2 to 4, tables, notes, emphasis, links; their layout, comments and fields are dropped. `root` holds the parsed HTML and is
 * changed; nothing in it is ever attached to a page, so that nothing of it runs or is fetched. `origin` is our own. Total.
 */
export function cleanPaste(root: HTMLElement, origin: string): CleanPaste {
  const isWord = /\bMso|mso-|urn:schemas-microsoft-com/.test(root.innerHTML);
  removeComments(root);
  for (const one of root.querySelectorAll(DROPPED)) one.remove();
  for (const one of root.querySelectorAll('*')) if (isHidden(one)) one.remove();
  if (isWord) for (const one of root.querySelectorAll(WORD_DROPPED)) one.remove();
  noteCalls(root);
  if (isWord) wordLists(root);
  for (const one of root.querySelectorAll('[style*="mso-list:Ignore" i]')) one.remove();
  nestLists(root);
  raiseHeadings(root);
  const { images, leftOut } = takeImages(root, origin);
  cleanElements(root, origin);
  return { html: root.innerHTML, images, leftOut };
}

const DROPPED =
  'script, style, link, meta, title, template, noscript, object, applet, svg, canvas, video, audio, form > button, button, select, textarea, nav, dialog, map, colgroup, br.Apple-interchange-newline';

/** Comments, tables of contents, fields and deleted text of a word processor. */
const WORD_DROPPED = [
  'del',
  '.MsoCommentReference',
  '[class^="MsoToc"]',
  '[style*="mso-element:comment" i]',
  '[style*="mso-element:field-begin" i]',
  '[style*="mso-hide:all" i]',
  'xml',
].join(',');

function isHidden(element: Element): boolean {
  return /display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style') ?? '');
}

function removeComments(node: Node): void {
  for (const child of [...node.childNodes]) {
    // Comments, and the instructions that browsers read as comments.
    if (child.nodeType === 8 || child.nodeType === 7) child.remove();
    else removeComments(child);
  }
}

/** The title of a copied page is a heading of ours: when there is a first level, all go one down. Below the fourth is the fourth. */
function raiseHeadings(root: HTMLElement): void {
  for (const title of root.querySelectorAll('p.MsoTitle')) rename(title, 'h1');
  const down = root.querySelector('h1') ? 1 : 0;
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const level = Math.min(4, Number(heading.localName.slice(1)) + down);
    rename(heading, `h${level}`);
  }
}

function rename(element: Element, tag: string): void {
  if (element.localName === tag) return;
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
