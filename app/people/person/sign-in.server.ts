import { isAPIError } from 'better-auth/api';
import type { Auth } from '#server/people/auth/auth.ts';
import { people } from '#shared/people/person/people.fr.ts';

/** Signed in, or about to be by a second factor, with the cookies to set; or not, with a French sentence that says what to do. */
export type SignInAnswer =
  | { readonly ok: true; readonly awaitsCode: boolean; readonly headers: Headers }
  | { readonly ok: false; readonly message: string; readonly status: number; readonly headers: HeadersInit };

/**
 * Signs in by the endpoint that scripts use too, throttling included. Nothing of the answer says whether the account exists:
 * only the right password of a suspended one learns that it is.
 */
export async function signIn(
  auth: Auth,
  request: Request,
  body: { email: string; password: string },
): Promise<SignInAnswer> {
  try {
    const { headers, response } = await auth.api.signInEmail({
      body,
      headers: request.headers,
      returnHeaders: true,
    });
    return { ok: true, awaitsCode: 'twoFactorRedirect' in response, headers };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    const seconds = new Headers(error.headers).get('retry-after');
    const refused = {
      ok: false,
      // The library hides why it could not answer.
      status: error.statusCode >= 500 ? 503 : error.statusCode,
      headers: seconds ? { 'Retry-After': seconds } : {},
    } as const;
    switch (error.body?.code) {
      case 'TOO_MANY_ATTEMPTS':
        return { ...refused, message: people.signIn.tooMany(Math.ceil(Number(seconds) / 60)) };
      case 'ACCOUNT_SUSPENDED':
        return { ...refused, message: people.signIn.suspended };
      case 'INVALID_EMAIL_OR_PASSWORD':
      case 'INVALID_EMAIL':
      case 'PASSWORD_TOO_LONG':
        return { ...refused, message: people.signIn.wrong };
      default:
        return { ...refused, message: people.signIn.unavailable };
    }
  }
}
