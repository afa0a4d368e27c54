import { fieldsOf, isSingleLine } from './answers.ts';
import { addressOf, type RawAnswers } from './application-doc.ts';
import type { Answers, Form, FormField, RowAnswer, SimpleAnswer, SimpleField } from './form.ts';

/** Kinds that several people write letter by letter; every other is a value, the last writer’s. */
export function isMergedText({ kind }: Pick<SimpleField, 'kind'>): boolean {
  return kind === 'text' || kind === 'longText';
}

/** [AP5] What the document answers to this form; what the form does not ask is left out, and so is what is empty. */
export function answersOf(form: Form, raw: RawAnswers): Answers {
  const answers: [string, SimpleAnswer | RowAnswer[]][] = [];
  for (const field of fieldsOf(form)) {
    if (field.kind !== 'rows') {
      const answer = simpleAnswer(field, addressOf(field.key), raw);
      if (answer !== null) answers.push([field.key, answer]);
      continue;
    }
    const answered = rowsOfBlock(field, raw).map((row) => rowAnswer(field, row, raw));
    const isSaid = !isSingleLine(field) || answered.some((row) => Object.keys(row).length > 1);
    if (answered.length > 0 && isSaid) answers.push([field.key, answered]);
  }
  return Object.fromEntries(answers);
}

/** The line of a block that has one at most: it need not be added, and everybody writes in the same one. */
const ONLY_ROW = '00000000-0000-4000-8000-000000000001';

/** [AP4] Ids of the lines of a block, in order. */
export function rowsOfBlock(
  field: Pick<FormField, 'key' | 'kind' | 'max'>,
  raw: RawAnswers,
): readonly string[] {
  const rows = own(raw.rows, field.key) ?? [];
  return rows.length === 0 && isSingleLine(field) ? [ONLY_ROW] : rows;
}

function rowAnswer(block: FormField, row: string, raw: RawAnswers): RowAnswer {
  const cells = block.fields.flatMap((field): [string, SimpleAnswer][] => {
    const answer = simpleAnswer(field, addressOf(field.key, { block: block.key, row }), raw);
    return answer === null ? [] : [[field.key, answer]];
  });
  return { ...Object.fromEntries(cells), id: row };
}

function simpleAnswer(field: SimpleField, address: string, raw: RawAnswers): SimpleAnswer {
  if (isMergedText(field)) return own(raw.texts, address) || null;
  const value = (part = '') => own(raw.values, address + part);
  if (field.kind === 'choices') {
    const chosen = field.choices.filter(({ key }) => value(`#${key}`) === true).map(({ key }) => key);
    return chosen.length > 0 ? chosen : null;
  }
  if (field.kind === 'period') {
    const [from, to] = [value('#from'), value('#to')].map((day) => (typeof day === 'string' ? day : ''));
    return from || to ? { from: from ?? '', to: to ?? '' } : null;
  }
  const found = value();
  if (found === undefined || found === '') return null;
  if (field.kind === 'file') return typeof found === 'object' ? found : null;
  if (field.kind === 'yesNo' || field.kind === 'commitment') return typeof found === 'boolean' ? found : null;
  // A number that is no number yet stays as it was typed: its error is told beside it.
  if (field.kind === 'number') return typeof found === 'number' || typeof found === 'string' ? found : null;
  return typeof found === 'string' ? found : null;
}

/** Never what an object inherits. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
