import { strFromU8 } from 'fflate';
import { type Role, readXml, SourceText, type XmlReading } from './source-text.ts';
import { given, type Namespaces, parseXml, type XmlElement } from './xml-tree.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
/** Prefixes of OpenDocument. */
export const ODT_NAMESPACES: Namespaces = {
  ...Object.fromEntries(
    ['office', 'text', 'table', 'style', 'form', 'meta', 'script', 'presentation'].map((name) => [
      `${OASIS}:${name}:1.0`,
      name,
    ]),
  ),
  [`${OASIS}:drawing:1.0`]: 'draw',
  [`${OASIS}:svg-compatible:1.0`]: 'svg',
  [`${OASIS}:chart:1.0`]: 'chart',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/1998/Math/MathML': 'math',
};

const named = <T extends Role>(role: T, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, role]));

const ROLES: Readonly<Record<string, Role>> = {
  ...named(
    'line',
    ...['text:p', 'text:h', 'text:list-item', 'text:list-header', 'text:index-title', 'text:ruby-text'],
    ...['table:table', 'table:table-row', 'table:table-cell', 'table:covered-table-cell'],
    ...['svg:title', 'svg:desc', 'table:title', 'table:desc'],
  ),
  ...named('break', 'text:s', 'text:tab', 'text:line-break'),
  // Numbers that are counted, facts about who wrote, templates, programs: nobody wrote them in the text.
  ...named(
    'nothing',
    ...['text:note-citation', 'text:number', 'text:page-number', 'text:page-count', 'text:script'],
    ...['office:change-info', 'dc:creator', 'dc:date', 'meta:date-string', 'meta:creator-initials'],
    ...['office:binary-data', 'office:event-listeners', 'office:scripts', 'math:annotation'],
  ),
  ...named({ aside: null }, 'text:note-body', 'text:note'),
  'office:annotation': { aside: 'comments' },
  'text:tracked-changes': { aside: 'changes' },
  'math:math': { aside: 'formulas' },
  ...named(
    { aside: 'contents' },
    ...['text:table-of-content', 'text:illustration-index', 'text:table-index', 'text:object-index'],
  ),
};

/** How its text is read. */
export const ODT_READING: XmlReading = {
  roleOf(element) {
    if (/^text:.+-source$/.test(element.name)) return 'nothing';
    if (element.name.startsWith('draw:')) return { aside: null };
    return ROLES[element.name] ?? (element.name === 'text:span' ? undefined : 'part');
  },
  saidBy(element) {
    if (element.name === 'text:hidden-text') return given(element, 'text:string-value');
    return element.name.startsWith('form:') ? given(element, 'form:label') : '';
  },
  written: null,
};

/** [X18] What is written in an ODT: its text, what stands above and below its pages, and the objects that it holds. */
export function odtText(parts: Readonly<Record<string, Uint8Array>>): SourceText {
  const source = new SourceText();
  const treeOf = (name: string) => parseXml(strFromU8(parts[name] ?? new Uint8Array()), ODT_NAMESPACES).root;
  for (const body of found(treeOf('content.xml'), 'office:body'))
    readXml(body, { source, place: 'words', reading: ODT_READING });
  const headers = new Set<string>();
  for (const master of found(treeOf('styles.xml'), 'office:master-styles'))
    for (const block of found(master, ...HEADERS)) {
      const read = new SourceText();
      readXml(block, { source: read, place: 'headers', reading: ODT_READING });
      headers.add(read.of('headers'));
    }
  // A page number alone says nothing of the text.
  for (const text of headers) if (/\p{L}{2}/u.test(text)) source.add('headers', text);
  for (const name of Object.keys(parts)) {
    if (!/^.+\/content\.xml$/.test(name)) continue;
    const root = treeOf(name);
    const [formula] = found(root, 'math:math');
    if (formula) readXml(formula, { source, place: 'formulas', reading: ODT_READING });
    else readXml(root, { source, place: 'charts', reading: ODT_READING });
  }
  return source;
}

const HEADERS = ['header', 'footer'].flatMap((name) =>
  ['', '-first', '-left'].map((which) => `style:${name}${which}`),
);

/** The outermost elements of these names. */
function found(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return names.includes(child.name) ? [child] : found(child, ...names);
  });
}
