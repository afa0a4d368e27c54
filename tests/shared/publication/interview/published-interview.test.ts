import { expect, test } from 'vitest';
import {
  type ConsentLine,
  parseConsent,
  parseInterview,
  standConsent,
} from '#shared/publication/interview/published-interview.ts';

const fields = {
  personName: 'Nadia Ferrand',
  personRole: 'Cheffe',
  organisation: 'Valmont',
  hook: 'L’ombre',
};
const consent = { givenBy: 'Nadia Ferrand', givenOn: '2023-03-01', means: 'courriel', coversImages: false };

test('[IV1] an interview says who is interviewed and what it is about, in one line each', () => {
  expect(parseInterview({ ...fields, personName: '  Nadia \n Ferrand ' })).toEqual({
    ok: true,
    value: fields,
  });
  const refusal = (given: Partial<typeof fields>) => {
    const done = parseInterview({ ...fields, ...given });
    return done.ok ? 'ok' : done.error;
  };
  expect(refusal({ personRole: '', organisation: '' })).toBe('ok');
  expect(refusal({ personName: ' ' })).toBe('publishedInterview.personMissing');
  expect(refusal({ hook: '' })).toBe('publishedInterview.hookMissing');
  expect(refusal({ hook: 'x'.repeat(301) })).toBe('publishedInterview.tooLong');
});

test('[IV2] a consent says who gave it, how, and on which day that has come', () => {
  const refusal = (given: Partial<typeof consent>) => {
    const done = parseConsent({ ...consent, ...given }, '2023-03-14');
    return done.ok ? 'ok' : done.error;
  };
  expect(refusal({})).toBe('ok');
  expect(refusal({ givenOn: '2023-03-14' })).toBe('ok');
  expect(refusal({ givenBy: '' })).toBe('publishedInterview.consentIncomplete');
  expect(refusal({ means: ' ' })).toBe('publishedInterview.consentIncomplete');
  for (const givenOn of ['2023-03-15', '2023-02-30', '', 'hier'])
    expect(refusal({ givenOn })).toBe('publishedInterview.consentDayInvalid');
});

test('[IV2] [IV3] a consent is to one text and what is said of the person; the last line counts', () => {
  const line = (given: Partial<ConsentLine> = {}): ConsentLine => ({
    ...consent,
    rank: 1,
    isGiven: true,
    sha256: 'a',
    presented: fields,
    at: new Date('2023-03-01T09:00:00Z'),
    ...given,
  });
  const now = { sha256: 'a', fields };
  expect(standConsent([], now)).toBe('none');
  expect(standConsent([line()], now)).toBe('given');
  expect(standConsent([line()], { ...now, sha256: 'b' })).toBe('outdated');
  expect(standConsent([line()], { ...now, fields: { ...fields, personRole: 'Maire' } })).toBe('outdated');
  expect(standConsent([line({ rank: 2, isGiven: false }), line()], now)).toBe('withdrawn');
  expect(standConsent([line(), line({ rank: 2, isGiven: false }), line({ rank: 3 })], now)).toBe('given');
});
