/** A change of members that was refused: by which form of the page, with a sentence a field. */
export interface MemberRefusal {
  /** `person <id>`, `organisation <id>`, `add`, `addOrganisation`, `invite`, or '' for the page. */
  readonly form: string;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}
