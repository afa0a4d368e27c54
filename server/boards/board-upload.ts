import Papa from 'papaparse';
import { IMPORT_LIMITS } from '#shared/boards/exchange/board-file.ts';
import type { ReadFile } from '#shared/boards/exchange/import-report.ts';
import { readJsonBoard } from '#shared/boards/exchange/read-board-file.ts';
import { knownCsvFields, readCsvBoard } from '#shared/boards/exchange/read-csv-board.ts';
import { fail } from '#shared/kernel/result.ts';
import { isWorkbook, textOf } from '../kernel/file/text-file.ts';

/** A file as it was sent. */
export interface BoardUpload {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** [B71] [B72] What the bytes of a file say as a board, whatever its name: JSON of Trello or of ours, else CSV. */
export function readBoardUpload({ fileName, bytes }: BoardUpload): ReadFile {
  if (bytes.length > IMPORT_LIMITS.bytes) return fail('boardImport.tooLarge');
  if (isWorkbook(bytes)) return fail('boardImport.spreadsheet');
  if (bytes.includes(0)) return fail('boardImport.unknownFormat');
  const text = textOf(bytes);
  if (text.trim() === '') return fail('boardImport.empty');
  if (/^\s*[[{]/.test(text)) return readJson(text);
  return readCsv(text, fileName.replace(/\.[^.]{1,5}$/, ''));
}

function readJson(text: string): ReadFile {
  try {
    return readJsonBoard(JSON.parse(text));
  } catch {
    return fail('boardImport.unknownFormat');
  }
}

/** The separator is the one under which most columns are known, then the one that gives most cells. */
function readCsv(text: string, title: string): ReadFile {
  const [best] = [',', ';', '\t']
    .map((delimiter) => {
      const [header = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
      return { delimiter, known: knownCsvFields(header).size, cells: header.length };
    })
    .sort((a, b) => b.known - a.known || b.cells - a.cells);
  const options = { delimiter: best?.delimiter ?? ',', newline: '\n', skipEmptyLines: true } as const;
  const { data, errors } = Papa.parse<string[]>(text, options);
  if (errors.some(({ type }) => type === 'Quotes')) return fail('boardImport.quotes');
  return readCsvBoard(data, title);
}
