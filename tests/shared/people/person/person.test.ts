import { describe, expect, test } from 'vitest';
import { parseEmail } from '#shared/people/person/email.ts';
import {
  NAME_MAX,
  PASSWORD_MAX,
  PASSWORD_MIN,
  parseJobTitle,
  parseName,
  parsePassword,
} from '#shared/people/person/person.ts';

describe('[P2] an e-mail address', () => {
  test('is kept trimmed and in lower case', () => {
    expect(parseEmail('  Nadia.Ferrand@Valmont.FR ')).toEqual({
      ok: true,
      value: 'nadia.ferrand@valmont.fr',
    });
  });

  test.each([
    '',
    'nadia',
    'nadia@',
    'nadia@valmont',
    'a b@valmont.fr',
    'a@valmont.fr\r\nBcc: b@c.fr',
    `${'a'.repeat(250)}@b.fr`,
  ])('%j is refused', (text) => {
    expect(parseEmail(text)).toEqual({ ok: false, error: 'person.emailInvalid' });
  });
});

describe('[P3] a name', () => {
  test('is one line: breaks, controls and runs of spaces become one space', () => {
    expect(parseName('  Nadia\r\n\tFerrand\u0000 ')).toEqual({ ok: true, value: 'Nadia Ferrand' });
  });

  test('has 1 to 100 characters', () => {
    expect(parseName(' \n ')).toEqual({ ok: false, error: 'person.nameEmpty' });
    expect(parseName('a'.repeat(NAME_MAX)).ok).toBe(true);
    expect(parseName('a'.repeat(NAME_MAX + 1))).toEqual({ ok: false, error: 'person.nameTooLong' });
  });

  test('a job title may be empty, not endless', () => {
    expect(parseJobTitle(' ')).toEqual({ ok: true, value: '' });
    expect(parseJobTitle('a'.repeat(10_000))).toEqual({ ok: false, error: 'person.jobTitleTooLong' });
  });
});

describe('[P4] a password', () => {
  const email = 'nadia@valmont.example';

  test('is taken as typed, spaces included', () => {
    expect(parsePassword(' quatre mots à soi ', email)).toEqual({ ok: true, value: ' quatre mots à soi ' });
  });

  test('has 12 to 128 characters', () => {
    expect(parsePassword('a'.repeat(PASSWORD_MIN - 1), email)).toEqual({
      ok: false,
      error: 'person.passwordTooShort',
    });
    expect(parsePassword('a'.repeat(PASSWORD_MAX + 1), email)).toEqual({
      ok: false,
      error: 'person.passwordTooLong',
    });
  });

  test('is not the address of the account', () => {
    expect(parsePassword('Nadia@Valmont.example', email)).toEqual({
      ok: false,
      error: 'person.passwordIsEmail',
    });
  });
});
