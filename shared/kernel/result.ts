/** What an operation that may be refused returns: a value, or a code that the catalogue has French words for. */
export type Result<T, E extends string> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: E;
      /** Everything that is wrong, by field, where it is told at once (`failAll`). */
      readonly fields?: Readonly<Partial<Record<string, E>>>;
    };

/** A success carrying its value. */
export function ok(): Result<void, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value };
}

/** A refusal by its code, for instance `fail('board.cardNotFound')`. Bugs throw instead. */
export function fail<E extends string>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** A refusal of everything that is wrong, by field, at once; nothing wrong is a success. */
export function failAll<E extends string>(fields: Readonly<Partial<Record<string, E>>>): Result<void, E> {
  const [error] = Object.values(fields);
  return error === undefined ? ok() : { ok: false, error, fields };
}
