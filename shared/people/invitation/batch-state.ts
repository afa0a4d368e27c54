/** [IB5] What became of somebody of a list. */
export const BATCH_STATES = ['came', 'refused', 'expired', 'held', 'waiting', 'kept', 'left'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** What is known of an invitation and its mail. */
export interface InvitationFate {
  readonly acceptedAt: Date | null;
  readonly expiresAt: Date;
  readonly mailState: 'left' | 'kept' | 'refused' | null;
  readonly mailLeavesAt: Date | null;
}

/** [IB5] A mail « left » only when a server took it: until then it waits, is held back, or is kept here. */
export function batchStateOf(
  { acceptedAt, expiresAt, mailState, mailLeavesAt }: InvitationFate,
  now: Date,
): BatchState {
  if (acceptedAt) return 'came';
  if (mailState === 'refused') return 'refused';
  if (expiresAt <= now) return 'expired';
  if (mailState) return mailState;
  return mailLeavesAt && mailLeavesAt > now ? 'held' : 'waiting';
}
