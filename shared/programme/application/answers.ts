import type { Answers, Form, FormField, RowAnswer, SimpleAnswer, SimpleField } from './form.ts';

/** Every field of a form, in its order. */
export function fieldsOf(form: Form): readonly FormField[] {
  return form.sections.flatMap(({ fields }) => fields);
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The lines of a block; answers come from a live text, so that anything may be there. */
export function rowsOf(answer: unknown): readonly RowAnswer[] {
  return Array.isArray(answer) ? answer.filter((row): row is RowAnswer => isRecord(row)) : [];
}

/** [CA8] Nothing is said: no text, no choice, no line with anything in it. A box that is not ticked says nothing, « non » does. */
export function isBlank(field: FormField | SimpleField, answer: unknown): boolean {
  if (answer === null || answer === undefined) return true;
  if (field.kind === 'commitment') return answer !== true;
  if (field.kind === 'rows') return rowsOf(answer).every((row) => isBlankRow(field, row));
  if (field.kind === 'period') return isRecord(answer) && !answer.from && !answer.to;
  if (typeof answer === 'string') return answer.trim() === '';
  return Array.isArray(answer) && answer.length === 0;
}

function isBlankRow(field: FormField | SimpleField, row: RowAnswer): boolean {
  return subfieldsOf(field).every((inner) => isBlank(inner, row[inner.key]));
}

export function subfieldsOf(field: FormField | SimpleField): readonly SimpleField[] {
  return 'fields' in field ? field.fields : [];
}

/** A block that is one line at most: shown as its fields, without lines to add. */
export function isSingleLine(field: Pick<FormField, 'kind' | 'max'>): boolean {
  return field.kind === 'rows' && field.max === 1;
}

type Said = Readonly<Record<string, SimpleAnswer | readonly RowAnswer[] | undefined>>;

/** [CA8] Whether a field is asked: those that hang on another one, when that one is asked and says yes. */
export function isAsked(
  field: Pick<SimpleField, 'key' | 'onlyIf'>,
  fields: readonly Pick<SimpleField, 'key' | 'onlyIf'>[],
  answers: Said,
  seen: readonly string[] = [],
): boolean {
  if (field.onlyIf === undefined) return true;
  if (seen.includes(field.key)) return false;
  const condition = fields.find(({ key }) => key === field.onlyIf);
  // Its condition was taken out of the form: nothing could show it again.
  if (!condition) return true;
  return answers[condition.key] === true && isAsked(condition, fields, answers, [...seen, field.key]);
}

/** The fields of a form that these answers make it ask. */
export function askedFields(form: Form, answers: Answers): readonly FormField[] {
  const all = fieldsOf(form);
  return all.filter((field) => isAsked(field, all, answers));
}
