import { experimentLog } from '#shared/programme/experiment/experiment-log.fr.ts';
import type { SheetFacts } from '#shared/publication/sheet/sheet-facts.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';

/** The effort that a sheet tells, in words; empty when it tells none. */
export function effortText({ days, cost }: SheetFacts['effort']): string {
  if (days <= 0) return '';
  return useCaseSheet.effortText(experimentLog.dayCount(days), cost > 0 ? experimentLog.money(cost) : null);
}
