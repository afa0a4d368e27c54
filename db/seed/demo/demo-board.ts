import type { GroupKey } from './groups.ts';
import type { OrganisationKey, SpaceKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

interface DemoCard {
  readonly title: string;
  readonly description: string;
  /** Key of a column of the same board. */
  readonly column: string;
  /** Keys of labels of the same board. */
  readonly labels: readonly string[];
  readonly organisation?: OrganisationKey;
  readonly people: readonly PersonKey[];
  /** ISO date. */
  readonly start?: string;
  /** ISO date. */
  readonly due?: string;
  readonly checklist: readonly { readonly text: string; readonly done: boolean }[];
}

export interface DemoBoard {
  readonly key: string;
  readonly group: GroupKey | SpaceKey;
  readonly title: string;
  readonly createdBy: PersonKey;
  /** ISO date and time. */
  readonly createdAt: string;
  readonly labels: readonly { readonly key: string; readonly name: string }[];
  /** In order; `limit` is how many cards the team wants there at most. */
  readonly columns: readonly { readonly key: string; readonly name: string; readonly limit?: number }[];
  /** In order inside each column. */
  readonly cards: readonly DemoCard[];
}
