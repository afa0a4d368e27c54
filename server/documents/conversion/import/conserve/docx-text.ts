import { strFromU8 } from 'fflate';
import { htmlText } from './html-text.ts';
import { countWords, missingFrom } from './missing-words.ts';
import { type Place, type Role, readXml, SourceText, type XmlReading } from './source-text.ts';
import { given, type Namespaces, parseXml, type XmlElement } from './xml-tree.ts';

const ALL = Number.POSITIVE_INFINITY;
const OFFICE = 'http://schemas.openxmlformats.org';
/** Prefixes of Word. */
export const DOCX_NAMESPACES: Namespaces = {
  [`${OFFICE}/wordprocessingml/2006/main`]: 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  [`${OFFICE}/officeDocument/2006/math`]: 'm',
  [`${OFFICE}/markup-compatibility/2006`]: 'mc',
  [`${OFFICE}/drawingml/2006/main`]: 'a',
  [`${OFFICE}/drawingml/2006/picture`]: 'pic',
  [`${OFFICE}/drawingml/2006/chart`]: 'c',
  [`${OFFICE}/drawingml/2006/diagram`]: 'dgm',
  [`${OFFICE}/drawingml/2006/wordprocessingDrawing`]: 'wp',
  'urn:schemas-microsoft-com:vml': 'v',
};

const ROLES: Readonly<Record<string, Role>> = {
  ...Object.fromEntries(['w:tbl', 'w:tr', 'w:tc', 'a:p', 'c:pt'].map((name) => [name, 'line' as const])),
  ...Object.fromEntries(
    ['w:br', 'w:cr', 'w:tab', 'w:ptab', 'w:noBreakHyphen', 'a:br'].map((name) => [name, 'break' as const]),
  ),
  ...Object.fromEntries(
    ['w:sym', 'w:footnoteReference', 'w:endnoteReference', 'w:commentReference', 'w:fldChar'].map((name) => [
      name,
      'joint' as const,
    ]),
  ),
  ...Object.fromEntries(
    ['w:fldSimple', 'w:sdt', 'w:hyperlink', 'w:smartTag', 'w:customXml', 'w:ins', 'w:moveTo', 'w:ruby'].map(
      (name) => [name, 'part' as const],
    ),
  ),
  'c:numCache': 'nothing',
  'w:drawing': { aside: null },
  'w:pict': { aside: null },
  'w:object': { aside: null },
  'w:txbxContent': { aside: null },
  'w:rt': { aside: null },
  'm:oMath': { aside: 'formulas' },
  'w:del': { aside: 'changes' },
};

/** How its text is read. */
export const DOCX_READING: XmlReading = {
  roleOf(element, parent) {
    if (element.name === 'w:p') return isMarkDeleted(element) ? 'merged' : 'line';
    // Word writes the same for itself and for its elders: the first is read.
    if (parent.name === 'mc:AlternateContent') return element === chosen(parent) ? undefined : 'nothing';
    // What was moved away is read by itself.
    if (element.name === 'w:moveFrom') return 'nothing';
    return ROLES[element.name];
  },
  saidBy(element) {
    if (element.name === 'wp:docPr') return `${given(element, 'title')}\n${given(element, 'descr')}`.trim();
    if (element.name === 'v:textpath') return given(element, 'string');
    return '';
  },
  written: new Set(['w:t', 'w:delText', 'm:t', 'a:t', 'c:v']),
};

/** The elements that stand directly in this one. */
export const elementsIn = ({ children }: XmlElement) => children.filter((child) => typeof child !== 'string');

function chosen(alternatives: XmlElement): XmlElement | undefined {
  const given = elementsIn(alternatives);
  return given.find(({ name }) => name === 'mc:Choice') ?? given[0];
}

/** A paragraph whose end was deleted goes on in the next. */
function isMarkDeleted(paragraph: XmlElement): boolean {
  const [properties] = elementsIn(paragraph);
  if (properties?.name !== 'w:pPr') return false;
  const mark = elementsIn(properties).find(({ name }) => name === 'w:rPr');
  return mark !== undefined && elementsIn(mark).some(({ name }) => name === 'w:del');
}

/**
 * [X18] What is written in a DOCX: every part that holds text, so that none is forgotten; building blocks, which stand ready for
 * other documents, are not text of this one.
 */
export function docxText(parts: Readonly<Record<string, Uint8Array>>): SourceText {
  const source = new SourceText();
  const headers = new Set<string>();
  for (const [name, bytes] of Object.entries(parts)) {
    if (/^word\/.+\.x?html?$/i.test(name)) source.add('words', htmlText(strFromU8(bytes)).of('words'));
    if (!/^word\/.+\.xml$/.test(name) || /^word\/(?:glossary|diagrams\/(?!data))/.test(name)) continue;
    const { root } = parseXml(strFromU8(bytes), DOCX_NAMESPACES);
    const place = placeOf(elementsIn(root)[0]?.name);
    if (place !== 'headers') readXml(root, { source, place, reading: DOCX_READING });
    else {
      const read = new SourceText();
      readXml(root, { source: read, place, reading: DOCX_READING });
      headers.add(read.of('headers'));
    }
    readMoved(root, source);
  }
  // The same header on first and other pages is one; a page number alone says nothing.
  for (const text of headers) if (/\p{L}{2}/u.test(text)) source.add('headers', text);
  return source;
}

function placeOf(root: string | undefined): Place {
  if (root === 'w:comments') return 'comments';
  if (root === 'w:hdr' || root === 'w:ftr') return 'headers';
  return root === 'c:chartSpace' || root === 'dgm:dataModel' ? 'charts' : 'words';
}

/** Words that were moved are where they went; those that did not arrive were deleted. */
function readMoved(root: XmlElement, source: SourceText): void {
  const left = new SourceText();
  const arrived = new SourceText();
  const visit = (element: XmlElement): void => {
    for (const child of elementsIn(element)) {
      const moved = child.name === 'w:moveFrom' ? left : child.name === 'w:moveTo' ? arrived : null;
      if (moved) readXml(child, { source: moved, place: 'words', reading: DOCX_READING });
      else visit(child);
    }
  };
  visit(root);
  const { passages } = missingFrom(left.of('words'), countWords(arrived.of('words')), ALL);
  if (passages.length > 0) source.add('changes', passages.join('\n'));
}
