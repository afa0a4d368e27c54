/** Where a meeting stands, as its pages say it. */
export type HeldState = 'planned' | 'open' | 'closed' | 'cancelled';

/** [MR2] Cancelled, closed, open, or still to be opened. */
export function heldStateOf(meeting: {
  readonly status: string;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}): HeldState {
  if (meeting.status === 'cancelled') return 'cancelled';
  if (meeting.closedAt) return 'closed';
  return meeting.openedAt ? 'open' : 'planned';
}
