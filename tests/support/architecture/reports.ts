import { type Failure, type FileResult, toldIn, withReason } from './results.ts';

/** What one step of the run gave. */
export interface Outcome {
  readonly passed: number;
  readonly failed: readonly Failure[];
  readonly skipped: number;
  /** Each file of tests that ended in it. */
  readonly files?: readonly FileResult[];
}

/**
 * Reads what a runner told in this file (`results.ts`).
 * @param succeeded how the program ended: what it did not tell must not pass for a success. An error outside of any test, and a
 * run that was cut, are failures of their own: no second try of a test undoes them.
 */
export function readResults(file: string, succeeded: boolean): Outcome {
  const told = toldIn(file);
  const files = told.filter((one) => 'file' in one);
  const failed: Failure[] = [
    ...files.flatMap((one) => one.failed),
    ...told.flatMap((one) =>
      'error' in one ? [{ what: withReason('erreur hors de tout test', one.error) }] : [],
    ),
  ];
  if (!told.some((one) => 'ended' in one && one.ended !== 'interrupted'))
    failed.push({ what: 'le programme s’est arrêté avant la fin' });
  if (!succeeded && failed.length === 0) failed.push({ what: 'le programme s’est terminé par une erreur' });
  const sum = (of: (one: FileResult) => number) => files.reduce((total, one) => total + of(one), 0);
  return { passed: sum((one) => one.passed), failed, skipped: sum((one) => one.skipped), files };
}

/** One check that is not made of tests. */
export function readCheck(succeeded: boolean): Outcome {
  return succeeded ? { passed: 1, failed: [], skipped: 0 } : failure('le détail est donné plus haut');
}

/** A step that failed as a whole. */
export function failure(what: string): Outcome {
  return { passed: 0, failed: [{ what }], skipped: 0 };
}
