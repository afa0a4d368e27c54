/** What the page is told when a gesture was refused: which form, its faults, and what was typed. */
export interface HeldRefusal {
  readonly form: string;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}
