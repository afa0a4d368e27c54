import { el, type HtmlElement, type HtmlNode, isElement, said } from './html-node.ts';

/** A list; one of boxes is a list of tasks, whether its boxes are fields or signs. `shape` makes the content of an item. */
export function shapeList(list: HtmlElement, shape: (nodes: readonly HtmlNode[]) => HtmlNode[]): HtmlElement {
  const items = list.children.filter((node) => isElement(node, 'li'));
  const boxes = items.map(boxOf);
  const isTasks = list.tagName === 'ul' && items.length > 0 && boxes.every((box) => box !== null);
  const written = items.map((item, index) => {
    const inner = shape(item.children);
    return isTasks
      ? el('li', { dataChecked: String(boxes[index]) }, el('div', {}, ...inner))
      : el('li', {}, ...inner);
  });
  const { start } = list.properties;
  return el(list.tagName, isTasks ? { dataType: 'taskList' } : start ? { start } : {}, ...written);
}

/** Whether the item is done, its box taken out of it; null when it has none. */
function boxOf(item: HtmlElement): boolean | null {
  if (item.properties.dataChecked !== undefined) {
    const [label, body] = said(item.children);
    if (isElement(label, 'label') && isElement(body, 'div')) item.children = body.children;
    return String(item.properties.dataChecked) === 'true';
  }
  const place = firstLine(item);
  const [first] = said(place.children);
  if (isElement(first, 'input') && first.properties.type === 'checkbox') {
    place.children = place.children.slice(place.children.indexOf(first) + 1);
    lead(place);
    return Boolean(first.properties.checked);
  }
  if (first?.type !== 'text') return null;
  const sign = /^\s*([☐☑☒✓✔])\s+/u.exec(first.value);
  if (!sign) return null;
  first.value = first.value.slice(sign[0].length);
  return sign[1] !== '☐';
}

function firstLine(item: HtmlElement): HtmlElement {
  const [first] = said(item.children);
  return isElement(first, 'p', 'label', 'div') ? firstLine(first) : item;
}

function lead({ children }: HtmlElement): void {
  const [first] = children;
  if (first?.type === 'text') first.value = first.value.trimStart();
}
