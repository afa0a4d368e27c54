import { expect, test } from 'vitest';
import { isCommonPassword } from '#shared/people/person/common-password.ts';
import { parsePassword } from '#shared/people/person/person.ts';

test.each([
  'Motdepasse2023!',
  'Mot de passe 1',
  'password1234',
  'AZERTYUIOP12',
  '123456789012',
  '210987654321',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'ababababab12',
  'azertyuiopqs',
  'Cordée-2026!!',
  'ActionCoeurDeVille1',
])('[P4] %s is one that is tried first', (password) => {
  expect(isCommonPassword(password)).toBe(true);
  expect(parsePassword(password, 'nadia@valmont.example')).toEqual({
    ok: false,
    error: 'person.passwordCommon',
  });
});

test('[P4] so is what is made of one’s own address and nothing else', () => {
  expect(parsePassword('Nadia.Ferrand-2026', 'nadia.ferrand@valmont.example').ok).toBe(false);
  expect(parsePassword('valmont-valmont', 'nadia.ferrand@valmont.example').ok).toBe(false);
  expect(parsePassword('Nadia.Ferrand-2026', 'julien@castelbrume.example').ok).toBe(true);
});

test.each([
  'demonstration-2023',
  'une phrase de passe',
  'quatre chevaux bleus',
  'kT8!vQz2_mPw',
  'motdepasse de ma grand-mère',
])('[P4] %s is not', (password) => {
  expect(parsePassword(password, 'nadia@valmont.example')).toEqual({ ok: true, value: password });
});
