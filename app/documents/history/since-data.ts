/** What others changed in a document since somebody's last visit; null when nothing was. */
export interface SinceVisit {
  readonly since: {
    readonly seq: number;
    readonly to: number;
    /** ISO instant of that visit. */
    readonly at: string;
    readonly changes: number;
    readonly by: readonly { readonly name: string; readonly organisation: string | null }[];
  } | null;
}
