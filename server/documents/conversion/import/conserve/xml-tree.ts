import { attribute, plainText } from '../../../../kernel/file/xml-text.ts';
import { ImportRefused } from '../import-refused.ts';

/** An element of XML, under the name that its format gives it whatever prefix the file chose. */
export interface XmlElement {
  readonly name: string;
  /** Its name and its attributes as they stand in the file. */
  readonly tag: string;
  readonly attributes: string;
  readonly children: readonly XmlNode[];
}
/** A text stands as in the file, entities included. */
export type XmlNode = XmlElement | string;

/** Prefixes by the address of what they name. */
export type Namespaces = Readonly<Record<string, string>>;

interface Open extends XmlElement {
  readonly children: XmlNode[];
  readonly prefixes: Readonly<Record<string, string>>;
}

/** No text that somebody wrote is that deep; what walks through a tree may call itself. */
const DEPTH_MAX = 500;

/**
 * Reads XML once, from its beginning to its end: what is cut or crossed gives what could be read, and `isWhole` is false.
 * @throws {ImportRefused} when it is deeper than any text.
 */
export function parseXml(
  xml: string,
  namespaces: Namespaces,
): { readonly root: XmlElement; readonly isWhole: boolean } {
  const root: Open = { name: '', tag: '', attributes: '', children: [], prefixes: {} };
  const open: Open[] = [root];
  const top = () => open.at(-1) ?? root;
  let isWhole = true;
  let at = 0;
  while (at < xml.length) {
    const sign = xml.indexOf('<', at);
    const text = xml.slice(at, sign < 0 ? xml.length : sign);
    if (text !== '') top().children.push(text);
    if (sign < 0) break;
    const { kind, end, next } = markupAt(xml, sign);
    if (end < 0) {
      isWhole = false;
      break;
    }
    at = next;
    if (kind === 'data') top().children.push(escaped(xml.slice(sign + 9, end)));
    if (kind === 'close') isWhole = close(open, xml.slice(sign + 2, end).trim()) && isWhole;
    if (kind !== 'open') continue;
    const isEmpty = xml[end - 1] === '/';
    const element = elementOf(xml.slice(sign + 1, isEmpty ? end - 1 : end), top().prefixes, namespaces);
    top().children.push(element);
    if (!isEmpty) open.push(element);
    if (open.length > DEPTH_MAX) throw new ImportRefused('import.corrupt', 'XML too deep');
  }
  return { root, isWhole: isWhole && open.length === 1 };
}

type Markup = 'open' | 'close' | 'data' | 'other';

/** What begins with this `<`, where it ends, and what comes after. */
function markupAt(xml: string, sign: number): { kind: Markup; end: number; next: number } {
  const until = (kind: Markup, mark: string) => {
    const end = xml.indexOf(mark, sign + 2);
    return { kind, end, next: end + mark.length };
  };
  if (xml.startsWith('<!--', sign)) return until('other', '-->');
  if (xml.startsWith('<![CDATA[', sign)) return until('data', ']]>');
  if (xml.startsWith('<?', sign)) return until('other', '?>');
  if (xml.startsWith('</', sign)) return until('close', '>');
  let quote = 0;
  for (let at = sign + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return { kind: xml[sign + 1] === '!' ? 'other' : 'open', end: at, next: at + 1 };
  }
  return { kind: 'open', end: -1, next: -1 };
}

/** Ends the element of this tag, and whatever was left open in it; false when something was. */
function close(open: Open[], tag: string): boolean {
  const index = open.findLastIndex((element, depth) => depth > 0 && element.tag === tag);
  if (index < 0) return false;
  return open.splice(index).length === 1;
}

function elementOf(inner: string, outer: Open['prefixes'], namespaces: Namespaces): Open {
  const tag = /^[^\s]*/.exec(inner)?.[0] ?? '';
  const attributes = inner.slice(tag.length).trimEnd();
  const prefixes = attributes.includes('xmlns') ? { ...outer, ...declared(attributes, namespaces) } : outer;
  const colon = tag.indexOf(':');
  const prefix = colon < 0 ? '' : tag.slice(0, colon);
  const known = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : prefix;
  const local = tag.slice(colon + 1);
  return { name: known ? `${known}:${local}` : local, tag, attributes, children: [], prefixes };
}

/** What this element says of prefixes: a name that we know, else the prefix itself. */
function declared(attributes: string, namespaces: Namespaces): Record<string, string> {
  const found = attributes.matchAll(/(?:^|\s)xmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries(
    [...found].map(([, prefix = '', double, single]) => {
      const address = double ?? single ?? '';
      return [prefix, Object.hasOwn(namespaces, address) ? (namespaces[address] ?? prefix) : prefix];
    }),
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** XML again, as it was but for comments and instructions. */
export function writeXml(nodes: readonly XmlNode[]): string {
  const parts: string[] = [];
  const write = (node: XmlNode): void => {
    if (typeof node === 'string') parts.push(node);
    else if (node.children.length === 0) parts.push(`<${node.tag}${node.attributes}/>`);
    else {
      parts.push(`<${node.tag}${node.attributes}>`);
      node.children.forEach(write);
      parts.push(`</${node.tag}>`);
    }
  };
  nodes.forEach(write);
  return parts.join('');
}

/** An attribute by its usual prefix; empty when it is not given. */
export function given(element: XmlElement, name: string): string {
  return attribute(element.attributes, name) ?? '';
}

/** Whatever text stands in these nodes. */
export function textIn(nodes: readonly XmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? plainText(node) : textIn(node.children))).join('');
}

/** Whether one of these elements is somewhere within. */
export function holds(element: XmlElement, names: ReadonlySet<string>): boolean {
  return element.children.some(
    (child) => typeof child !== 'string' && (names.has(child.name) || holds(child, names)),
  );
}
