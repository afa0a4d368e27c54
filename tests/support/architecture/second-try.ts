import type { Outcome } from './reports.ts';
import type { Failure } from './results.ts';

/** More than so many failures are one of their own: what is sick is not tried again. */
export const MOST_SECOND_TRIES = 10;

/** What the failures of a run came to. */
export interface Settled {
  /** Each with why. */
  readonly failed: readonly string[];
  /** What passed at its second try, each with why it failed before. */
  readonly second: readonly string[];
}

/**
 * [H26] Tries once more, one after the other and alone, what failed: red again is a failure, green is told.
 * @param again runs one place alone (`Failure.where`), its services and its demonstration begun anew.
 */
export async function secondTries(
  failures: readonly Failure[],
  again: (where: string) => Promise<Outcome>,
): Promise<Settled> {
  const whole = failures.filter(({ where }) => where === undefined).map(({ what }) => what);
  const places = Map.groupBy(
    failures.filter(({ where }) => where !== undefined),
    ({ where = '' }) => where,
  );
  if (failures.length > MOST_SECOND_TRIES) {
    const sick = `La suite est malade\u00a0: plus de ${MOST_SECOND_TRIES} échecs, rien n’est essayé une seconde fois.`;
    return { failed: [...failures.map(({ what }) => what), sick], second: [] };
  }
  const failed = [...whole];
  const second: string[] = [];
  for (const [where, first] of places) {
    const outcome = await again(where);
    if (outcome.failed.length === 0 && outcome.passed > 0) second.push(...first.map(({ what }) => what));
    // Why it failed alone says more than why it failed beside others.
    else failed.push(...(outcome.failed.length > 0 ? outcome.failed : first).map(({ what }) => what));
  }
  return { failed, second };
}
