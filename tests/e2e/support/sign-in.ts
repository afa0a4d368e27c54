import { type BrowserContext, test } from '@playwright/test';

/** Password of every demonstration account. */
export const PASSWORD = 'demonstration-2023';

/** Signs a browser in by the door of the API: journeys about something else need not fill the form again. */
export async function signIn(context: BrowserContext, email: string, password = PASSWORD): Promise<void> {
  const answer = await context.request.post('/api/auth/sign-in/email', { data: { email, password } });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
}

/** Cookies of who has come, by server and address, for as long as this worker lives. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/**
 * Brings somebody of the demonstration with the session of their last coming: a password is slow to check, on purpose.
 * A journey that ends sessions, counts them or tells devices apart calls `signIn`.
 */
export async function comeBack(
  context: BrowserContext,
  email: string,
  origin = test.info().project.use.baseURL,
): Promise<void> {
  const key = `${origin} ${email}`;
  const kept = sessions.get(key);
  if (kept) {
    await context.addCookies(kept);
    const answer = await context.request.get('/api/auth/get-session');
    if (answer.ok() && (await answer.json()) !== null) return;
    await context.clearCookies();
  }
  await signIn(context, email);
  sessions.set(key, await context.cookies());
}
