import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { isToRefresh, type SheetState } from '#shared/publication/sheet/sheet-state.ts';

/** [US6] Is what the public reads of this sheet twelve months old? */
export function isOldSheet(
  { state, published }: { readonly state: SheetState; readonly published: { readonly at: Date } | null },
  now: Date,
): boolean {
  return state === 'published' && published !== null && isToRefresh(parisDay(published.at), parisDay(now));
}
