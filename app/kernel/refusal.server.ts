import { data } from 'react-router';
import type { z } from 'zod';
import type { DomainError } from '#shared/errors.ts';
import { refusedRequest } from '#shared/kernel/refused-request.fr.ts';
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

/** [SC18] [A5] Refuses a form as an operation refused: what is absent, forbidden or none of ours is an answer of its own. */
export function refuseBy<Values>(
  { error, fields }: { readonly error: string; readonly fields: Readonly<Partial<Record<string, string>>> },
  values: Values,
) {
  if (error === 'access.notFound') throw data(null, { status: 404 });
  if (error === 'access.forbidden') throw data(fr.errors['access.forbidden'], { status: 403 });
  if (error === 'api.invalid') throw notOurs();
  const status = error.endsWith('.tooMany') ? 429 : 422;
  return refuse(fields as Partial<Record<string, DomainError>>, values, { status });
}

/** [SC18] 400 in words: what was sent is nothing that our own pages send. */
export function notOurs() {
  return data(refusedRequest.notOurs, { status: 400 });
}

/** A form as our own pages send it; anything else answers 400. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData): z.output<Schema> {
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw notOurs();
  return parsed.data;
}
