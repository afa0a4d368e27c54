import { fieldsOf } from '#shared/programme/application/answers.ts';
import { isMergedText } from '#shared/programme/application/answers-of.ts';
import {
  type ApplicationEdit,
  addressOf,
  type StoredValue,
} from '#shared/programme/application/application-doc.ts';
import type { Form, SimpleField } from '#shared/programme/application/form.ts';

/** The edits that write these answers of the demonstration into a live room; rows get new ids. */
export function answersAsEdits(
  form: Form,
  answers: Readonly<Record<string, unknown>>,
  newId: () => string,
): ApplicationEdit[] {
  return fieldsOf(form).flatMap((field) => {
    const answer = answers[field.key];
    if (field.kind !== 'rows') return editsOf(field, addressOf(field.key), answer);
    const rows = Array.isArray(answer) ? (answer as Readonly<Record<string, unknown>>[]) : [];
    return rows.flatMap((cells): ApplicationEdit[] => {
      const row = newId();
      return [
        { kind: 'addRow', block: field.key, row },
        ...field.fields.flatMap((inner) =>
          editsOf(inner, addressOf(inner.key, { block: field.key, row }), cells[inner.key]),
        ),
      ];
    });
  });
}

function editsOf(field: SimpleField, address: string, answer: unknown): ApplicationEdit[] {
  if (answer === undefined || answer === null) return [];
  if (isMergedText(field)) return [{ kind: 'text', address, text: String(answer) }];
  if (field.kind !== 'period') return [{ kind: 'value', address, value: answer as StoredValue }];
  const { from, to } = answer as { from: string; to: string };
  return [
    { kind: 'value', address: `${address}#from`, value: from },
    { kind: 'value', address: `${address}#to`, value: to },
  ];
}
