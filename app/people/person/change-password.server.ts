import { isAPIError } from 'better-auth/api';
import { z } from 'zod';
import type { Services } from '#server/services.ts';
import { people } from '#shared/people/person/people.fr.ts';

const text = z.string().catch('');
const Passwords = z.object({ currentPassword: text, password: text });

/**
 * [P10] Changes one's own password and ends every other session. Gives the cookies of the one that goes on, or a French
 * sentence a field.
 */
export async function changePassword(
  { auth, readNewPassword }: Pick<Services, 'auth' | 'readNewPassword'>,
  request: Request,
  form: FormData,
  email: string,
): Promise<{ ok: true; headers: Headers } | { ok: false; errors: Partial<Record<string, string>> }> {
  const { currentPassword, password } = Passwords.parse(Object.fromEntries(form));
  const parsed = await readNewPassword(password, email);
  const errors = {
    ...(!currentPassword && { currentPassword: people.signIn.passwordMissing }),
    ...(!parsed.ok && { password: people.errors[parsed.error] }),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  try {
    const body = { currentPassword, newPassword: password, revokeOtherSessions: true };
    const { headers } = await auth.api.changePassword({
      body,
      headers: request.headers,
      returnHeaders: true,
    });
    return { ok: true, headers };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    const seconds = Number(new Headers(error.headers).get('retry-after'));
    if (seconds > 0) return { ok: false, errors: { '': people.signIn.tooMany(Math.ceil(seconds / 60)) } };
    return { ok: false, errors: { currentPassword: people.security.wrongPassword } };
  }
}
