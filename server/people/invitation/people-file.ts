import Papa from 'papaparse';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { UnreadListError } from '#shared/people/invitation/people-finding.ts';
import {
  type CellsOfLine,
  knownPeopleColumns,
  PEOPLE_MAX,
  PEOPLE_TEXT_MAX,
  type PersonLine,
  readPeopleTable,
} from '#shared/people/invitation/people-table.ts';
import { isText, isWorkbook, textOf } from '../../kernel/file/text-file.ts';

const SEPARATORS = [';', ',', '\t'];

/** [IB1] The text of a file that somebody sends: UTF-8, UTF-16 or Windows-1252, with or without byte order mark. `content` is base64. */
export function readPeopleBytes(content: string): Result<string, UnreadListError> {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length > PEOPLE_TEXT_MAX) return fail('peopleList.tooLarge');
  if (isWorkbook(bytes)) return fail('peopleList.spreadsheet');
  return isText(bytes) ? ok(textOf(bytes)) : fail('peopleList.notText');
}

/** [IB1] The people of a list that was pasted, or of the text of a file: separated by semicolons, commas or tabs. */
export function readPeopleText(text: string): Result<readonly PersonLine[], UnreadListError> {
  if (text.length > PEOPLE_TEXT_MAX) return fail('peopleList.tooLarge');
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (plain.trim() === '') return fail('peopleList.empty');
  const lines = linesOf(plain, separatorOf(plain));
  return lines.ok ? readPeopleTable(lines.value) : lines;
}

/** The separator whose first line heads most columns; without any, the one that the text has most. */
function separatorOf(text: string): string {
  const [first = ''] = text.trimStart().split('\n', 1);
  const found = SEPARATORS.map((separator) => {
    const [cells = []] = Papa.parse<string[]>(first, { delimiter: separator, preview: 1 }).data;
    return { separator, columns: knownPeopleColumns(cells), cells: cells.length };
  });
  return found.reduce((best, next) =>
    next.columns > best.columns || (next.columns === best.columns && next.cells > best.cells) ? next : best,
  ).separator;
}

function linesOf(text: string, delimiter: string): Result<CellsOfLine[], UnreadListError> {
  // Two more than are taken: a header, and the one that says that there are too many.
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 2 * PEOPLE_MAX });
  // A name in quotes before an address, as mail programs write it, is no broken file.
  if (errors.some(({ code }) => code === 'MissingQuotes')) return fail('peopleList.quotes');
  const rows: CellsOfLine[] = [];
  let line = 1;
  for (const cells of data) {
    rows.push({ line, cells });
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.split('\n').length - 1), 0);
  }
  return ok(rows);
}
