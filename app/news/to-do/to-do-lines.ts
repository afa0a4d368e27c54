import type { Bucket } from '#shared/news/to-do/to-do.ts';
import type { ObligationKind } from '#shared/obligations.ts';

/** One line of what is to be done, in the words that the page shows. */
export interface ToDoLine {
  readonly key: string;
  readonly kind: ObligationKind;
  readonly title: string;
  readonly href: string;
  /** « Vendredi 17 mars. » */
  readonly when: string | null;
  readonly isLate: boolean;
  readonly why: string;
  /** Buttons that do it on the page; none where it is done elsewhere. */
  readonly gestures: readonly {
    readonly label: string;
    readonly fields: Readonly<Record<string, string>>;
  }[];
  /** What leads there. */
  readonly act: string;
  /** Of a review: how many organisations have answered, of how many. */
  readonly progress: { readonly count: number; readonly total: number } | null;
}

/** What waits for somebody, in the order of its urgency. */
export interface ToDo {
  readonly total: number;
  readonly buckets: readonly {
    readonly bucket: Bucket;
    readonly lines: readonly ToDoLine[];
    readonly from: string | null;
  }[];
}
