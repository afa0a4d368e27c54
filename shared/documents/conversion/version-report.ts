import type { ImportReport } from './conversion.ts';

/** [X26] What became of a corrected version that came in a file. */
export interface VersionReport {
  readonly fileName: string;
  /** It was compared with the state that left as this file; else with the text as it is. */
  readonly isCompared: boolean;
  readonly suggestions: number;
  readonly threads: number;
  readonly answers: number;
  /** Threads and suggestions that are here already. */
  readonly known: number;
  readonly losses: ImportReport['losses'];
  /** What stands nowhere in the text, in its own words; and how many more. */
  readonly unplaced: readonly {
    readonly kind: 'comment' | 'change';
    readonly author: string;
    readonly original: string;
    readonly proposed: string;
  }[];
  readonly more: number;
}
