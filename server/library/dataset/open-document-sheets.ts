import { REPORT_LIMITS } from '#shared/library/dataset/table-report.ts';
import { attribute, plainText } from '../../kernel/file/xml-text.ts';
import { CheckRefused } from './check-refused.ts';
import { ELEMENT_MAX, endings } from './sheet-xml.ts';
import { SHEET_MAX, type SheetRow, type Workbook } from './workbook-file.ts';
import type { ZipFile } from './zip-file.ts';

/** Rows without anything that are told between others; a spreadsheet may write a million of them at once. */
const BLANKS_TOLD = 100;

/** A sheet that begins, or one of its rows, in the order of the file. */
type Found = { readonly sheet: string } | { readonly row: string; readonly times: number };

/** Opens the archive of an OpenDocument spreadsheet (ODS). @throws {CheckRefused} when it cannot be read. */
export async function openOpenDocument(zip: ZipFile): Promise<Workbook> {
  const sheets: string[] = [];
  for await (const found of contentOf(zip))
    for (const one of found) if ('sheet' in one && !sheets.includes(one.sheet)) sheets.push(one.sheet);
  // A protected book has content too, which nobody can read.
  if (sheets.length === 0) throw new CheckRefused('dataset.workbookUnreadable');
  return { format: 'ods', sheets, rows: (sheet) => rowsOf(zip, sheet) };
}

async function* rowsOf(zip: ZipFile, wanted: string): AsyncGenerator<SheetRow[]> {
  let sheet: string | null = null;
  let line = 0;
  let blanks = 0;
  for await (const found of contentOf(zip)) {
    const rows: SheetRow[] = [];
    for (const one of found) {
      if ('sheet' in one) {
        if (sheet === wanted) {
          yield rows;
          return;
        }
        sheet = one.sheet;
        continue;
      }
      if (sheet !== wanted) continue;
      const cells = cellsOf(one.row);
      if (cells.length === 0) blanks += one.times;
      else {
        for (let told = Math.min(blanks, BLANKS_TOLD); told > 0; told -= 1)
          rows.push({ cells: [], line: line + blanks - told + 1 });
        line += blanks;
        blanks = 0;
        if (one.times > REPORT_LIMITS.rows) throw new CheckRefused('dataset.tooManyRows');
        for (let time = 0; time < one.times; time += 1) {
          line += 1;
          rows.push({ cells: [...cells], line });
          if (rows.length < 10_000) continue;
          yield rows.splice(0);
        }
      }
    }
    if (rows.length > 0) yield rows;
  }
}

/** Sheets and rows as the content is unpacked. */
async function* contentOf(zip: ZipFile): AsyncGenerator<Found[]> {
  const pattern =
    /<(?:\w+:)?table(?=[\s>])([^>]*)>|<(?:\w+:)?table-row(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?table-row>)/g;
  let rest = '';
  for await (const piece of endings(zip.text('content.xml', SHEET_MAX), 'table-row')) {
    rest += piece;
    const found: Found[] = [];
    let end = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
      const [, sheet, tag = '', row = ''] = match;
      if (sheet !== undefined) found.push({ sheet: attribute(sheet, '(?:\\w+:)?name') ?? '' });
      else found.push({ row, times: timesOf(tag, 'rows') });
      end = pattern.lastIndex;
    }
    rest = rest.slice(end);
    // What precedes a row that has not ended is of no use: long files would be searched again and again.
    const next = rest.search(/<(?:\w+:)?table(?:-row)?(?=[\s/>])/);
    rest = next >= 0 ? rest.slice(next) : rest.slice(-100);
    if (rest.length > ELEMENT_MAX) throw new CheckRefused('dataset.workbookUnreadable');
    if (found.length > 0) yield found;
  }
}

const timesOf = (tag: string, what: 'rows' | 'columns') =>
  Math.max(1, Number(attribute(tag, `(?:\\w+:)?number-${what}-repeated`) ?? 1) || 1);

function cellsOf(row: string): string[] {
  const cells: string[] = [];
  let blanks = 0;
  const plain = row.replace(/<(?:\w+:)?annotation(?=[\s>])[\s\S]*?<\/(?:\w+:)?annotation>/g, '');
  for (const [, tag = '', inner = ''] of plain.matchAll(
    /<(?:\w+:)?(?:covered-)?table-cell(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?(?:covered-)?table-cell>)/g,
  )) {
    const value = cellValue(tag, inner);
    const times = timesOf(tag, 'columns');
    if (value === '') blanks += times;
    else {
      if (cells.length + blanks + times > REPORT_LIMITS.columns)
        throw new CheckRefused('dataset.tooManyColumns');
      for (; blanks > 0; blanks -= 1) cells.push('');
      for (let time = 0; time < times; time += 1) cells.push(value);
    }
  }
  return cells;
}

/** What a cell holds: its value where it has one, which no setting of a country has changed; its words otherwise. */
function cellValue(tag: string, inner: string): string {
  const said = (name: string) => attribute(tag, `(?:\\w+:)?${name}`);
  const type = said('value-type');
  if (type === 'float' || type === 'percentage' || type === 'currency') return said('value') ?? '';
  if (type === 'date') return (said('date-value') ?? '').replace(/T00:00:00(?:\.0+)?$/, '');
  if (type === 'boolean') return said('boolean-value') ?? '';
  if (type === 'time') return clockOf(said('time-value') ?? '');
  return said('string-value') ?? wordsOf(inner);
}

/** `PT08H30M00S` is half past eight. */
function clockOf(duration: string): string {
  const found = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(duration);
  return found
    ? found
        .slice(1, 4)
        .map((part) => part.padStart(2, '0'))
        .join(':')
    : duration;
}

function wordsOf(inner: string): string {
  const paragraphs = [...inner.matchAll(/<(?:\w+:)?p(?=[\s/>])[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?p>)/g)];
  return paragraphs
    .map(([, text = '']) =>
      plainText(
        text
          .replace(/<(?:\w+:)?s(?=[\s/>])([^>]*)>/g, (_whole, tag: string) =>
            ' '.repeat(Math.min(1_000, Number(attribute(tag, '(?:\\w+:)?c') ?? 1) || 1)),
          )
          .replace(/<(?:\w+:)?tab\b[^>]*>/g, '\t')
          .replace(/<(?:\w+:)?line-break\b[^>]*>/g, '\n')
          .replace(/<[^>]*>/g, ''),
      ),
    )
    .join('\n');
}
