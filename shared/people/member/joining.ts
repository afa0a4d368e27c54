import { parseRequestMessage } from '#shared/documents/access/access-request.ts';
import type { AccessRequestError } from '#shared/errors.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { JoinError } from './join-errors.ts';

/** [MB1] Who may ask to join a group: every signed-in member of the programme, or nobody. */
export const JOININGS = ['programme', 'nobody'] as const;
export type Joining = (typeof JOININGS)[number];

/** [MB2] What somebody says who asks to join: 0 to 500 characters. */
export const parseJoinMessage = parseRequestMessage;

/** [MB3] Why somebody is refused, in one to 500 characters: a refusal without a word would help nobody. */
export function parseReason(
  text: string,
): Result<string, JoinError | Extract<AccessRequestError, 'accessRequest.messageTooLong'>> {
  const reason = parseRequestMessage(text);
  return reason.ok && reason.value === '' ? fail('join.reasonEmpty') : reason;
}
