import { redirect } from 'react-router';
import { z } from 'zod';
import type { DomainError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { parseForm, refuse } from '../../kernel/refusal.server.ts';

/** What was typed, as it was sent. */
export type Typed = Readonly<Record<string, string>>;

const Values = z.record(z.string().max(80), z.string().max(60_000));

/** Every field of a form as text; a field that comes several times is read by who asks for it. */
export function readTyped(form: FormData): Typed {
  return parseForm(Values, form);
}

/** A field of it; empty when it was not sent. */
export const field = (typed: Typed, name: string) => typed[name] ?? '';

/** Goes on to another page, or says what is wrong at its field with everything that was typed. 404 and 403 are thrown. */
export function answer<E extends DomainError>(
  result: Result<unknown, E>,
  given: {
    readonly to: string;
    readonly typed: Typed;
    /** Which field each refusal is about; the others are of the whole form. */
    readonly fields?: Readonly<Partial<Record<DomainError, string>>>;
  },
) {
  if (result.ok) return redirect(given.to);
  if (result.error === 'access.notFound') throw notFound();
  if (result.error === 'access.forbidden') throw forbidden();
  return refuse({ [given.fields?.[result.error] ?? '']: result.error }, given.typed);
}
