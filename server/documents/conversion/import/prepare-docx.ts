import { strFromU8, strToU8, zipSync } from 'fflate';
import { flowDocx } from './docx-flow.ts';
import type { Losses } from './losses.ts';
import { signDocx } from './review/docx-review.ts';
import { type ToldReview, withoutSigns } from './review/signs.ts';

/**
 * [X11] A DOCX ready for pandoc: what points outside is cut off (links excepted), what pandoc passes over is put into the text or
 * counted.
 */
export function prepareDocx(
  parts: Record<string, Uint8Array>,
  losses: Losses,
  { isOurs }: { readonly isOurs: boolean },
): { readonly bytes: Uint8Array; readonly review: ToldReview } {
  const xml = (name: string) => (parts[name] ? strFromU8(parts[name]) : '');
  for (const name of Object.keys(parts).filter((one) => one.endsWith('.rels'))) {
    const kept = xml(name).replace(/<Relationship\b[^>]*\/?>/g, (relationship) => {
      if (!/TargetMode\s*=\s*["']External["']/i.test(relationship)) return relationship;
      if (/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(relationship)) return relationship;
      losses.add('links');
      return '';
    });
    parts[name] = strToU8(kept);
  }
  const text = xml('word/document.xml');
  losses.add('restyled', count(text, /<w:(?:rPr|pPr|tblPr|trPr|tcPr|sectPr)Change\b/g));
  // Word writes each twice, for itself and for its elders: the second is not counted.
  const once = text.replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '');
  losses.add('textBoxes', count(once, /<w:txbxContent\b/g));
  losses.add('charts', count(text, /<(?:c:chart|dgm:relIds)\b/g));
  losses.add('objects', count(text, /<w:object\b/g));
  losses.add('forms', count(text, /<w:(?:checkBox|ddList|textInput|dropDownList|comboBox)\b/g));
  const headers = Object.keys(parts).filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
  losses.add('headers', headers.filter((name) => saysWords(xml(name))).length);
  const review = signDocx(parts, isOurs ? (text) => text : withoutSigns);
  flowDocx(parts);
  return { bytes: zipSync(parts, { level: 1 }), review };
}

/** A page number alone says nothing of the text. */
function saysWords(header: string): boolean {
  return [...header.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)/g)].some(([, words = '']) => /\p{L}{2}/u.test(words));
}

/** How often something stands in a text. */
export function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
