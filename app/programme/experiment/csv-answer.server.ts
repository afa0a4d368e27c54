import { csvText } from '#shared/boards/exchange/csv-text.ts';

/** A table as a file that a French spreadsheet opens by a double click. */
export function csvAnswer(rows: readonly (readonly string[])[], name: string): Response {
  return new Response(
    csvText(
      rows.map((row) => [...row]),
      'tableur',
    ),
    {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="cordee.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    },
  );
}
