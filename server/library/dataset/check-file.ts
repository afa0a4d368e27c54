import { CsvRows } from '#shared/library/dataset/csv-rows.ts';
import { SEPARATORS, separatorOf } from '#shared/library/dataset/csv-shape.ts';
import { TableCheck } from '#shared/library/dataset/table-check.ts';
import { REPORT_LIMITS, type TableReport } from '#shared/library/dataset/table-report.ts';
import type { TableSchema } from '#shared/library/dataset/table-schema.ts';
import { CheckRefused } from './check-refused.ts';
import { openWorkbook } from './open-workbook.ts';
import { headOf, natureOfText, textPieces } from './text-table.ts';

/** A file to check. */
export interface CheckTask {
  readonly path: string;
  readonly schema: TableSchema | null;
  /** The sheet of a workbook; the first one that is not empty without. */
  readonly sheet: string | null;
}

/**
 * [DS6] [DS7] Checks a file on disk while it is read, and says how many lines it has seen. Runs in a process of its own.
 * @throws {CheckRefused} when there is no table in it.
 */
export async function checkFile(
  { path, schema, sheet }: CheckTask,
  onRows: (rows: number) => void,
): Promise<TableReport> {
  const head = await headOf(path);
  if (head.length === 0) throw new CheckRefused('dataset.fileEmpty');
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return checkBook(path, schema, sheet, onRows);
  const isForeign = startsWith(head, [0xd0, 0xcf, 0x11, 0xe0]) || head.toString('latin1', 0, 5) === '%PDF-';
  if (isForeign) throw new CheckRefused('dataset.fileKind');
  return checkText(path, head, schema, onRows);
}

const startsWith = (bytes: Buffer, signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte);

async function checkText(
  path: string,
  head: Buffer,
  schema: TableSchema | null,
  onRows: (rows: number) => void,
): Promise<TableReport> {
  const { encoding, hasBom } = await natureOfText(path, head);
  const separator = separatorOf(new TextDecoder(encoding).decode(head));
  const others = SEPARATORS.filter((other) => other !== separator);
  const check = new TableCheck(schema, others);
  if (encoding !== 'utf-8') check.book.add({ kind: 'encoding', expected: encoding, line: 1 });
  if (separator !== ',') check.book.add({ kind: 'separator', expected: separator, line: 1 });
  const rows = new CsvRows({
    separator,
    onRow: (cells, line) => limited(check).row(narrow(cells), line),
    onQuoteFault: (line, value) => check.book.add({ kind: 'quotes', line, value }),
  });
  let isEmpty = true;
  for await (const piece of textPieces(path, encoding)) {
    if (isEmpty && piece.trim() !== '') isEmpty = false;
    rows.write(piece);
    onRows(check.rows);
  }
  if (isEmpty) throw new CheckRefused('dataset.fileEmpty');
  rows.end();
  return check.report({
    format: 'csv',
    encoding,
    hasBom,
    separator,
    isQuoted: rows.isQuoted,
    sheet: null,
    sheets: [],
  });
}

async function checkBook(
  path: string,
  schema: TableSchema | null,
  sheet: string | null,
  onRows: (rows: number) => void,
): Promise<TableReport> {
  const book = await openWorkbook(path);
  const wanted = book.sheets.filter((name) => sheet === null || name === sheet);
  const sheets = book.sheets.slice(0, 50);
  for (const name of wanted) {
    const check = new TableCheck(schema);
    let width = 0;
    for await (const found of book.rows(name)) {
      for (const { cells, line } of found) {
        // A workbook does not write the empty cells at the end of a row: they are there all the same.
        if (width === 0) width = cells.length;
        else while (cells.length < width) cells.push('');
        if (width > 0) limited(check).row(narrow(cells), line);
      }
      onRows(check.rows);
    }
    if (width === 0) continue;
    return check.report({
      format: book.format,
      encoding: null,
      hasBom: false,
      separator: null,
      isQuoted: false,
      sheet: name,
      sheets,
    });
  }
  throw new CheckRefused('dataset.sheetEmpty');
}

function limited(check: TableCheck): TableCheck {
  if (check.rows >= REPORT_LIMITS.rows) throw new CheckRefused('dataset.tooManyRows');
  return check;
}

function narrow(cells: string[]): string[] {
  if (cells.length > REPORT_LIMITS.columns) throw new CheckRefused('dataset.tooManyColumns');
  return cells;
}
