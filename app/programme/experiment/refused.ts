/** What a page’s action answered when it refused. */
export interface Refused {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

/** The refusal, if it is of this form. */
export const refusedOf = (refused: Refused | undefined, form: string): Refused | undefined =>
  refused?.values.form === form ? refused : undefined;
