import type { ItemStatus } from './agenda.ts';

/** [M8] Facilitators change every point, others what they proposed, until it is accepted. */
export function mayChangeItem(
  { proposedBy, status }: { readonly proposedBy: string | null; readonly status: ItemStatus },
  { isFacilitator, by }: { readonly isFacilitator: boolean; readonly by: string },
): boolean {
  return isFacilitator || (status === 'proposed' && proposedBy === by);
}
