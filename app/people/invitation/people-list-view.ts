/** One line of what is wrong, or worth a look. */
export interface FindingRow {
  readonly line: number;
  readonly sentence: string;
}

/** What the page of a list shows after it was sent. */
export type PeopleListView =
  | { readonly state: 'refused'; readonly error: string; readonly text: string }
  | {
      readonly state: 'ready';
      /** What was read, sent back to confirm exactly that. */
      readonly text: string;
      readonly summary: string;
      readonly mayInvite: number;
      readonly faults: readonly FindingRow[];
      readonly notes: readonly FindingRow[];
      readonly people: readonly {
        readonly line: number;
        readonly name: string;
        readonly email: string;
        readonly organisation: string | null;
        readonly groups: readonly string[];
      }[];
      /** Findings and people that are not listed, so that no page is endless. */
      readonly hidden: { readonly faults: number; readonly notes: number; readonly people: number };
    };
