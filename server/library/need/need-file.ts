import type { FileError } from '#shared/errors.ts';
import { CsvRows } from '#shared/library/dataset/csv-rows.ts';
import type { NeedFault } from '#shared/library/need/need-fault.ts';
import { type CsvLine, knownNeedColumns, readNeedTable } from '#shared/library/need/need-table.ts';
import { isWorkbook, textOf } from '../../kernel/file/text-file.ts';

/** Some hundred needs with their comments weigh a tenth of it. */
const NEED_FILE_MAX_BYTES = 1024 * 1024;

type Reading = { readonly error: FileError | 'dataNeed.fileWorkbook' } | ReturnType<typeof readNeedTable>;

/** [DN11] Reads the bytes of a CSV file of needs, whatever its separator and encoding. */
export function readNeedFile(bytes: Uint8Array): Reading {
  if (bytes.length === 0) return { error: 'file.empty' };
  if (bytes.length > NEED_FILE_MAX_BYTES) return { error: 'file.tooLarge' };
  if (isWorkbook(bytes)) return { error: 'dataNeed.fileWorkbook' };
  if (bytes.includes(0)) return { error: 'file.unreadable' };
  const text = textOf(bytes).replace(/^\ufeff/, '');
  const readings = [';', ',', '\t'].map((separator) => linesOf(text, separator));
  const best = readings.reduce((one, other) => (other.columns > one.columns ? other : one));
  return best.fault ? { needs: [], faults: [best.fault] } : readNeedTable(best.lines);
}

function linesOf(text: string, separator: string) {
  const lines: CsvLine[] = [];
  let fault: NeedFault | null = null;
  const rows = new CsvRows({
    separator,
    onRow: (cells, line) => lines.push({ line, cells }),
    onQuoteFault: (line, value) => {
      fault ??= { line, column: null, value: value.slice(0, 60), code: 'line.quotes' };
    },
  });
  rows.write(text);
  rows.end();
  const header = lines.find(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { lines, fault: fault, columns: knownNeedColumns(header?.cells ?? []) };
}
