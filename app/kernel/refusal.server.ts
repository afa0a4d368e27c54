import { data } from 'react-router';
import type { z } from 'zod';
import type { DomainError } from '#shared/errors.ts';
import { fr } from '#shared/words.fr.ts';

/** What a form's action answers when it refuses: a sentence a field ('' for the whole form), and what was typed. */
export interface Refusal<Values> {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Values;
}

/** Refuses a form in French, keeping what was typed: secrets never come back. */
export function refuse<Values>(
  errors: Readonly<Partial<Record<string, DomainError>>>,
  values: Values,
  init: { status: number; headers?: HeadersInit } = { status: 422 },
) {
  const worded: Partial<Record<string, string>> = {};
  for (const [field, code] of Object.entries(errors)) if (code) worded[field] = fr.errors[code];
  return data<Refusal<Values>>({ errors: worded, values }, init);
}

/** A form as our own pages send it; anything else answers 400, NUL included: no database keeps it in a text. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData): z.output<Schema> {
  const parsed = schema.safeParse(Object.fromEntries(form));
  const holdsNul = [...form.values()].some((value) => typeof value === 'string' && value.includes('\0'));
  if (!parsed.success || holdsNul) throw data(null, { status: 400 });
  return parsed.data;
}
