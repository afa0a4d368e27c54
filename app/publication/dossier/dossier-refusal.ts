/** What the page’s action answered when it refused. */
export interface DossierRefusal {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Record<string, string>>;
}

/** The refusal, where it answers this gesture. */
export const refusalOf = (refused: DossierRefusal | undefined, ...intents: readonly string[]) =>
  intents.includes(refused?.values.intent ?? '') ? refused : undefined;
