import { REPORT_LIMITS } from '#shared/library/dataset/table-report.ts';
import { attribute, plainText } from '../../kernel/file/xml-text.ts';
import { CheckRefused } from './check-refused.ts';
import { elements, runs } from './sheet-xml.ts';
import { SHEET_MAX, type SheetRow, type Workbook, wholePart } from './workbook-file.ts';
import type { ZipFile } from './zip-file.ts';

/** What is unpacked at most of the texts that cells share. */
const TEXTS_MAX = 150 * 1024 * 1024;

const DAY_MS = 86_400_000;

interface Book {
  readonly zip: ZipFile;
  /** Styles whose numbers are dates, by rank. */
  readonly dateStyles: ReadonlySet<number>;
  readonly isFrom1904: boolean;
}

/** Opens the archive of an Excel workbook (XLSX). @throws {CheckRefused} when it cannot be read. */
export async function openExcel(zip: ZipFile): Promise<Workbook> {
  const workbook = await wholePart(zip, 'xl/workbook.xml');
  const relations = zip.has('xl/_rels/workbook.xml.rels')
    ? await wholePart(zip, 'xl/_rels/workbook.xml.rels')
    : '';
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, tag = '']) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target') ?? '',
    ]),
  );
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].flatMap(([, tag = '']) => {
    const target = targets.get(attribute(tag, '(?:\\w+:)?id') ?? '') ?? '';
    const at = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return zip.has(at) ? [{ name: attribute(tag, 'name') ?? '', path: at }] : [];
  });
  if (sheets.length === 0) throw new CheckRefused('dataset.workbookUnreadable');
  const styles = zip.has('xl/styles.xml') ? await wholePart(zip, 'xl/styles.xml') : '';
  const book: Book = {
    zip,
    dateStyles: dateStylesOf(styles),
    isFrom1904: /date1904\s*=\s*["'](?:1|true)["']/.test(workbook),
  };
  const paths = new Map(sheets.map(({ name, path }) => [name, path]));
  return {
    format: 'xlsx',
    sheets: [...paths.keys()],
    rows: (sheet) => sheetRows(book, paths.get(sheet) ?? ''),
  };
}

/** The rows of a sheet, in pieces; a formula counts as what it showed when the book was saved. */
async function* sheetRows(book: Book, path: string): AsyncGenerator<SheetRow[]> {
  const { zip } = book;
  const texts = zip.has('xl/sharedStrings.xml') ? await sharedTexts(zip) : [];
  let line = 0;
  for await (const found of elements(zip.text(path, SHEET_MAX), 'row')) {
    yield found.map(({ tag, inner }) => {
      line = Number(attribute(tag, 'r') ?? line + 1);
      return { cells: cellsOf(inner, texts, book), line };
    });
  }
}

async function sharedTexts(zip: ZipFile): Promise<string[]> {
  const texts: string[] = [];
  for await (const found of elements(zip.text('xl/sharedStrings.xml', TEXTS_MAX), 'si'))
    for (const { inner } of found) texts.push(runs(inner));
  return texts;
}

function cellsOf(row: string, texts: readonly string[], book: Book): string[] {
  const cells: string[] = [];
  for (const [, tag = '', inner = ''] of row.matchAll(
    /<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g,
  )) {
    const at = columnOf(attribute(tag, 'r')) ?? cells.length;
    if (at >= REPORT_LIMITS.columns) throw new CheckRefused('dataset.tooManyColumns');
    while (cells.length < at) cells.push('');
    cells[at] = textOfCell(tag, inner, texts, book);
  }
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
  return cells;
}

/** `C12` is the third: rank 2. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (!letters) return null;
  let at = 0;
  for (const letter of letters) at = at * 26 + letter.charCodeAt(0) - 64;
  return at - 1;
}

function textOfCell(tag: string, inner: string, texts: readonly string[], book: Book): string {
  const type = attribute(tag, 't') ?? 'n';
  if (type === 'inlineStr') return runs(inner);
  const value = plainText(/<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inner)?.[1] ?? '');
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type !== 'n' || value === '') return value;
  const isDate = book.dateStyles.has(Number(attribute(tag, 's') ?? Number.NaN));
  return isDate ? dateOf(Number(value), book.isFrom1904) : numberOf(value);
}

/** `0.30000000000000004` is what binary makes of 0.3; nobody wrote it. */
function numberOf(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) && value.length > 15 ? String(Number(number.toPrecision(15))) : value;
}

function dateOf(serial: number, isFrom1904: boolean): string {
  if (!Number.isFinite(serial)) return '';
  const start = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const at = new Date(start + Math.round(serial * DAY_MS));
  if (Number.isNaN(at.getTime())) return String(serial);
  const iso = at.toISOString().slice(0, 19);
  if (serial >= 0 && serial < 1) return iso.slice(11);
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso;
}

/** Styles by rank whose number format is one of a date: the built-in ones, and those that write days or months. */
function dateStylesOf(styles: string): Set<number> {
  const own = new Set<number>();
  for (const [, tag = ''] of styles.matchAll(/<(?:\w+:)?numFmt\s([^>]*)>/g)) {
    const code = (attribute(tag, 'formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
    if (/[ymdhs]/i.test(code)) own.add(Number(attribute(tag, 'numFmtId')));
  }
  const isDate = (id: number) =>
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || own.has(id);
  const cellFormats = /<(?:\w+:)?cellXfs[\s>]([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(styles)?.[1] ?? '';
  const ranks = [...cellFormats.matchAll(/<(?:\w+:)?xf\s([^>]*)>/g)].map(([, tag = '']) =>
    Number(attribute(tag, 'numFmtId')),
  );
  return new Set(ranks.flatMap((id, rank) => (isDate(id) ? [rank] : [])));
}
