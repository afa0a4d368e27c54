/** A check waits for its file, reads it, and ends in one of three ways. */
export const CHECK_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** Without a sign of life for that long, the process that checked is gone. */
const SILENCE_MS = 60_000;

/** [DS10] What a check is by now: one whose process went away has failed, whatever its row says. */
export function stateAt(
  { state, beatAt }: { readonly state: CheckState; readonly beatAt: Date },
  now: Date,
): CheckState {
  return state === 'running' && now.getTime() - beatAt.getTime() > SILENCE_MS ? 'failed' : state;
}

/** What a file that is checked may weigh: a million lines of the largest schema of the national register, and more. */
export const CHECK_MAX_BYTES = 300 * 1024 * 1024;

/** A check in a list. */
export interface CheckSummary {
  readonly id: string;
  readonly fileName: string;
  readonly state: CheckState;
  readonly hasSchema: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly createdAt: Date;
  readonly byName: string | null;
}
