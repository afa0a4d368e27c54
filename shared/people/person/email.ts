import { z } from 'zod';
import type { PersonError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { EMAIL_MAX } from './person.ts';

// Apart from `person.ts`: the words of the screen import the limits, and no browser needs zod for them.
const Email = z.email().max(EMAIL_MAX);

/** [P2] An e-mail address as it is kept: trimmed, in lower case. */
export function parseEmail(text: string): Result<string, PersonError> {
  const email = text.trim().toLowerCase();
  return Email.safeParse(email).success ? ok(email) : fail('person.emailInvalid');
}
