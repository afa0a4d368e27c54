import type { SheetRow } from './sheet.ts';

/** What the sheet of a committee is sorted by, as addresses say it. */
export const COMMITTEE_ORDERS = ['moyenne', 'ecart', 'numero'] as const;
export type CommitteeOrder = (typeof COMMITTEE_ORDERS)[number];

/** [AS9] The rows in this order, the highest first; equal ones by number, and those without a figure last. */
export function sorted(rows: readonly SheetRow[], order: CommitteeOrder): readonly SheetRow[] {
  const figure = ({ summary }: SheetRow) =>
    (order === 'moyenne' ? summary?.average : order === 'ecart' ? summary?.spread : null) ?? -1;
  return [...rows].sort((a, b) => figure(b) - figure(a) || (a.number < b.number ? -1 : 1));
}
