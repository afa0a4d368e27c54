import type { ZipFile } from './zip-file.ts';

/** What is unpacked at most, whatever the archive weighs: a part of the book, one sheet. */
export const PART_MAX = 8 * 1024 * 1024;
export const SHEET_MAX = 800 * 1024 * 1024;

/** A row of a sheet, without the empty cells at its end. */
export interface SheetRow {
  readonly cells: string[];
  /** From 1, as the spreadsheet numbers it. */
  readonly line: number;
}

/** A workbook whose sheets are read as their rows arrive. */
export interface Workbook {
  readonly format: 'xlsx' | 'ods';
  /** Their names, in their order. */
  readonly sheets: readonly string[];
  /** The rows of a sheet, in pieces; a formula counts as what it showed when the book was saved. */
  rows(sheet: string): AsyncGenerator<SheetRow[]>;
}

/** The text of a part of the book that is small. */
export async function wholePart(zip: ZipFile, name: string): Promise<string> {
  let text = '';
  for await (const piece of zip.text(name, PART_MAX)) text += piece;
  return text;
}
