import type { Page } from '@playwright/test';

/** Faults of what a page says beside its looks: headings, lists, tables, pictures, hidden and drawn words. */
export async function misbuilt(page: Page): Promise<readonly string[]> {
  return page.evaluate(look);
}

/** Runs in the page. */
function look(): string[] {
  const faults: string[] = [];
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').replace(/\s+/g, '.')}`;

  // RGAA 9.1: the plan of the page by its headings alone.
  let level = 0;
  for (const heading of document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')) {
    if (!isSeen(heading)) continue;
    const own = Number(heading.tagName.slice(1));
    const words = heading.textContent.trim();
    if (words === '') faults.push('an empty heading');
    if (own > level + 1 && level > 0) faults.push(`heading ${own} after ${level}: ${words}`);
    level = own;
  }

  // 9.3: three of a kind in a row are a list, the fields of a form, or parts with a heading of their own.
  const isOwn = (element: Element) =>
    element.matches(
      '.field, p, form, button, label, fieldset, details, section, article, [class*="min-w-0"], [role]',
    ) ||
    element.querySelector('h2, h3, h4') !== null ||
    element.closest(
      'nav, ul, ol, dl, table, svg, select, p, label, [aria-hidden="true"], [role="toolbar"], .tiptap',
    ) !== null;
  for (const box of document.querySelectorAll('body *')) {
    let row = 1;
    const children = [...box.children].filter(isSeen);
    for (const [at, child] of children.entries()) {
      const before = children[at - 1];
      row = before && before.tagName === child.tagName && before.className === child.className ? row + 1 : 1;
      if (row === 3 && !isOwn(child)) faults.push(`a row of ${nameOf(child)} in ${nameOf(box)} is no list`);
    }
  }

  // 5.1: headers of the first line and of the first column only; anything else asks for a summary.
  for (const table of document.querySelectorAll('table')) {
    const late = [...table.rows].flatMap((row) => (row.rowIndex === 0 ? [] : [...row.cells].slice(1)));
    if (table.tHead && table.tHead.rows.length > 1)
      faults.push(`two lines of headers: ${table.caption?.textContent}`);
    if (late.filter((cell) => cell.matches('th')).length > 1)
      faults.push(`headers inside: ${table.caption?.textContent}`);
    if (table.caption && table.caption.textContent.trim().length < 5)
      faults.push('a table that its title does not name');
  }

  // 4: the sample has no sound and no film, nor the door of one.
  for (const media of document.querySelectorAll('audio, video, object, embed, iframe, [data-type="embed"]'))
    faults.push(`media ${nameOf(media)}`);
  // 1.3: every picture of the sample is one of the product’s help, or a label in letters with its name.
  for (const picture of document.querySelectorAll('img, [role="img"]')) {
    const alt = picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? '';
    const isLabelled = picture.hasAttribute('aria-labelledby');
    const isOurs = new URL(
      (picture as HTMLImageElement).src ?? '/assets/',
      location.href,
    ).pathname.startsWith('/assets/');
    if (!isOurs) faults.push(`a picture of a member: ${nameOf(picture)}`);
    if (!isLabelled && alt.length < 3 && isSeen(picture)) faults.push(`picture ${nameOf(picture)} “${alt}”`);
  }

  // 10.2: no word stands in a style; the marks of the trail of pages are left out without harm.
  for (const element of document.querySelectorAll('body *')) {
    if (getComputedStyle(element).backgroundImage.includes('url('))
      faults.push(`drawn by a style: ${nameOf(element)}`);
    for (const side of ['::before', '::after']) {
      const { content, display } = getComputedStyle(element, side);
      if (display !== 'none' && /\p{L}|\p{N}/u.test(content.replace(/^(?:normal|none|counters?\(.*\))$/, '')))
        faults.push(`written by a style: ${nameOf(element)}${side} ${content}`);
    }
  }
  // 10.1: no space stands for a column or for letters set apart.
  const walker = document.createTreeWalker(
    document.querySelector('main') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isCode = node.parentElement?.closest('pre, code, script, style') !== null;
    if (!isCode && /[\u00a0\u2000-\u200a]{2,}|(?:^|\s)(?:\p{L} ){4,}/u.test(node.textContent ?? ''))
      faults.push(`spaces: ${node.textContent?.slice(0, 40)}`);
  }
  // 8.7: no passage in English; of other languages nobody has written in the sample.
  for (const block of document.querySelectorAll('main :is(p, li, td, th, dd, h1, h2, h3, h4, blockquote)')) {
    const code = block.cloneNode(true) as HTMLElement;
    for (const apart of code.querySelectorAll('code, pre, [lang]')) apart.remove();
    const english = code.textContent.match(/\b(?:the|of|for|and|with|from|this)\b/g) ?? [];
    if (english.length > 1) faults.push(`in English: ${code.textContent.trim().slice(0, 60)}`);
  }
  // 10.8: what is told to nobody is told elsewhere in words: letters of an avatar apart, which stand beside a name.
  const told = document.body.cloneNode(true) as HTMLElement;
  for (const hidden of told.querySelectorAll('[aria-hidden="true"], script, style')) hidden.remove();
  const words = `${told.textContent} ${[...told.querySelectorAll('[aria-label]')].map(({ ariaLabel }) => ariaLabel).join(' ')}`;
  for (const hidden of document.querySelectorAll('[aria-hidden="true"]:not(.av, .av *, svg, svg *)')) {
    // The legend of a drawing that is told to nobody names its shades, an inset its place by its code; what a mouse finds is no text.
    const legend = Array.from(hidden.querySelectorAll('.legend, .insets'), (own) => own.textContent);
    const seen = hidden.cloneNode(true) as HTMLElement;
    for (const found of seen.querySelectorAll('svg title')) found.remove();
    for (const drawn of seen.querySelectorAll('*')) drawn.append(' ');
    const said = seen.textContent.match(/\p{L}{4,}|\p{N}+/gu) ?? [];
    const missing = said.filter((word) => !`${words} ${legend}`.includes(word));
    if (isSeen(hidden) && missing.length > 0) faults.push(`told to nobody: ${missing.slice(0, 5).join(' ')}`);
  }
  return faults;
}
