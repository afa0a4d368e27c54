/** What the page says of a file that could be read. */
export interface ImportView {
  readonly title: string;
  readonly columns: readonly string[];
  readonly cards: string;
  readonly labels: readonly string[];
  readonly people: readonly string[];
  readonly losses: readonly { readonly text: string; readonly names: string }[];
  /** The board as JSON: what is confirmed is what was seen. */
  readonly content: string;
}
