import type { PersonError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { isCommonPassword } from './common-password.ts';

/** Longest name of a person, job title, e-mail address, in characters. */
export const NAME_MAX = 100;
export const JOB_TITLE_MAX = 120;
export const EMAIL_MAX = 254;

/** Length of a password in characters. Long rather than odd: no rule of mixed characters (ANSSI, NIST SP 800-63B). */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** [P3] A name is one line of 1 to 100 characters. */
export function parseName(text: string): Result<string, PersonError> {
  const name = oneLine(text);
  if (name === '') return fail('person.nameEmpty');
  return name.length > NAME_MAX ? fail('person.nameTooLong') : ok(name);
}

/** [P3] A job title is one line of at most 120 characters, and may be empty. */
export function parseJobTitle(text: string): Result<string, PersonError> {
  const jobTitle = oneLine(text);
  return jobTitle.length > JOB_TITLE_MAX ? fail('person.jobTitleTooLong') : ok(jobTitle);
}

/** [P4] A password has 12 to 128 characters, taken as typed, and is neither the account's own e-mail address nor one that is tried first. */
export function parsePassword(password: string, email: string): Result<string, PersonError> {
  if (password.length < PASSWORD_MIN) return fail('person.passwordTooShort');
  if (password.length > PASSWORD_MAX) return fail('person.passwordTooLong');
  if (password.trim().toLowerCase() === email.trim().toLowerCase()) return fail('person.passwordIsEmail');
  const [local = '', host = ''] = email.split('@');
  if (isCommonPassword(password, [local, ...local.split('.'), ...host.split('.')]))
    return fail('person.passwordCommon');
  return ok(password);
}
