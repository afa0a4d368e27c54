import { expect, test } from 'vitest';
import { defaultForm } from '#db/seed/default-form/default-form.ts';
import { fieldsOf } from '#shared/programme/application/answers.ts';
import { Form } from '#shared/programme/application/form.ts';
import { callPart } from '#shared/programme/call/call.ts';
import { permits } from '#shared/programme/call/laureate.ts';

const question = { key: 'accord', label: 'D’accord ?', kind: 'yesNo', isRequired: true };
const formOf = (...fields: object[]) => Form.parse({ sections: [{ key: 's', title: 'S', fields }] });
const declared = formOf({ ...question, purpose: 'publication' });
const asked = (answers: Record<string, boolean>, answered = formOf(question)) =>
  permits('publication', { answers, answered, declared });

test('[CA15] a yes to the question that is declared permits, whatever version asked it in the same words', () => {
  expect(asked({ accord: true })).toBe(true);
  expect(asked({ accord: true }, declared)).toBe(true);
});

test.each([
  ['no', { accord: false }],
  ['nothing', {}],
  ['a yes to another question', { autre: true }],
])('[CA15] %s permits nothing', (_, answers) => {
  expect(asked(answers as Record<string, boolean>)).toBe(false);
});

test('[CA15] other words, or a form that declares nothing, permit nothing', () => {
  expect(asked({ accord: true }, formOf({ ...question, label: 'Avez-vous lu ?' }))).toBe(false);
  const none = { answers: { accord: true }, answered: formOf(question), declared: formOf(question) };
  expect(permits('publication', none)).toBe(false);
});

test('[CA15] the programme’s form asks for publication by a free yes or no', () => {
  const declaring = fieldsOf(defaultForm).filter(({ purpose }) => purpose === 'publication');
  expect(declaring).toMatchObject([{ kind: 'yesNo', isRequired: true }]);
});

test('[PS11] a call is open as long as it takes applications, then past, and coming before', () => {
  const day = (text: string) => new Date(`${text}T10:00:00Z`);
  const call = { publishedAt: day('2023-01-01'), opensAt: day('2023-02-01'), closesAt: day('2023-03-01') };
  const at = (text: string) => callPart({ ...call, toleranceMinutes: 60 }, new Date(text));
  expect(at('2023-01-15T10:00:00Z')).toBe('coming');
  expect(at('2023-02-01T10:00:00Z')).toBe('open');
  expect(at('2023-03-01T10:59:00Z')).toBe('open');
  expect(at('2023-03-01T11:00:00Z')).toBe('past');
});
