import { describe, expect, test } from 'vitest';
import {
  colourFor,
  judgeNewOrganisation,
  ORGANISATION_NAME_MAX,
  parseOrganisationName,
  parseShortName,
  parseShortNameOrNone,
} from '#shared/people/organisation/new-organisation.ts';

describe('[O1] a new organisation', () => {
  test('has a name of one line', () => {
    expect(parseOrganisationName('  Agglomération\n de  Hautelande ')).toEqual({
      ok: true,
      value: 'Agglomération de Hautelande',
    });
    for (const text of ['', ' \t', 'a'.repeat(ORGANISATION_NAME_MAX + 1)]) {
      expect(parseOrganisationName(text)).toEqual({ ok: false, error: 'organisation.nameInvalid' });
    }
  });

  test('has two letters, in capitals', () => {
    expect(parseShortName(' éa ')).toEqual({ ok: true, value: 'ÉA' });
    for (const text of ['', 'A', 'ABC', 'A!', '<b']) {
      expect(parseShortName(text)).toEqual({ ok: false, error: 'organisation.shortNameInvalid' });
    }
  });
});

describe('[O2] its colour', () => {
  test('is the one that the fewest cities have', () => {
    expect(colourFor('municipality', [])).toBe(1);
    expect(colourFor('intermunicipality', [1, 2, 4, 0, 0])).toBe(3);
    expect(colourFor('municipality', [1, 2, 3, 4, 5, 6, 1])).toBe(2);
  });

  test('is none for partners', () => {
    expect(colourFor('consultancy', [])).toBe(0);
  });
});

test('[O1] [O3] a new organisation has a name of its own, and a commune of the register that no other is', () => {
  const organisations = [{ name: 'Ville d’Agen', municipalityCode: '47001' }];
  const may = (name: string, municipalityCode: string | null, hasMunicipality = true) =>
    judgeNewOrganisation({ name, municipalityCode }, { organisations, hasMunicipality });
  expect(may('Albi', '81004')).toEqual({ ok: true });
  expect(may('Albi', null, false)).toEqual({ ok: true });
  expect(may('VILLE D’AGEN', null)).toEqual({ ok: false, error: 'organisation.nameTaken' });
  expect(may('Albi', '81999', false)).toEqual({ ok: false, error: 'organisation.municipalityUnknown' });
  expect(may('Agen', '47001')).toEqual({ ok: false, error: 'organisation.municipalityTaken' });
});

test('[O1] letters that are not given are made', () => {
  expect(parseShortNameOrNone(' ')).toEqual({ ok: true, value: null });
  expect(parseShortNameOrNone('va')).toEqual({ ok: true, value: 'VA' });
  expect(parseShortNameOrNone('vaa')).toEqual({ ok: false, error: 'organisation.shortNameInvalid' });
});
