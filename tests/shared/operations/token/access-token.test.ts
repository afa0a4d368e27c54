import { expect, test } from 'vitest';
import {
  expiryOf,
  isAccessToken,
  isRecentSignIn,
  parseAccessToken,
  roomAccessByToken,
  TOKEN_NAME_MAX,
} from '#shared/operations/token/access-token.ts';
import { allows, SCOPES } from '#shared/operations/token/scopes.ts';

const typed = {
  name: ' Tableau \n de bord ',
  scopes: ['boards:read', 'boards:read', 'nothing:read'],
  days: 90,
};

test('[TK1] a token has a name of one line, known scopes once each, and an end of the list', () => {
  expect(parseAccessToken(typed)).toEqual({
    ok: true,
    value: { name: 'Tableau de bord', scopes: ['boards:read'], days: 90 },
  });
  expect(parseAccessToken({ name: ' ', scopes: ['nothing:read'], days: 91 })).toEqual({
    ok: false,
    errors: {
      name: 'accessToken.nameEmpty',
      scopes: 'accessToken.noScope',
      days: 'accessToken.lifetime',
    },
  });
  const longest = 'a'.repeat(TOKEN_NAME_MAX);
  expect(parseAccessToken({ ...typed, name: longest }).ok).toBe(true);
  expect(parseAccessToken({ ...typed, name: `${longest}a` })).toMatchObject({
    errors: { name: 'accessToken.nameTooLong' },
  });
  for (const days of [0, -30, Number.NaN, Number.POSITIVE_INFINITY])
    expect(parseAccessToken({ ...typed, days }).ok, String(days)).toBe(false);
});

test('[TK1] it ends after so many days, and is recognised by its prefix and its length', () => {
  const now = new Date('2023-03-14T09:00:00Z');
  expect(expiryOf(30, now)).toEqual(new Date('2023-04-13T09:00:00Z'));
  expect(isAccessToken(`cordee_${'a-_9'.repeat(10)}abc`)).toBe(true);
  for (const other of ['', 'cordee_', `cordee_${'a'.repeat(42)}`, `cordee_${'a'.repeat(44)}`, 'a'.repeat(43)])
    expect(isAccessToken(other), other).toBe(false);
});

test('[TK2] writing a noun includes reading it, and nothing else', () => {
  for (const held of SCOPES)
    for (const wanted of SCOPES) {
      const [noun, verb] = held.split(':');
      const isIncluded = wanted === held || (verb === 'write' && wanted === `${noun}:read`);
      expect(allows([held], wanted), `${held} for ${wanted}`).toBe(isIncluded);
    }
  expect(allows([], 'groups:read')).toBe(false);
});

test('[TK4] a sign-in of today is recent, one of yesterday is not', () => {
  const now = new Date('2023-03-14T20:00:00Z');
  expect(isRecentSignIn(new Date('2023-03-14T08:00:00Z'), now)).toBe(true);
  expect(isRecentSignIn(new Date('2023-03-14T07:59:59Z'), now)).toBe(false);
});

test('[TK7] in a live room a token does what both its person and its scopes may', () => {
  expect(roomAccessByToken('document', 'write', ['documents:write'])).toBe('write');
  expect(roomAccessByToken('document', 'comment', ['documents:write'])).toBe('comment');
  expect(roomAccessByToken('document', 'write', ['documents:read'])).toBe('read');
  expect(roomAccessByToken('document', 'read', ['documents:write'])).toBe('read');
  expect(roomAccessByToken('document', 'write', ['boards:write'])).toBeNull();
  expect(roomAccessByToken('board', 'write', ['boards:read'])).toBe('read');
  expect(roomAccessByToken('application', 'write', SCOPES)).toBeNull();
});
