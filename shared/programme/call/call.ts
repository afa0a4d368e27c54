/** [CA1] Where a call stands. */
export const CALL_STATES = ['preparing', 'announced', 'open', 'tolerance', 'closed'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** What decides where a call stands, with the time that it is. */
export interface CallDates {
  readonly publishedAt: Date | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly toleranceMinutes: number;
}

/** The end of the tolerance: from then on nothing is taken. */
export function endOfTolerance({ closesAt, toleranceMinutes }: CallDates): Date {
  return new Date(closesAt.getTime() + toleranceMinutes * 60_000);
}

/** [CA1] The state of a call is told by its dates and nothing else. Opening is included, closing is not. */
export function callStateAt(call: CallDates, now: Date): CallState {
  if (call.publishedAt === null || now < call.publishedAt) return 'preparing';
  if (now < call.opensAt) return 'announced';
  if (now < call.closesAt) return 'open';
  return now < endOfTolerance(call) ? 'tolerance' : 'closed';
}

/** [CA1] Applications are submitted while it is open, and late within the tolerance. */
export function takesSubmissions(state: CallState): boolean {
  return state === 'open' || state === 'tolerance';
}

/** [PS11] Where a published call stands in the list for anybody: what still takes applications is open. */
export function callPart(call: CallDates, now: Date): 'open' | 'coming' | 'past' {
  const state = callStateAt(call, now);
  if (takesSubmissions(state)) return 'open';
  return state === 'closed' ? 'past' : 'coming';
}

/** What applications to a call are assessed by. The rank, from 1, is what fields of its form name. */
export interface CallCriterion {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** Of a hundred. */
  readonly weight: number;
}

/** [CA3] A closing that was put off. Never changed. */
export interface CallExtension {
  readonly id: string;
  readonly fromClosesAt: Date;
  readonly toClosesAt: Date;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
}
