import Papa from 'papaparse';
import { decision as words } from '#shared/meetings/decision/decision.fr.ts';
import type { ListedDecision } from './decision-list.tsx';

const BYTE_ORDER_MARK = '\ufeff';

/** [DA3] A register as a CSV file that a French spreadsheet opens by a double click; what would be a formula there is text. */
export function registerCsv(decisions: readonly ListedDecision[]): string {
  const rows = decisions.map(({ year, number, decidedOn, text, state, document, isInText }) => [
    `${year}-${number}`,
    decidedOn,
    text,
    words.states[state],
    document.title,
    isInText ? words.yes : words.no,
  ]);
  return (
    BYTE_ORDER_MARK + Papa.unparse([[...words.csvColumns], ...rows], { delimiter: ';', escapeFormulae: true })
  );
}
