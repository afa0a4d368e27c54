import { dictionary } from '@zxcvbn-ts/language-common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNewPassword } from '#server/people/auth/new-password.ts';
import { lettersOf } from '#shared/people/person/common-password.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { type AuthServer, PASSWORD, startAuthServer } from '#tests/support/people/auth-server.ts';

const email = 'nadia.ferrand@valmont.example';
const common = { ok: false, error: 'person.passwordCommon' };
const leaked = dictionary['passwords-common'];
const areTaken = async (passwords: readonly string[]) => {
  const read = await Promise.all(passwords.map((password) => readNewPassword(password, email)));
  return passwords.filter((_password, at) => read[at]?.ok);
};

describe('[P4] a password that somebody chooses', () => {
  test('is none of those that leaked: as they are, or their word with digits and signs around it', async () => {
    const long = leaked.filter(({ length }) => length >= 12);
    expect(long.length).toBeGreaterThan(300);
    expect(await areTaken(long)).toEqual([]);
    const words = leaked.filter((password) => lettersOf(password).length >= 4);
    expect(words.length).toBeGreaterThan(30_000);
    expect(await areTaken(words.map((password) => `!${password}2023`.padEnd(12, '0')))).toEqual([]);
  });

  test.each(['Printemps2024!', '2024-Démonstration', 'dragondragon', 'Mathilde1234', 'iloveyou!!2023'])(
    '%s is refused',
    async (password) => {
      expect(await readNewPassword(password, email)).toEqual(common);
    },
  );

  test.each(['quatre chevaux bleus', 'une phrase de passe', 'kT8!vQz2_mPw', '7#92k!4$8&1x'])(
    '%s is taken, as it is typed',
    async (password) => {
      expect(await readNewPassword(password, email)).toEqual({ ok: true, value: password });
    },
  );
});

describe('[P4] the endpoints of better-auth themselves', () => {
  let server: AuthServer;
  beforeAll(async () => {
    server = await startAuthServer();
  });
  afterAll(() => server.close());
  const refused = { code: 'PASSWORD_REFUSED', message: people.errors['person.passwordCommon'] };

  test('take no such password by a link, which stays good for another one', async () => {
    const person = await server.aPerson();
    server.resets.length = 0;
    await server.post('/request-password-reset', { email: person.email }, { origin: server.origin });
    const token = server.resets[0]?.token ?? '';
    const reset = (newPassword: string) => server.post('/reset-password', { token, newPassword });
    const answer = await reset('Printemps2024!');
    expect([answer.status, await answer.json()]).toEqual([400, refused]);
    expect((await reset('quatre chevaux bleus')).status).toBe(200);
  });

  test('take none from an open session, nor what is made of its own address', async () => {
    const person = await server.aPerson('nadia.ferrand@valmont.example');
    const headers = { cookie: await server.signIn(person.email), origin: server.origin };
    for (const newPassword of ['Printemps2024!', 'Nadia.Ferrand-2026']) {
      const body = { currentPassword: PASSWORD, newPassword };
      const answer = await server.post('/change-password', body, headers);
      expect([answer.status, await answer.json()], newPassword).toEqual([400, refused]);
    }
    expect(await server.signIn(person.email)).toContain('session_token');
  });
});
