import { CircleCheck, CircleSlash, Eye, History, PencilLine } from 'lucide-react';
import type { SheetState } from '#shared/publication/sheet/sheet-state.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';

const SIGNS = {
  draft: [PencilLine, ''],
  review: [Eye, 'info'],
  published: [CircleCheck, 'success'],
  withdrawn: [CircleSlash, 'danger'],
} as const satisfies Record<SheetState, readonly [typeof Eye, string]>;

/** Where a sheet stands: a sign and its word, and whether twelve months went by [US6]. */
export function SheetBadge({ state, isOld }: { state: SheetState; isOld: boolean }) {
  const [Icon, kind] = isOld ? [History, 'warning'] : SIGNS[state];
  return (
    <span className={`badge ${kind}`}>
      <Icon className="icon" aria-hidden="true" />
      {isOld ? words.toRefresh : words.states[state]}
    </span>
  );
}
