/** A change of accounts that was refused: by which form of the page, with a sentence a field. */
export interface PeopleRefusal {
  /** `person <id>`, `invite`, `organisation`, or '' for the page. */
  readonly form: string;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}
