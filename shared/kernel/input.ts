import { z } from 'zod';
import type { DomainError } from '../errors.ts';
import type { Result } from './result.ts';

/** Beyond this a text is none of ours, whatever field it is in. */
const LONGEST_TEXT = 20_000;
const LONGEST_ID = 64;

/** The id of an object that the page or address names: whatever is no id is refused as a request, not as a field. */
export const Id = z.uuid();
/** The same of an account, which has an opaque id of its own. */
export const PersonId = z.string().min(1).max(LONGEST_ID);

/** A text, as one of our own functions reads it; what that refuses is the refusal of the field. */
export function read<T>(parse: (text: string) => Result<T, DomainError>) {
  return z
    .string()
    .max(LONGEST_TEXT)
    .transform((text, context) => {
      const parsed = parse(text);
      if (parsed.ok) return parsed.value;
      context.addIssue({ code: 'custom', message: parsed.error });
      return z.NEVER;
    });
}

/** A text whose own refusals come later, or that has none. */
export const Said = z.string().max(LONGEST_TEXT);

/** Several fields, as one of our own functions reads them together; `fields` names the one that each refusal is about, '' the whole. */
export function readTogether<Typed, T, E extends DomainError>(
  parse: (typed: Typed) => Result<T, E>,
  fields: Readonly<Record<E, string>>,
) {
  return (typed: Typed, context: z.RefinementCtx): T => {
    const parsed = parse(typed);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', path: [fields[parsed.error]], message: parsed.error });
    return z.NEVER;
  };
}

interface Faulty {
  readonly faults: object;
}

/** A whole form, as one of our own functions reads it, which says everything that is wrong by field. */
export function readForm<Typed, Parsed extends object>(parse: (typed: Typed) => Parsed) {
  return (typed: Typed, context: z.RefinementCtx): Exclude<Parsed, Faulty> => {
    const parsed: Parsed | Faulty = parse(typed);
    if (!('faults' in parsed)) return parsed as Exclude<Parsed, Faulty>;
    for (const [field, message] of Object.entries(parsed.faults as Record<string, DomainError>))
      context.addIssue({ code: 'custom', path: [field], message });
    return z.NEVER;
  };
}

/** The id of what somebody chooses among others; nothing chosen, or no id, is this refusal. */
export function chosen(refusal: DomainError) {
  return z
    .string()
    .max(LONGEST_TEXT)
    .refine((id) => PersonId.safeParse(id).success, refusal);
}

/** The same, where nothing may be chosen: null then. */
export function chosenOrNone(refusal: DomainError) {
  return chosen(refusal).or(z.literal('').transform(() => null));
}

/** The same as `chosen`, of what has an id of ours. */
export function chosenId(refusal: DomainError) {
  return z
    .string()
    .max(LONGEST_TEXT)
    .refine((id) => Id.safeParse(id).success, refusal);
}

/** A box of a form: ticked, it sends a word. */
export const Ticked = z
  .string()
  .max(20)
  .transform((text) => text !== '');

/** One of these words; anything else is this refusal. */
export function oneOf<const Word extends string>(words: readonly Word[], refusal: DomainError) {
  return read((text): Result<Word, DomainError> => {
    const word = words.find((candidate) => candidate === text);
    return word === undefined ? { ok: false, error: refusal } : { ok: true, value: word };
  });
}
