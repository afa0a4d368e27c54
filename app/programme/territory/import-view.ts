/** One line of the report. */
export interface FindingRow {
  /** In words, that it is the file as a whole. */
  readonly line: number | string;
  readonly sentence: string;
}

/** What the import page shows after a file was sent. */
export type ImportView =
  /** Nothing usable arrived. */
  | { readonly state: 'unread'; readonly error: string }
  /** An import was to be undone. */
  | { readonly state: 'notUndone'; readonly error: string }
  | {
      readonly state: 'refused';
      readonly fileName: string;
      readonly error: string;
      readonly findings: readonly FindingRow[];
      /** Findings that are not listed, so that a foreign file does not make an endless page. */
      readonly hidden: number;
    }
  | {
      readonly state: 'ready' | 'done';
      readonly fileName: string;
      /** The file itself in base64, sent back to confirm exactly what was checked; empty once done, null for the list of the product. */
      readonly content: string | null;
      readonly summary: readonly string[];
      readonly warnings: readonly FindingRow[];
      readonly kept: readonly string[];
      /** [T12] What becomes of each commune, where something does. */
      readonly organisations: readonly {
        readonly code: string;
        readonly city: string;
        readonly sentence: string;
      }[];
    };

/** What has a report below the form; a fault of the whole file is told on its field alone. */
export type ReportedView = Exclude<ImportView, { state: 'unread' | 'notUndone' }>;

export function hasReport(view: ImportView): view is ReportedView {
  if (view.state === 'unread' || view.state === 'notUndone') return false;
  return view.state !== 'refused' || view.findings.length > 0;
}
