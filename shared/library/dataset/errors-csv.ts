import { csvText } from '../../boards/exchange/csv-text.ts';
import type { FaultGroup } from './table-report.ts';

/**
 * [DS8] [DS9] Every place that a report keeps, one a line, with the sentence of its rule (`say`) and how many there are in all. A cell
 * of ours never becomes a formula of theirs.
 */
export function errorsCsv(
  faults: readonly FaultGroup[],
  header: readonly string[],
  say: (fault: FaultGroup) => { readonly severity: string; readonly sentence: string },
): string {
  const lines = faults.flatMap((fault) => {
    const { severity, sentence } = say(fault);
    return fault.examples.map(({ line, column, value }) => [
      severity,
      fault.kind,
      fault.column ?? '',
      String(line),
      String(column ?? ''),
      value,
      sentence,
      String(fault.count),
    ]);
  });
  return `\uFEFF${csvText([header, ...lines], 'csv')}`;
}
