/** What the action of an adoption answers when it refuses: sentences by field, and what was typed. */
export interface AdoptionRefusal {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}
