import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { MatrixRow } from '#shared/publication/synthesis/matrix.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';

/** [SY6] Who wrote where, and who is expected, a line each, as a file that spreadsheets open. */
export function contributionsCsv(
  chapters: readonly { readonly title: string }[],
  rows: readonly MatrixRow[],
): string {
  const lines = chapters.flatMap(({ title }, index) =>
    rows.flatMap(({ organisation, cells }) => {
      const cell = cells[index];
      if (!cell || cell.state === 'none') return [];
      const written =
        cell.state === 'contributed' ? [String(cell.characters), dates.iso(cell.lastAt)] : ['0', ''];
      return [[title, organisation.name, words.csvStates[cell.state], ...written]];
    }),
  );
  return csvText([[...words.csvColumns], ...lines], 'tableur');
}
