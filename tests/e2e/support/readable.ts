import type { Page } from '@playwright/test';

/** What cannot be read on a page as it stands. */
interface Unreadable {
  /** Text that a box cuts. */
  readonly cut: readonly string[];
  /** Two texts, one drawn over the other. */
  readonly covered: readonly string[];
  /** Boxes scrolled sideways that hold neither a table of data, a board, a drawing nor a toolbar. */
  readonly sideways: readonly string[];
  /** By how many pixels the page is wider than its window. */
  readonly beyond: number;
}

/** Fails when text is cut or covered, or when one has to scroll in two ways to read what is no table, board, drawing or toolbar. */
export async function unreadable(page: Page): Promise<Unreadable> {
  return page.evaluate(look);
}

/** The style sheet of RGAA 10.12. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** Spaces the text of the page as RGAA 10.12 asks, or no longer. */
export async function spaceText(page: Page, isSpaced: boolean): Promise<void> {
  await page.evaluate(
    (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    },
    isSpaced ? SPACED : '',
  );
}

/** Runs in the page. */
function look(): Unreadable {
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').replace(/\s+/g, '.')}`;
  const cut = new Set<string>();
  const covered = new Set<string>();
  const sideways = new Set<string>();
  const isClip = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  const ancestors = (element: Element) => {
    const found: Element[] = [];
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) found.push(at);
    return found;
  };
  /** Told to a screen reader only, or not there yet. */
  const isUndrawn = (chain: readonly Element[]) =>
    chain.some((element) => {
      const { clipPath, opacity, position } = getComputedStyle(element);
      return clipPath !== 'none' || opacity === '0' || (position === 'absolute' && element.clientWidth <= 1);
    });
  const lines: { words: string; layer: Element | undefined; box: DOMRect; node: Node; by: Element }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const by = node.parentElement;
    const words = node.textContent?.trim() ?? '';
    if (!by || words === '' || by.closest('script, style, noscript, option, svg, title')) continue;
    const chain = ancestors(by);
    if (!by.checkVisibility({ visibilityProperty: true }) || isUndrawn(chain)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    for (const element of chain) {
      const { overflowX, overflowY } = getComputedStyle(element);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const edge = element.getBoundingClientRect();
      const isCut = boxes.some(
        ({ left, right, top, bottom, height }) =>
          (isClip(overflowX) && (right > edge.right + 2 || left < edge.left - 2)) ||
          (isClip(overflowY) && (bottom > edge.bottom + 0.3 * height || top < edge.top - 0.3 * height)),
      );
      if (isCut) cut.add(`${nameOf(element)}: ${words.slice(0, 50)}`);
      if (isCut || !isClip(overflowX)) break;
    }
    const layer = chain.find((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position));
    for (const box of boxes) lines.push({ words: words.slice(0, 30), layer, box, node, by });
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  const core = ({ top, bottom, height }: DOMRect) => [top + 0.22 * height, bottom - 0.22 * height] as const;
  for (const [at, one] of lines.entries()) {
    const [top, bottom] = core(one.box);
    for (const other of lines.slice(at + 1)) {
      if (other.box.top > bottom) break;
      const [otherTop, otherBottom] = core(other.box);
      const isBeside = otherTop >= bottom || otherBottom <= top;
      if (isBeside || one.node === other.node || one.layer !== other.layer) continue;
      const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      if (width > 3) covered.add(`${nameOf(one.by)} ${one.words} × ${nameOf(other.by)} ${other.words}`);
    }
  }
  for (const element of document.querySelectorAll('body *')) {
    const { overflowX } = getComputedStyle(element);
    const isScrolled = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    if (!isScrolled || !['auto', 'scroll'].includes(overflowX)) continue;
    const isOfTwoWays = element.matches(
      ':has(> table, > svg), [role="toolbar"], .toolbar, .board, input, textarea, pre',
    );
    if (!isOfTwoWays) sideways.add(nameOf(element));
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  return { cut: [...cut], covered: [...covered], sideways: [...sideways], beyond: scrollWidth - clientWidth };
}
