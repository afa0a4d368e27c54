import { describe, expect, test } from 'vitest';
import { fieldsOf } from '#shared/programme/application/answers.ts';
import { checkForm } from '#shared/programme/application/check-form.ts';
import { parseField, typedFieldOf } from '#shared/programme/application/field-form.ts';
import { Form, type FormField } from '#shared/programme/application/form.ts';
import {
  addField,
  addInnerField,
  addSection,
  blankField,
  changeField,
  findField,
  keysOf,
  moveField,
  moveSection,
  newKeyOf,
  removeField,
  removeSection,
  renameSection,
} from '#shared/programme/application/form-edits.ts';

const field = (key: string, more: Record<string, unknown> = {}) => ({
  key,
  label: key.toUpperCase(),
  kind: 'text',
  isRequired: false,
  ...more,
});
const form = Form.parse({
  sections: [
    { key: 'un', title: 'Un', fields: [field('a'), field('b')] },
    {
      key: 'deux',
      title: 'Deux',
      fields: [field('c', { kind: 'rows', fields: [field('x'), field('y')] })],
    },
  ],
});
const order = (shown: Form) =>
  shown.sections.map(({ fields }) => fields.map(({ key }) => key).join('')).join('|');

describe('[CA7] gestures of the editor', () => {
  test('a question moves within its section, and on into the next one', () => {
    expect(order(moveField(form, { key: 'b' }, 'up'))).toBe('ba|c');
    expect(order(moveField(form, { key: 'b' }, 'down'))).toBe('a|bc');
    expect(order(moveField(form, { key: 'c' }, 'up'))).toBe('abc|');
    expect(order(moveField(form, { key: 'a' }, 'up'))).toBe('ab|c');
    expect(order(moveField(form, { key: 'c' }, 'down'))).toBe('ab|c');
    expect(order(moveField(form, { key: 'gone' }, 'down'))).toBe('ab|c');
  });

  test('inside a block', () => {
    const inner = (shown: Form) =>
      findField(shown, { key: 'c' })
        ?.fields.map(({ key }) => key)
        .join('');
    expect(inner(moveField(form, { key: 'y', block: 'c' }, 'up'))).toBe('yx');
    expect(inner(removeField(form, { key: 'x', block: 'c' }))).toBe('y');
    const { fields: _, ...blank } = blankField('z', 'Z', 'number');
    expect(inner(addInnerField(form, 'c', blank))).toBe('xyz');
  });

  test('sections move, change their name, come and go', () => {
    expect(order(moveSection(form, 'deux', 'up'))).toBe('c|ab');
    expect(renameSection(form, 'un', 'Autre').sections[0]?.title).toBe('Autre');
    expect(order(removeSection(form, 'un'))).toBe('c');
    const more = addField(addSection(form, 'trois', 'Trois'), 'trois', blankField('d', 'D', 'file'));
    expect(order(more)).toBe('ab|c|d');
    expect(findField(more, { key: 'd' })).toMatchObject({ formats: ['pdf', 'odt'], max: 10 });
  });

  test('whatever is done can be read again', () => {
    const changed = changeField(form, { key: 'a' }, { ...blankField('a', 'Ailleurs', 'longText'), min: 3 });
    expect(Form.parse(JSON.parse(JSON.stringify(changed)))).toEqual(changed);
  });
});

describe('[CA7] the key of a question', () => {
  test('is read from its words, and is nobody else’s, nor was', () => {
    const taken = new Set(['budget', 'budget_2']);
    expect(newKeyOf('Budget', taken)).toBe('budget_3');
    expect(newKeyOf('Élu référent à l’eau', taken)).toBe('elu_referent_a_l_eau');
    expect(newKeyOf('2023', taken)).toBe('champ_2023');
    expect(newKeyOf('日本語', taken)).toBe('champ');
    expect(newKeyOf('x'.repeat(300), taken)).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
    expect(keysOf(form)).toEqual(['un', 'deux', 'a', 'b', 'c', 'x', 'y']);
  });
});

const shown = (more: Record<string, unknown> = {}): FormField => {
  const [made] = fieldsOf(Form.parse({ sections: [{ key: 's', title: 'S', fields: [field('q', more)] }] }));
  if (!made) throw new Error('a field expected');
  return made;
};

describe('[CA7] one question as the editor sends it', () => {
  const choice = shown({
    kind: 'choice',
    choices: [
      { key: 'oui', label: 'Oui' },
      { key: 'non', label: 'Non' },
    ],
  });
  const send = (before: FormField, given: Partial<ReturnType<typeof typedFieldOf>>) =>
    parseField(before, { ...typedFieldOf(before), ...given });

  test('comes back as it was when nothing was touched', () => {
    for (const before of [choice, shown({ min: 3, max: 4 }), shown({ kind: 'number', min: 0.5 })])
      expect(send(before, {})).toEqual({ field: before });
  });

  test('a choice that is reworded keeps its key, so that answers stay; a new one has its own', () => {
    const keys = (typed: string) => {
      const parsed = send(choice, { choices: typed });
      return 'field' in parsed ? parsed.field.choices.map(({ key }) => key) : parsed.faults;
    };
    expect(keys('Oui, tout à fait\nNon')).toEqual(['oui', 'non']);
    expect(keys('Non\nOui')).toEqual(['non', 'oui']);
    expect(keys('Oui\nPeut-être\nNon')).toEqual(['oui', 'peut_etre', 'non']);
    expect(keys('Non')).toEqual(['non']);
  });

  test('keeps its kind, or takes one whose answers are alike', () => {
    expect(send(shown(), { kind: 'longText' })).toMatchObject({ field: { kind: 'longText' } });
    expect(send(shown(), { kind: 'number' })).toMatchObject({ field: { kind: 'text' } });
  });

  test.each([
    [choice, { choices: ' \n ' }, { choices: 'callForm.choicesMissing' }],
    [choice, { choices: 'A\na' }, { choices: 'callForm.choiceTwice' }],
    [
      choice,
      { choices: Array.from({ length: 101 }, (_, at) => `c${at}`).join('\n') },
      { choices: 'callForm.choicesTooMany' },
    ],
    [shown(), { label: ' ' }, { label: 'callForm.labelInvalid' }],
    [shown(), { min: '10', max: '5' }, { max: 'callForm.boundsReversed' }],
    [shown(), { min: 'dix' }, { min: 'callForm.boundInvalid' }],
    [shown(), { onlyIf: 'q' }, { onlyIf: 'callForm.conditionInvalid' }],
    [shown(), { criterion: '0' }, { criterion: 'callForm.criterionInvalid' }],
    [shown({ kind: 'file' }), { formats: '../etc' }, { formats: 'callForm.formatsInvalid' }],
    [shown({ kind: 'rows' }), { max: '0' }, { max: 'callForm.boundInvalid' }],
  ])('refuses at its control: %#', (before, given, faults) => {
    expect(send(before, given)).toEqual({ faults });
  });
});

describe('[CA7] a form that can be a version', () => {
  const codes = (sections: unknown[], criteria = 4) =>
    checkForm(Form.parse({ sections }), criteria).map(({ code }) => code);
  const section = (...fields: unknown[]) => ({ key: 's', title: 'S', fields });

  test.each([
    [[], ['empty']],
    [[section()], ['empty']],
    [[section(field('a')), { key: 't', title: 'T', fields: [] }], ['sectionEmpty']],
    [[section(field('a', { kind: 'choice' }))], ['choicesMissing']],
    [[section(field('a', { kind: 'rows' }))], ['blockEmpty']],
    [[section(field('a', { kind: 'rows', fields: [field('b', { kind: 'choices' })] }))], ['choicesMissing']],
    [[section(field('a', { onlyIf: 'gone' }))], ['conditionMissing']],
    [[section(field('a', { onlyIf: 'b' }), field('b'))], ['conditionNotYesNo']],
    [[section(field('a', { criterion: 5 }))], ['criterionMissing']],
    [[section(field('a', { onlyIf: 'b' }), field('b', { kind: 'yesNo' }))], []],
  ])('%#: %j', (sections, expected) => {
    expect(codes(sections)).toEqual(expected);
  });

  test('has two hundred questions at most', () => {
    const sections = (last: number) =>
      Array.from({ length: 4 }, (_, at) => ({
        key: `s${at}`,
        title: 'S',
        fields: Array.from({ length: at === 3 ? last : 50 }, (__, rank) => field(`f${at}_${rank}`)),
      }));
    expect(codes(sections(50))).toEqual([]);
    expect(codes(sections(51))).toEqual(['tooMany']);
  });
});
