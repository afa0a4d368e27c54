import { describe, expect, test } from 'vitest';
import { ownAddress } from '#shared/kernel/own-address.ts';

describe('[security A34] where to go after signing in', () => {
  test.each(['/', '/groupes', '/documents/1-guide?vue=texte&a=%2F%2Fevil#titre', '/a/b//c'])(
    '%s stays',
    (address) => {
      expect(ownAddress(address)).toBe(address);
    },
  );

  test.each([
    null,
    undefined,
    '',
    'groupes',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\nSet-Cookie: a=b',
    '/\u0000',
    '/.//evil.example',
    '/x/..//evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    ' /groupes',
    '@evil.example',
  ])('%j leads home', (address) => {
    expect(ownAddress(address)).toBe('/');
  });
});
