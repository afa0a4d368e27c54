import { isAPIError } from 'better-auth/api';
import type { Auth } from '#server/people/auth/auth.ts';
import { people } from '#shared/people/person/people.fr.ts';

/** Has the mail with a link for a new password sent. Null when asked, else a French sentence: only ever about the number of tries. */
export async function askForPasswordMail(
  auth: Auth,
  request: Request,
  email: string,
): Promise<string | null> {
  try {
    await auth.api.requestPasswordReset({ body: { email }, headers: request.headers });
    return null;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    const seconds = Number(new Headers(error.headers).get('retry-after'));
    return seconds > 0 ? people.signIn.tooMany(Math.ceil(seconds / 60)) : people.signIn.unavailable;
  }
}

/** Sets the password of a link. False when the link was used, is too old, or never was. */
export async function setPasswordByLink(auth: Auth, token: string, newPassword: string): Promise<boolean> {
  try {
    await auth.api.resetPassword({ body: { token, newPassword } });
    return true;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    return false;
  }
}
