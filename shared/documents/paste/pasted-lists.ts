import { entryAt } from '../../kernel/entry-at.ts';

/** How Word says that a paragraph is an item: list, level. */
const ITEM = /mso-list:\s*l(\d+)\s+level(\d+)/i;
const ORDERED = /^\(?(?:\d{1,4}|[a-z]|[ivxlc]{1,6})[.)°-]/i;

interface Item {
  readonly paragraph: Element;
  readonly list: string;
  readonly level: number;
  readonly marker: string;
}

/** Word has no lists on the clipboard: paragraphs with a drawn mark. Runs of them become lists, nested by their level. */
export function wordLists(root: HTMLElement): void {
  const found = [...root.querySelectorAll('p')].flatMap((paragraph) => itemOf(paragraph) ?? []);
  for (let start = 0; start < found.length; ) {
    let end = start + 1;
    while (end < found.length && follows(entryAt(found, end - 1), entryAt(found, end))) end++;
    listFrom(found.slice(start, end));
    start = end;
  }
}

function itemOf(paragraph: Element): Item | null {
  const [, list, level] = ITEM.exec(paragraph.getAttribute('style') ?? '') ?? [];
  if (!list || !level) return null;
  const mark = paragraph.querySelector('[style*="mso-list:Ignore" i]');
  return {
    paragraph,
    list,
    level: Math.min(9, Number(level)),
    marker: (mark?.textContent ?? '').replace(/\s/g, ''),
  };
}

/** Whether an item stands right after the other, in the same list or one of its levels. */
function follows(before: Item, item: Item): boolean {
  if (before.paragraph.nextElementSibling !== item.paragraph) return false;
  return before.list === item.list || before.level !== item.level;
}

function listFrom(items: readonly Item[]): void {
  const [first] = items;
  if (!first) return;
  const { ownerDocument } = first.paragraph;
  const open: { readonly level: number; readonly list: Element }[] = [];
  for (const { paragraph, level, marker } of items) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop();
    if (open.length === 0 || (open.at(-1)?.level ?? 0) < level) {
      const list = ownerDocument.createElement(ORDERED.test(marker) ? 'ol' : 'ul');
      const number = Number.parseInt(marker.replace(/^\(/, ''), 10);
      if (list.localName === 'ol' && number > 1) list.setAttribute('start', String(number));
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list);
      else first.paragraph.before(list);
      open.push({ level, list });
    }
    const item = ownerDocument.createElement('li');
    open.at(-1)?.list.append(item);
    const text = ownerDocument.createElement('p');
    text.append(...paragraph.childNodes);
    item.append(text);
    paragraph.remove();
  }
}

/**
 * Lists as the schema has them: a list directly in a list belongs to the item before it (Google Docs, LibreOffice), and what can be
 * ticked is a list of tasks.
 */
export function nestLists(root: HTMLElement): void {
  for (const inner of root.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = inner.previousElementSibling;
    if (before?.localName === 'li') before.append(inner);
    else {
      const item = root.ownerDocument.createElement('li');
      inner.replaceWith(item);
      item.append(inner);
    }
  }
  for (const list of root.querySelectorAll('ul')) {
    const items = [...list.children].filter(({ localName }) => localName === 'li');
    if (list.getAttribute('data-type') === 'taskList') continue;
    if (items.length > 0 && items.every((item) => tickOf(item) !== null)) tasksFrom(list, items);
  }
}

/** Whether an item is ticked; null for an item that cannot be. */
function tickOf(item: Element): boolean | null {
  if (item.getAttribute('role') === 'checkbox') return item.getAttribute('aria-checked') === 'true';
  const box = item.querySelector(
    ':scope > input[type="checkbox"], :scope > p:first-child > input[type="checkbox"], :scope > label > input[type="checkbox"]',
  );
  return box ? box.hasAttribute('checked') : null;
}

function tasksFrom(list: Element, items: readonly Element[]): void {
  list.setAttribute('data-type', 'taskList');
  for (const item of items) {
    const isDone = tickOf(item) === true;
    for (const box of item.querySelectorAll('input[type="checkbox"]')) box.remove();
    // Google Docs draws the box as well.
    if (item.getAttribute('role') === 'checkbox') item.querySelector(':scope > img')?.remove();
    const said = item.ownerDocument.createElement('div');
    said.append(...item.childNodes);
    item.append(said);
    item.setAttribute('data-checked', String(isDone));
  }
}
