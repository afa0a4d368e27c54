import { describe, expect, test } from 'vitest';
import { askedFields, isSingleLine } from '#shared/programme/application/answers.ts';
import { checkAnswer, checkAnswers } from '#shared/programme/application/check-answer.ts';
import { completeness } from '#shared/programme/application/completeness.ts';
import { FIELD_KINDS, type FormField } from '#shared/programme/application/form.ts';
import { formOf, world } from '#tests/support/programme/form-world.ts';

function field(kind: string, rest: Record<string, unknown> = {}): FormField {
  const [made] = formOf([{ key: 'champ', kind, ...rest }]).sections[0]?.fields ?? [];
  if (!made) throw new Error('a field expected');
  return made;
}
const codes = (kind: string, answer: unknown, rest: Record<string, unknown> = {}) =>
  checkAnswer(field(kind, rest), answer, world).map(({ code }) => code);

test.each([
  ['text', 'é'.repeat(121), { max: 120 }, ['answer.tooLong']],
  ['text', 'e\u0301'.repeat(120), { max: 120 }, []],
  ['text', '😀'.repeat(120), { max: 120 }, []],
  ['longText', 'x'.repeat(399), { min: 400 }, ['answer.tooShort']],
  ['email', 'animation@demo.example', {}, []],
  ['email', 'animation@demo', {}, ['answer.emailInvalid']],
  ['phone', '06 12 34 56 78', {}, []],
  ['phone', '+33 (6) 12.34.56.78', {}, []],
  ['phone', 'demain', {}, ['answer.phoneInvalid']],
  ['url', 'https://donnees.valmont.example', {}, []],
  ['url', 'javascript:alert(1)', {}, ['answer.urlInvalid']],
  ['number', 2.5, { min: 0 }, []],
  ['number', '2,5', { min: 0 }, []],
  ['number', -1, { min: 0 }, ['answer.tooSmall']],
  ['number', '11', { max: 10 }, ['answer.tooLarge']],
  ['number', 'deux', {}, ['answer.numberInvalid']],
  ['number', Number.NaN, {}, ['answer.numberInvalid']],
  ['date', '2022-02-29', {}, ['answer.dateInvalid']],
  ['date', '2024-02-29', {}, []],
  ['choice', 'a', { choices: [{ key: 'a', label: 'A' }] }, []],
  ['choice', 'b', { choices: [{ key: 'a', label: 'A' }] }, ['answer.choiceUnknown']],
  ['choices', ['a', 'b'], { choices: [{ key: 'a', label: 'A' }] }, ['answer.choiceUnknown']],
  ['siret', '356 000 000 00048', {}, []],
  ['siret', '35600000049837', {}, []],
  ['siret', '35600000049838', {}, ['answer.siretInvalid']],
  ['municipality', '49901', {}, []],
  ['municipality', '1004', {}, ['answer.municipalityUnknown']],
  ['agreement', 'ACV999', {}, ['answer.agreementUnknown']],
  ['intermunicipality', '249900001', {}, []],
  ['intermunicipality', '200000000', {}, ['answer.intermunicipalityUnknown']],
  ['file', { fileId: 'f', name: 'Lettre.PDF', size: 10 }, { formats: ['pdf'], max: 10 }, []],
  ['file', { fileId: 'f', name: 'lettre.exe', size: 10 }, { formats: ['pdf'] }, ['answer.fileFormat']],
  ['file', { fileId: 'f', name: 'a.pdf', size: 10_485_761 }, { max: 10 }, ['answer.fileTooLarge']],
] as const)('[CA9] %s: %j', (kind, answer, rest, expected) => {
  expect(codes(kind, answer, rest)).toEqual(expected);
});

describe('[CA9] a period of six to nine months, both days included', () => {
  test.each([
    ['2022-10-01', '2023-03-31', []],
    ['2022-10-01', '2023-03-30', ['answer.periodTooShort']],
    ['2022-10-01', '2023-06-30', []],
    ['2022-10-01', '2023-07-01', ['answer.periodTooLong']],
    ['2022-08-31', '2023-02-27', []],
    ['2022-08-31', '2023-02-26', ['answer.periodTooShort']],
    ['2023-01-01', '2022-01-01', ['answer.periodReversed']],
    ['2023-01-01', '', ['answer.dateInvalid']],
  ] as const)('%s to %s', (from, to, expected) => {
    expect(codes('period', { from, to }, { min: 6, max: 9 })).toEqual(expected);
  });
});

test('[CA9] any field stands any answer', () => {
  const odd = [null, undefined, '', 0, -0, true, [], {}, [null], [[]], { from: 1 }, '\0', ['a', 3]];
  for (const kind of FIELD_KINDS) {
    const fields = kind === 'rows' ? [{ key: 'a', label: 'A', kind: 'text', isRequired: true }] : [];
    for (const answer of odd) expect(Array.isArray(codes(kind, answer, { fields }))).toBe(true);
  }
});

const lines = {
  key: 'lignes',
  kind: 'rows',
  isRequired: true,
  min: 1,
  max: 2,
  fields: [
    { key: 'nom', label: 'Nom', kind: 'text', isRequired: true },
    { key: 'courriel', label: 'Courriel', kind: 'email', isRequired: false },
  ],
};

describe('[CA9] a block', () => {
  const check = (answer: unknown) => checkAnswer(field('rows', lines), answer, world);

  test('says which line and which of its fields; empty lines are none', () => {
    expect(check([{ id: 'a', nom: '', courriel: 'non' }])).toEqual([
      { code: 'answer.missing', rowId: 'a', inner: 'nom' },
      { code: 'answer.emailInvalid', rowId: 'a', inner: 'courriel' },
    ]);
    expect(
      check([
        { id: 'a', nom: 'x' },
        { id: 'b', nom: ' ' },
      ]),
    ).toEqual([]);
  });

  test('has its number of lines; one line at most is no list', () => {
    const three = ['a', 'b', 'c'].map((id) => ({ id, nom: 'x' }));
    expect(check(three)).toEqual([{ code: 'answer.tooManyRows', limit: 2 }]);
    expect(isSingleLine({ kind: 'rows', max: 1 })).toBe(true);
    expect(isSingleLine({ kind: 'rows', max: 2 })).toBe(false);
  });
});

describe('[CA8] what is asked and answered', () => {
  const form = formOf([
    { key: 'conjointe', kind: 'yesNo', isRequired: true },
    { ...lines, onlyIf: 'conjointe' },
    { key: 'note', kind: 'text' },
    { key: 'engagement', kind: 'commitment', isRequired: true },
  ]);
  const asked = (answers: Record<string, boolean>) => askedFields(form, answers).map(({ key }) => key);

  test('a field that hangs on another one is asked when that one says yes', () => {
    expect(asked({})).not.toContain('lignes');
    expect(asked({ conjointe: false })).not.toContain('lignes');
    expect(asked({ conjointe: true })).toContain('lignes');
  });

  test('fields that hang on one another are not asked, and nothing turns for ever', () => {
    const loop = formOf([
      { key: 'a', kind: 'yesNo', onlyIf: 'b' },
      { key: 'b', kind: 'yesNo', onlyIf: 'a' },
      { key: 'c', kind: 'text', onlyIf: 'removed' },
    ]);
    expect(askedFields(loop, { a: true, b: true }).map(({ key }) => key)).toEqual(['c']);
  });

  test('« non » is an answer, a box without its tick is none, a line without its name is not enough', () => {
    const progress = (answers: Parameters<typeof completeness>[1]) => {
      const { required, answered, isComplete } = completeness(form, answers);
      return [answered, required, isComplete];
    };
    expect(progress({})).toEqual([0, 2, false]);
    expect(progress({ conjointe: false, engagement: false })).toEqual([1, 2, false]);
    expect(progress({ conjointe: false, engagement: true })).toEqual([2, 2, true]);
    expect(
      progress({ conjointe: true, engagement: true, lignes: [{ id: 'a', courriel: 'a@b.fr' }] }),
    ).toEqual([2, 3, false]);
    expect(completeness(form, { note: 'x' }).sections).toMatchObject([{ optional: 1, optionalAnswered: 1 }]);
  });

  test('[CA9] whatever is required and missing is named, fields that are not asked are not', () => {
    const found = checkAnswers(form, { conjointe: false, note: 'x' }, world);
    expect(found).toEqual([{ code: 'answer.missing', field: 'engagement' }]);
  });
});
