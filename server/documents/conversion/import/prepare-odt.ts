import { strFromU8, strToU8, zipSync } from 'fflate';
import { COLUMNS_STYLE } from '../pandoc-columns.ts';
import type { Losses } from './losses.ts';
import { count } from './prepare-docx.ts';

/** Around what pandoc drops and we carry through it, inside the text: signs that no text has. */
export const CARRIED = { open: '\uE000', close: '\uE001' } as const;

/** An ODT ready for pandoc, with what we read ourselves because pandoc does not. */
export interface PreparedOdt {
  readonly bytes: Uint8Array;
  readonly title: string;
  /** MathML of the formulas; the text holds `formula:<index>` between the signs. */
  readonly formulas: readonly string[];
  /** What is said of the images; the text holds `image:<index>` after each. */
  readonly alternatives: readonly string[];
}

const CAPTIONS = [
  'tablecaption',
  'figurecaption',
  'caption',
  'table',
  'illustration',
  'figure',
  'drawing',
  'légende',
  'tableau',
];

/** [X11] Keeps the title, captions, formulas and texts of images, which pandoc’s reader loses, and counts the rest. */
export function prepareOdt(parts: Record<string, Uint8Array>, losses: Losses): PreparedOdt {
  const formulas: string[] = [];
  const alternatives: string[] = [];
  let title = '';
  let content = strFromU8(parts['content.xml'] as Uint8Array);
  losses.add('comments', count(content, /<office:annotation[ >]/g));
  losses.add('changes', count(content, /<text:changed-region\b/g));
  losses.add('forms', count(content, /<form:form\b/g));
  // A comment would stand in the middle of the text that it is about.
  content = content.replace(
    /<office:annotation[ >][\s\S]*?<\/office:annotation>|<office:annotation-end[^>]*\/>/g,
    '',
  );
  const styles = stylesOf(content);
  // An empty paragraph is closed at once: opened, it can carry a sign.
  content = content.replace(/<text:p\b([^>]*)\/>/g, '<text:p$1></text:p>');
  content = content.replace(
    /(<text:p\b[^>]*text:style-name="([^"]+)"[^>]*>)([\s\S]*?)(<\/text:p>)/g,
    (whole, open: string, name: string, inner: string, close: string) => {
      const style = (styles.get(name) ?? name).replaceAll('_20_', ' ').toLowerCase();
      if (style === 'title' && title === '') {
        title = plain(inner);
        return '';
      }
      if (style === 'horizontal line') return `${open}${carry('rule')}${close}`;
      if (style === 'subtitle' && OWN_FACTS.test(plain(inner))) return '';
      return CAPTIONS.includes(style) ? `${open}${carry('caption')}${inner}${close}` : whole;
    },
  );
  content = content.replace(
    new RegExp(
      `(<table:table [^>]*table:name="${COLUMNS_STYLE}[^>]*>(?:(?!<table:table-cell)[\\s\\S])*<table:table-cell[^>]*>)`,
      'g',
    ),
    `$1<text:p>${carry('columns')}</text:p>`,
  );
  content = content.replace(/<draw:frame\b[\s\S]*?<\/draw:frame>/g, (frame) => {
    const object = /<draw:object\b[^>]*xlink:href="(?:\.\/)?([^"]+?)\/?"/.exec(frame)?.[1];
    if (object) {
      const math = parts[`${object}/content.xml`];
      const mathml = math
        ? /<(?:math:)?math\b[\s\S]*<\/(?:math:)?math>/.exec(strFromU8(math))?.[0]
        : undefined;
      if (mathml) return carry(`formula:${formulas.push(mathml.replaceAll('math:', '')) - 1}`);
      losses.add(/<draw:image/.test(frame) ? 'objects' : 'charts');
      return frame;
    }
    if (/<draw:text-box\b/.test(frame)) return frame;
    const said =
      /<svg:desc>([\s\S]*?)<\/svg:desc>/.exec(frame)?.[1] ??
      /<svg:title>([\s\S]*?)<\/svg:title>/.exec(frame)?.[1];
    if (/<draw:image\b/.test(frame))
      return frame + carry(`image:${alternatives.push(plain(said ?? '')) - 1}`);
    return frame;
  });
  parts['content.xml'] = strToU8(content);
  const named = parts['meta.xml']
    ? /<dc:title>([\s\S]*?)<\/dc:title>/.exec(strFromU8(parts['meta.xml']))?.[1]
    : '';
  if (headersSay(parts['styles.xml'])) losses.add('headers');
  return { bytes: zipSync(parts, { level: 1 }), title: title || plain(named ?? ''), formulas, alternatives };
}

/** The line under the title of what we export ourselves: the group, the day, the cities. */
export const OWN_FACTS = /^Groupe de travail .+ · \d{1,2}(?:er)? \p{L}+ \d{4}/u;

function carry(what: string): string {
  return `${CARRIED.open}${what}${CARRIED.close}`;
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
export function plain(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
