/** `csv`: RFC 4180, for programs. `tableur`: opens by a double click in a French spreadsheet, accents and columns in place. */
export type CsvKind = 'csv' | 'tableur';

const SEPARATORS: Record<CsvKind, string> = { csv: ',', tableur: ';' };
const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet would take for the beginning of a formula, in the widths of any keyboard. */
const FORMULA = /^[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/**
 * [B70] Rows as the text of a CSV file in UTF-8. A cell that a spreadsheet would compute begins with an apostrophe, which
 * makes it text there; a number stays one. `readCsvCell` takes the apostrophe away again.
 */
export function csvText(rows: readonly (readonly string[])[], kind: CsvKind): string {
  const separator = SEPARATORS[kind];
  const lines = rows.map((row) => `${row.map((cell) => quoted(harmless(cell))).join(separator)}\r\n`);
  return (kind === 'tableur' ? BYTE_ORDER_MARK : '') + lines.join('');
}

function harmless(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Quoted whenever one of the separators is in it: a program that guesses must not be misled. */
function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A cell as it was before `csvText` made it harmless. */
export function readCsvCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
