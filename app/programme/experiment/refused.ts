/** What a page’s action answered when it refused. */
export interface Refused {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Record<string, string>>;
}

/** The refusal, if it is of this form: its intent, and the object it is about. */
export function refusedOf(refused: Refused | undefined, intent: string, id = ''): Refused | undefined {
  if (refused?.values.intent !== intent || (refused.values.id ?? '') !== id) return undefined;
  return refused;
}
