import { describe, expect, test } from 'vitest';
import { agreementOf, checkEligibility } from '#shared/programme/application/eligibility.ts';
import type { Answers } from '#shared/programme/application/form.ts';
import { formOf, siretOf, world } from '#tests/support/programme/form-world.ts';

const contact = {
  kind: 'rows',
  max: 1,
  fields: [{ key: 'courriel', label: 'Courriel', kind: 'email', isRequired: true }],
};
const form = formOf([
  { key: 'siret', kind: 'siret' },
  { key: 'commune', kind: 'municipality' },
  { key: 'convention', kind: 'agreement' },
  { key: 'epci', kind: 'intermunicipality' },
  { key: 'referent_metier', ...contact },
  { key: 'correspondant_donnees', ...contact },
  { key: 'calendrier', kind: 'period', min: 6, max: 9 },
  { key: 'partage', kind: 'commitment', isRequired: true },
]);
const found = (answers: Answers, told: Partial<typeof world> = {}) =>
  checkEligibility(form, answers, { ...world, ...told }).map(({ code, isBlocking }) =>
    isBlocking ? code : `${code}?`,
  );

describe('[CA10] the convention', () => {
  test('nothing is said of what is still empty', () => {
    expect(found({})).toEqual([]);
  });

  test('a town of the programme, its convention and its SIRET', () => {
    const answers = {
      siret: siretOf('219999010'),
      commune: '49901',
      convention: 'ACV901',
      epci: '249900001',
    };
    expect(found(answers)).toEqual([]);
    expect(agreementOf(form, answers, world)).toBe('ACV901');
    expect(agreementOf(form, { commune: '49902' }, world)).toBe('ACV901');
  });

  test('a town that signed after the call, and a village without a convention', () => {
    expect(found({ commune: '49903' })).toEqual(['eligibility.municipalityOutside']);
    expect(found({ convention: 'ACV990' })).toEqual(['eligibility.agreementOutside']);
    expect(found({ siret: siretOf('219999044'), commune: '49904', epci: '249900001' })).toEqual([
      'eligibility.municipalityOutside',
    ]);
  });

  test('an intermunicipality that applies itself needs one town of the programme', () => {
    const own = { siret: siretOf('249900001'), epci: '249900001' };
    expect(found({ ...own, commune: '49904' })).toEqual([]);
    expect(found({ siret: siretOf('249900002'), epci: '249900002', commune: '49903' })).toEqual([
      'eligibility.intermunicipalityOutside',
    ]);
  });

  test('not another convention than the town’s', () => {
    expect(found({ commune: '49901', convention: 'ACV902' })).toEqual(['eligibility.agreementDiffers']);
  });

  test('[CA11] a derogation lifts it, and nothing else', () => {
    const told = { hasDerogation: true, takenAgreementIds: ['ACV990'] };
    expect(found({ commune: '49903', partage: false }, told)).toEqual([
      'eligibility.commitmentMissing',
      'eligibility.agreementTaken',
    ]);
  });

  test('a commune that was merged is told which one replaced it', () => {
    expect(checkEligibility(form, { commune: '49905' }, world)).toEqual([
      {
        code: 'eligibility.municipalityMerged',
        field: 'commune',
        isBlocking: true,
        name: 'Ancienne-Commune',
        other: 'Valmont-sur-Loire (49901)',
      },
    ]);
  });

  test('one application for a convention, whichever of its towns applies', () => {
    expect(found({ commune: '49902' }, { takenAgreementIds: ['ACV901'] })).toEqual([
      'eligibility.agreementTaken',
    ]);
  });

  test('a SIRET of somebody else is said, not refused', () => {
    expect(found({ commune: '49901', siret: '35600000000048' })).toEqual(['eligibility.siretElsewhere?']);
  });
});

test('[CA10] fields bring their own: SIRET, commitment, six to nine months', () => {
  const calendrier = (from: string, to: string) => found({ calendrier: { from, to } });
  expect(found({ siret: '12345678901234' })).toEqual(['eligibility.siretInvalid']);
  expect(found({ partage: false })).toEqual(['eligibility.commitmentMissing']);
  expect(calendrier('2022-10-01', '2022-12-31')).toEqual(['eligibility.periodTooShort']);
  expect(calendrier('2022-10-01', '2023-12-31')).toEqual(['eligibility.periodTooLong']);
  expect(calendrier('2022-10-01', '2023-06-30')).toEqual([]);
});

test('[CA10] a pair of one person is said, not refused', () => {
  const line = (courriel: string) => [{ id: 'a', courriel }];
  const pair = (one: string, two: string) =>
    found({ referent_metier: line(one), correspondant_donnees: line(two) });
  expect(pair('a@demo.example', ' A@demo.example')).toEqual(['eligibility.sameContacts?']);
  expect(pair('a@demo.example', 'b@demo.example')).toEqual([]);
  expect(pair('', '')).toEqual([]);
});

test('[CA10] a call may do without a rule', () => {
  const without = { ...form, rules: [] };
  const answers = { commune: '49903', partage: false };
  expect(checkEligibility(without, answers, world).map(({ code }) => code)).toEqual([
    'eligibility.commitmentMissing',
  ]);
});
