/** The programme in one line, and what of it is late. */
export interface ProgrammeLine {
  readonly experiments: number;
  readonly chapters: { readonly approved: number; readonly total: number };
  /** Days of consulting, in quarters. */
  readonly quarters: { readonly used: number; readonly granted: number };
  /** Experiments that are late, by title. */
  readonly late: readonly LateExperiment[];
}

export interface LateExperiment {
  readonly id: string;
  readonly title: string;
  readonly city: string | null;
  /** `2023-02`: the last month that nobody wrote; null where it is written. */
  readonly missingMonth: string | null;
  /** The first milestone that was to be reached. */
  readonly milestone: string | null;
}
