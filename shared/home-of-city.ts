import type { FacilitatorForReader } from './programme/facilitator/territorial-facilitator.ts';
import type { CaseReason } from './publication/adoption/cases-for-city.ts';
import type { SheetFacts } from './publication/sheet/sheet-facts.ts';
import type { SheetPhoto } from './publication/sheet/sheet-photo.ts';

/** What the home of a city outside the experiments shows beside what waits for it. */
export interface HomeOfCity {
  /** The structures that help it, the nearest first. */
  readonly facilitators: readonly Pick<FacilitatorForReader, 'id' | 'name' | 'contact'>[];
  /** Whole inhabitants; null when the register does not know them. */
  readonly population: number | null;
  readonly cases: readonly CaseForCity[];
  /** How many are published. */
  readonly total: number;
  readonly repeated: readonly RepeatedOnHome[];
  readonly call: {
    readonly title: string;
    readonly href: string;
    readonly apply: string;
    readonly closesAt: Date;
  } | null;
  readonly openGroups: readonly { readonly id: string; readonly name: string; readonly purpose: string }[];
}

/** [RP11] A published sheet, with why it is shown. */
export interface CaseForCity {
  readonly address: string;
  readonly title: string;
  readonly facts: SheetFacts;
  readonly photo: SheetPhoto | null;
  readonly reason: CaseReason;
}

/** [RP12] What the city checks or reproduces. */
export interface RepeatedOnHome {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly board: { readonly id: string; readonly title: string } | null;
  readonly asked: number;
  readonly ready: number;
}

/** What was asked or done, by whom, on which day. */
interface Said {
  readonly said: string;
  readonly by: string | null;
  readonly day: string;
}

/** [AF7] The territory of a facilitator, as their home shows it. */
export interface OwnTerritory {
  readonly total: number;
  readonly waiting: number;
  readonly cities: readonly {
    readonly name: string;
    readonly href: string;
    readonly asks: readonly Said[];
    readonly last: Said | null;
  }[];
}
