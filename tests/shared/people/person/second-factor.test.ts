import { describe, expect, test } from 'vitest';
import {
  keyOfTotpAddress,
  needsSecondFactor,
  readSecondFactorCode,
  rolesWithSecondFactor,
} from '#shared/people/person/second-factor.ts';

test('[ID3] administrators and reviewers need a second factor, except in the demonstration or where the setting says no', () => {
  expect(rolesWithSecondFactor({ DEMO: false })).toEqual(['admin', 'reviewer']);
  expect(rolesWithSecondFactor({ DEMO: true })).toEqual([]);
  expect(rolesWithSecondFactor({ DEMO: false, SECOND_FACTOR: false })).toEqual([]);
  expect(rolesWithSecondFactor({ DEMO: true, SECOND_FACTOR: true })).toEqual(['admin', 'reviewer']);
});

test('[ID3] whoever administers an organisation needs one where administrators do', () => {
  const platformRole = 'member' as const;
  const administersId = 'valmont';
  expect(needsSecondFactor(['admin', 'reviewer'], { platformRole, administersId })).toBe(true);
  expect(needsSecondFactor(['reviewer'], { platformRole, administersId })).toBe(false);
  expect(needsSecondFactor([], { platformRole: 'admin', administersId })).toBe(false);
  expect(needsSecondFactor(['admin'], { platformRole, administersId: null })).toBe(false);
});

describe('[ID2] a second factor, as people copy it', () => {
  test.each([
    ['123456', { kind: 'totp', code: '123456' }],
    [' 123 456 ', { kind: 'totp', code: '123456' }],
    ['123\u202f456', { kind: 'totp', code: '123456' }],
    ['AbCd1-eFgH2', { kind: 'recovery', code: 'abcd1-efgh2' }],
    ['AbCd1eFgH2', { kind: 'recovery', code: 'abcd1-efgh2' }],
    ['AbCd1 - eFgH2', { kind: 'recovery', code: 'abcd1-efgh2' }],
    ['12345', null],
    ['1234567', null],
    ['', null],
    ['é23456', null],
  ])('%j', (typed, read) => {
    expect(readSecondFactorCode(typed)).toEqual(read);
  });
});

test('[ID2] the key of an application is read out of its own kind of address only', () => {
  expect(keyOfTotpAddress('otpauth://totp/C:a?secret=JBSWY3DPEHPK3PXP&issuer=C')).toBe('JBSW Y3DP EHPK 3PXP');
  for (const other of [
    'javascript:alert(1)',
    'https://x/?secret=JBSW',
    'otpauth://totp/x',
    'otpauth://totp/x?secret=<b>',
    '',
  ])
    expect(keyOfTotpAddress(other)).toBeNull();
});
