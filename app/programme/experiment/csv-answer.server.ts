import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { madeFile } from '../../kernel/made-file.server.ts';

/** A table as a file that a French spreadsheet opens by a double click. */
export function csvAnswer(rows: readonly (readonly string[])[], name: string): Response {
  const text = csvText(
    rows.map((row) => [...row]),
    'tableur',
  );
  return madeFile(text, `attachment; filename="cordee.csv"; filename*=UTF-8''${encodeURIComponent(name)}`);
}
