import type { BrowserContext } from '@playwright/test';

/** Password of every demonstration account. */
export const PASSWORD = 'demonstration-2023';

/** Signs a browser in by the door of the API: journeys about something else need not fill the form again. */
export async function signIn(context: BrowserContext, email: string, password = PASSWORD): Promise<void> {
  const answer = await context.request.post('/api/auth/sign-in/email', { data: { email, password } });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
}
