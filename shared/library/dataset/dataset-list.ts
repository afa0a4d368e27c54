/** What the register shows; empty: everything. */
export interface DatasetFilter {
  readonly query: string;
  readonly access: string;
  readonly producer: string;
  readonly group: string;
}
