import { experimentLog } from '#shared/messages/fr/experiment-log.ts';
import { useCaseSheet } from '#shared/messages/fr/use-case-sheet.ts';
import type { SheetFacts } from '#shared/use-case-sheet/sheet-facts.ts';

/** The effort that a sheet tells, in words; empty when it tells none. */
export function effortText({ days, cost }: SheetFacts['effort']): string {
  if (days <= 0) return '';
  return useCaseSheet.effortText(experimentLog.dayCount(days), cost > 0 ? experimentLog.money(cost) : null);
}
