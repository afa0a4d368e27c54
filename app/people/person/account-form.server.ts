import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import type { Services } from '#server/services.ts';
import type { DomainError } from '#shared/errors.ts';
import { parseEmail } from '#shared/people/person/email.ts';
import { parseJobTitle, parseName } from '#shared/people/person/person.ts';

const text = z.string().catch('');
const AccountForm = z.object({ email: text, name: text, jobTitle: text, password: text });

/** What somebody writes to have an account. */
export interface AccountDraft {
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
}

/** The account that a form asks for, or what is wrong with each field. `invited` is the address that an invitation imposes. */
export async function readAccountForm(
  { readNewPassword }: Pick<Services, 'readNewPassword'>,
  request: Request,
  invited?: string,
): Promise<
  | { ok: true; draft: AccountDraft; password: string; passwordHash: string }
  | { ok: false; errors: Partial<Record<string, DomainError>>; draft: AccountDraft }
> {
  const typed = AccountForm.parse(Object.fromEntries(await request.formData()));
  const draft = { email: invited ?? typed.email, name: typed.name, jobTitle: typed.jobTitle };
  const email = parseEmail(draft.email);
  const name = parseName(typed.name);
  const jobTitle = parseJobTitle(typed.jobTitle);
  const password = await readNewPassword(typed.password, draft.email);
  if (email.ok && name.ok && jobTitle.ok && password.ok) {
    const parsed = { email: email.value, name: name.value, jobTitle: jobTitle.value };
    return {
      ok: true,
      draft: parsed,
      password: password.value,
      passwordHash: await hashPassword(password.value),
    };
  }
  const errors: Partial<Record<string, DomainError>> = {};
  if (!email.ok) errors.email = email.error;
  if (!name.ok) errors.name = name.error;
  if (!jobTitle.ok) errors.jobTitle = jobTitle.error;
  if (!password.ok) errors.password = password.error;
  return { ok: false, errors, draft };
}
