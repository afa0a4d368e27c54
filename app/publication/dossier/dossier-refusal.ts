/** What the page’s action answered when it refused. */
export interface DossierRefusal {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

/** The refusal, where it answers one of these forms. */
export const refusalOf = (refused: DossierRefusal | undefined, ...forms: readonly string[]) =>
  forms.includes(refused?.values.form ?? '') ? refused : undefined;
