import { fail, ok, type Result } from '../../kernel/result.ts';

/** Minutes are written, submitted as an exact text, and approved at a later meeting. */
export type MinutesStatus = 'draft' | 'submitted' | 'approved';

interface MeetingTimes {
  readonly id: string;
  readonly startsAt: Date;
  readonly openedAt: Date | null;
}

/** Why minutes are not submitted. */
export type SubmissionError = 'minutes.alreadyApproved' | 'minutes.empty';
/** Why minutes are not approved. */
export type ApprovalError =
  | 'minutes.alreadyApproved'
  | 'minutes.notSubmitted'
  | 'minutes.notLater'
  | 'minutes.changed';

/** [MR12] May this text be submitted? Submitting again replaces what was submitted. Refused: approved already, nothing in it. */
export function checkSubmission(status: MinutesStatus, hasText: boolean): Result<void, SubmissionError> {
  if (status === 'approved') return fail('minutes.alreadyApproved');
  return hasText ? ok() : fail('minutes.empty');
}

/**
 * [MR13] May these minutes be approved? At a meeting of the same group that began later and was opened, and only as the text
 * that was submitted.
 */
export function checkApproval({
  status,
  isUnchanged,
  meeting,
  at,
}: {
  readonly status: MinutesStatus;
  readonly isUnchanged: boolean;
  readonly meeting: MeetingTimes;
  readonly at: MeetingTimes;
}): Result<void, ApprovalError> {
  if (status === 'approved') return fail('minutes.alreadyApproved');
  if (status === 'draft') return fail('minutes.notSubmitted');
  if (at.id === meeting.id || at.startsAt <= meeting.startsAt || at.openedAt === null)
    return fail('minutes.notLater');
  return isUnchanged ? ok() : fail('minutes.changed');
}
