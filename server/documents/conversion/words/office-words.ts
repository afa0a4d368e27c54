import { strFromU8 } from 'fflate';
import { plainText } from '../../../kernel/file/xml-text.ts';

/** Parts that hold what people wrote, by the kind of file, in the order in which they are read. */
const WRITTEN: readonly RegExp[] = [
  /^xl\/workbook\.xml$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/worksheets\/sheet\d+\.xml$/,
  /^ppt\/slides\/slide\d+\.xml$/,
  /^ppt\/notesSlides\/notesSlide\d+\.xml$/,
  /^content\.xml$/,
];

/** What is written in a workbook or in slides, a cell or a paragraph a line; empty for other packages. */
export function officeWords(parts: Readonly<Record<string, Uint8Array>>, most: number): string {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const names = Object.keys(parts).sort(compare);
  let text = '';
  for (const pattern of WRITTEN) {
    for (const name of names) {
      if (!pattern.test(name) || text.length > most) continue;
      const xml = strFromU8(parts[name] ?? new Uint8Array());
      text += `${wordsOfXml(name, xml)}\n`;
    }
  }
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
    .slice(0, most);
}

function wordsOfXml(name: string, xml: string): string {
  if (name.endsWith('workbook.xml')) {
    // Names of sheets stand in attributes.
    return [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)]
      .map(([, given = '']) => plainText(given))
      .join('\n');
  }
  // Of a sheet, its numbers are no words: texts stand in cells of their own, or among the shared ones.
  if (name.includes('worksheets/'))
    return [
      ...xml.matchAll(
        /<(?:\w+:)?is>([\s\S]*?)<\/(?:\w+:)?is>|<(?:\w+:)?c\s[^>]*?t="str"[^>]*>(?:<(?:\w+:)?f[\s\S]*?<\/(?:\w+:)?f>)?<(?:\w+:)?v>([^<]*)/g,
      ),
    ]
      .map(([, inline = '', shown = '']) => withoutTags(inline || shown))
      .join('\n');
  return withoutTags(xml);
}

function withoutTags(xml: string): string {
  return plainText(
    xml
      .replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
      .replace(/<(?:text:(?:tab|s|line-break)|a:br)\b[^>]*>/g, ' ')
      .replace(/<\/(?:text:p|text:h|a:p|(?:\w+:)?si)>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  );
}
