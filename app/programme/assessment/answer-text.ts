import { dates } from '#shared/kernel/dates.fr.ts';
import { rowsOf } from '#shared/programme/application/answers.ts';
import type { Answers, Form, FormField } from '#shared/programme/application/form.ts';
import { assessment as words } from '#shared/programme/assessment/assessment.fr.ts';

/** An answer as assessors read it: paragraphs, or the lines of a block with what each says. */
export interface ReadAnswer {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly rows: readonly {
    readonly id: string;
    readonly cells: readonly { readonly label: string; readonly text: string }[];
  }[];
}

/** The answers of a form that inform a criterion, by its rank from 1; null: those that inform none. */
export function readAnswers(form: Form, answers: Answers, criterion: number | null): ReadAnswer[] {
  return form.sections
    .flatMap(({ fields }) => fields)
    .filter((field) => (field.criterion ?? null) === criterion)
    .map((field) => ({
      key: field.key,
      label: field.label,
      text: field.kind === 'rows' ? '' : textOf(field, answers[field.key]),
      rows:
        field.kind === 'rows'
          ? rowsOf(answers[field.key]).map((row) => ({
              id: row.id,
              cells: field.fields.map((inner) => ({
                label: inner.label,
                text: textOf(inner, row[inner.key]),
              })),
            }))
          : [],
    }));
}

type Kind = Pick<FormField, 'kind' | 'choices'>;

function textOf({ kind, choices }: Kind, answer: unknown): string {
  if (answer === null || answer === undefined || answer === '') return '';
  if (typeof answer === 'boolean') return answer ? words.yes : words.no;
  const labelOf = (key: unknown) => choices.find((choice) => choice.key === key)?.label ?? String(key);
  if (Array.isArray(answer)) return answer.map(labelOf).join(', ');
  if (kind === 'choice') return labelOf(answer);
  if (kind === 'date') return dayOf(answer);
  if (typeof answer === 'object') {
    const { from, to, name } = answer as { from?: unknown; to?: unknown; name?: unknown };
    if (from || to) return words.period(dayOf(from), dayOf(to));
    return typeof name === 'string' ? name : '';
  }
  return String(answer);
}

function dayOf(value: unknown): string {
  const at = new Date(`${String(value)}T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? '—' : dates.short(at);
}
