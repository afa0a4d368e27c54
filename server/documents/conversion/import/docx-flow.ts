import { strFromU8, strToU8 } from 'fflate';
import { DOCX_NAMESPACES, elementsIn } from './conserve/docx-text.ts';
import { holds, parseXml, writeXml, type XmlElement, type XmlNode } from './conserve/xml-tree.ts';

/** Parts that pandoc reads. */
const PARTS = /^word\/(?:document|footnotes|endnotes)\.xml$/;
/** What only says something of the text in it. */
const AROUND = new Set(['w:customXml', 'w:smartTag', 'w:fldSimple']);
const BOX = new Set(['w:txbxContent']);
const PICTURE = new Set(['pic:pic', 'v:imagedata']);
/** What makes a paragraph more than the place of a box. */
const CONTENT = new Set([
  ...['w:t', 'w:sym', 'w:drawing', 'w:pict', 'w:object', 'm:oMath', 'm:oMathPara'],
  ...['w:footnoteReference', 'w:endnoteReference'],
]);

/**
 * [X20] The text of a DOCX in the shape that pandoc’s reader knows: boxes go on after their paragraph wherever it stands, what is
 * said above a word comes after it, fields and tags are what they show.
 */
export function flowDocx(parts: Record<string, Uint8Array>): void {
  for (const [name, bytes] of Object.entries(parts)) {
    if (!PARTS.test(name)) continue;
    const { root, isWhole } = parseXml(strFromU8(bytes), DOCX_NAMESPACES);
    if (isWhole) parts[name] = strToU8(writeXml(blocks(root.children)));
  }
}

function blocks(nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.flatMap((node): XmlNode[] => {
    if (typeof node === 'string') return [node];
    if (node.name === 'w:p') return paragraph(node);
    if (node.name === 'w:sdt') return blocks(controlled(node));
    return AROUND.has(node.name) ? blocks(node.children) : [{ ...node, children: blocks(node.children) }];
  });
}

function paragraph(node: XmlElement): XmlNode[] {
  const floats: XmlNode[] = [];
  const whole = { ...node, children: inlines(node.children, floats) };
  return [...(floats.length > 0 && !holds(whole, CONTENT) ? [] : [whole]), ...blocks(floats)];
}

function inlines(nodes: readonly XmlNode[], floats: XmlNode[]): XmlNode[] {
  return nodes.flatMap((node): XmlNode[] => {
    if (typeof node === 'string') return [node];
    if (node.name === 'w:sdt') return inlines(controlled(node), floats);
    if (AROUND.has(node.name)) return inlines(node.children, floats);
    if (node.name === 'w:r') return run(node, floats);
    // What was deleted does not come in.
    if (node.name === 'w:del' || node.name === 'w:moveFrom') return [node];
    return [{ ...node, children: inlines(node.children, floats) }];
  });
}

const controlled = (control: XmlElement): readonly XmlNode[] =>
  elementsIn(control).find(({ name }) => name === 'w:sdtContent')?.children ?? [];

function run(node: XmlElement, floats: XmlNode[]): XmlNode[] {
  const spoken = elementsIn(node).filter(({ name }) => name === 'w:ruby');
  const children = node.children.flatMap((child): XmlNode[] => {
    if (typeof child === 'string') return [child];
    if (child.name === 'w:ruby') return [];
    if (!holds(child, BOX)) return [child];
    floats.push(...boxesIn(child));
    return holds(child, PICTURE) ? [withoutBoxes(child)] : [];
  });
  return [{ ...node, children }, ...spoken.flatMap((ruby) => rubyRuns(ruby, node, floats))];
}

/** What a word is said to be stands after it. */
function rubyRuns(ruby: XmlElement, { tag }: XmlElement, floats: XmlNode[]): XmlNode[] {
  const inner = (which: string) =>
    inlines(elementsIn(ruby).find(({ name }) => name === which)?.children ?? [], floats);
  const prefix = tag.slice(0, tag.indexOf(':') + 1);
  const text = (words: string): XmlElement => ({
    ...{ name: 'w:r', tag, attributes: '' },
    children: [{ name: 'w:t', tag: `${prefix}t`, attributes: ' xml:space="preserve"', children: [words] }],
  });
  return [...inner('w:rubyBase'), text(' ('), ...inner('w:rt'), text(')')];
}

/** What stands in the boxes of a drawing; Word writes each twice, for itself and for its elders. */
function boxesIn(drawing: XmlElement): XmlNode[] {
  return elementsIn(drawing).flatMap((child) => {
    if (child.name === 'w:txbxContent') return child.children;
    const isSecond = child.name === 'mc:Fallback' && elementsIn(drawing)[0] !== child;
    return isSecond ? [] : boxesIn(child);
  });
}

function withoutBoxes(drawing: XmlElement): XmlElement {
  const children = drawing.children
    .filter((child) => typeof child === 'string' || child.name !== 'w:txbxContent')
    .map((child) => (typeof child === 'string' ? child : withoutBoxes(child)));
  return { ...drawing, children };
}
