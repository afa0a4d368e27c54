/** One line of the report. */
export interface FindingRow {
  /** Null for the file as a whole. */
  readonly line: number | null;
  readonly sentence: string;
}

/** What the import page shows after a file was sent. */
export type ImportView =
  /** Nothing usable arrived. */
  | { readonly state: 'unread'; readonly error: string }
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
      /** The file itself in base64, sent back to confirm exactly what was checked; empty once done. */
      readonly content: string;
      readonly summary: readonly string[];
      readonly warnings: readonly FindingRow[];
      readonly kept: readonly string[];
    };

/** What has a report below the form; a fault of the whole file is told on its field alone. */
export type ReportedView = Exclude<ImportView, { state: 'unread' }>;

export function hasReport(view: ImportView): view is ReportedView {
  return view.state !== 'unread' && (view.state !== 'refused' || view.findings.length > 0);
}
