import { expect, test } from 'vitest';
import { PASSWORD, startAuthServer } from '#tests/support/people/auth-server.ts';

test('[security A36] [SC13] behind HTTPS the cookie never travels in the clear, and is of this host alone', async () => {
  const secured = await startAuthServer({ ownOrigin: 'https://cordee.example' });
  try {
    const { email } = await secured.aPerson();
    const response = await secured.post('/sign-in/email', { email, password: PASSWORD });
    const set = response.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^__Host-better-auth\.session_token=[^;]+;/);
    for (const attribute of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax'])
      expect(set.split('; ')).toContain(attribute);
    expect(set).not.toMatch(/domain=/i);
    const [cookie = ''] = set.split(';');
    const session = (name: string) =>
      fetch(`${secured.origin}/api/auth/get-session`, {
        headers: { cookie: cookie.replace('__Host-', name) },
      }).then((answer) => answer.json());
    expect(await session('__Host-')).toMatchObject({ user: { email } });
    // Another host of the domain may set these.
    for (const name of ['__Secure-', '', '__host-']) expect(await session(name), name).toBeNull();
    const context = await secured.auth.$context;
    for (const name of ['two_factor', 'trust_device', 'dont_remember']) {
      const { name: sent, attributes } = context.createAuthCookie(name);
      expect([sent, attributes.secure, attributes.path, attributes.domain]).toEqual([
        `__Host-better-auth.${name}`,
        true,
        '/',
        undefined,
      ]);
    }
  } finally {
    await secured.close();
  }
});
