import { isAPIError } from 'better-auth/api';
import { redirect } from 'react-router';
import type { Auth } from '#server/people/auth/auth.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';

/**
 * [ID5] Lets in somebody whom a link or a provider has named: to where they wanted to be, or first to their second factor. Gives a
 * French sentence when they may not enter.
 */
export async function enter(
  auth: Auth,
  request: Request,
  { userId, next, cookies = [] }: { userId: string; next: string; cookies?: readonly string[] },
): Promise<Response | string> {
  try {
    const { headers, response } = await auth.api.signInKnownPerson({
      body: { userId },
      headers: request.headers,
      returnHeaders: true,
    });
    for (const cookie of cookies) headers.append('Set-Cookie', cookie);
    return redirect('twoFactorRedirect' in response ? paths.secondFactor(next) : next, { headers });
  } catch (error) {
    if (!isAPIError(error)) throw error;
    return error.body?.code === 'ACCOUNT_SUSPENDED' ? people.signIn.suspended : people.signIn.unavailable;
  }
}
