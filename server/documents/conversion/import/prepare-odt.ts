import { strFromU8, strToU8, zipSync } from 'fflate';
import { ODT_NAMESPACES } from './conserve/odt-text.ts';
import { parseXml, writeXml, type XmlElement, type XmlNode } from './conserve/xml-tree.ts';
import { ImportRefused } from './import-refused.ts';
import type { Losses } from './losses.ts';
import { OdtFlow } from './odt-flow.ts';
import { count } from './prepare-docx.ts';
import { signOdt } from './review/odt-review.ts';
import { type ToldReview, withoutSigns } from './review/signs.ts';

/** An ODT ready for pandoc, with what we read ourselves because pandoc does not. */
export interface PreparedOdt {
  readonly bytes: Uint8Array;
  readonly title: string;
  /** MathML of the formulas; the text holds `formula:<index>` between the signs. */
  readonly formulas: readonly string[];
  /** What is said of the images; the text holds `image:<index>` after each. */
  readonly alternatives: readonly string[];
  readonly review: ToldReview;
}

/**
 * [X11] Puts what pandoc’s reader would lose into the text, keeps beside it what has no place there, and counts the rest.
 * @throws {ImportRefused} when its text is cut.
 */
export function prepareOdt(
  parts: Record<string, Uint8Array>,
  losses: Losses,
  { isOurs }: { readonly isOurs: boolean },
): PreparedOdt {
  const written = strFromU8(parts['content.xml'] as Uint8Array);
  const content = isOurs ? written : withoutSigns(written);
  losses.add('restyled', count(content, /<text:format-change\b/g));
  losses.add('forms', count(content, /<form:form\b/g));
  const { root: read, isWhole } = parseXml(content, ODT_NAMESPACES);
  if (!isWhole) throw new ImportRefused('import.corrupt', 'content.xml is cut');
  const { root, review } = signOdt(read);
  const flow = new OdtFlow(parts, stylesOf(content), losses);
  const inFlow = (node: XmlNode): XmlNode => {
    if (typeof node === 'string') return node;
    const children = node.name === 'office:text' ? flow.body(node.children) : node.children.map(inFlow);
    return { ...node, children };
  };
  parts['content.xml'] = strToU8(writeXml((inFlow(root) as XmlElement).children));
  const named = parts['meta.xml']
    ? /<dc:title>([\s\S]*?)<\/dc:title>/.exec(strFromU8(parts['meta.xml']))?.[1]
    : '';
  if (headersSay(parts['styles.xml'])) losses.add('headers');
  const { formulas, alternatives } = flow;
  const title = flow.title || plain(named ?? '');
  return { bytes: zipSync(parts, { level: 1 }), title, formulas, alternatives, review };
}

/** Styles made on the way, by the style of the person that they come from. */
function stylesOf(content: string): Map<string, string> {
  const found = content.matchAll(
    /<style:style\b[^>]*style:name="([^"]+)"[^>]*style:parent-style-name="([^"]+)"/g,
  );
  return new Map([...found].map(([, name = '', parent = '']) => [name, parent]));
}

function headersSay(styles: Uint8Array | undefined): boolean {
  const xml = styles ? strFromU8(styles) : '';
  const blocks =
    xml.match(
      /<style:(?:header|footer)(?:-first|-left)?>[\s\S]*?<\/style:(?:header|footer)(?:-first|-left)?>/g,
    ) ?? [];
  // A page number alone says nothing of the text.
  return blocks.some((block) => /\p{L}{2}/u.test(plain(block)));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of a piece of XML. */
function plain(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
