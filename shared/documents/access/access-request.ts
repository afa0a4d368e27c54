import type { AccessRequestError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { storable } from '#shared/kernel/storable.ts';

/** Longest message that goes with a request for access, in characters. */
export const REQUEST_MESSAGE_MAX = 500;

/** [A11] A message of 0 to 500 characters, spaces around it left out. */
export function parseRequestMessage(
  text: string,
): Result<string, Extract<AccessRequestError, 'accessRequest.messageTooLong'>> {
  const message = storable(text.replaceAll(/\r\n?/g, '\n')).trim();
  return message.length > REQUEST_MESSAGE_MAX ? fail('accessRequest.messageTooLong') : ok(message);
}
