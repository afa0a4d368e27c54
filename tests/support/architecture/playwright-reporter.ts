import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter';
import { type FileResult, fromTop, tell, withReason } from './results.ts';

/** [H26] Tells each file of journeys once all of it has ended (`results.ts`), what was cut off at the end, and errors outside of any journey. */
export default class PlaywrightReporter implements Reporter {
  readonly #left = new Map<string, { readonly tests: readonly TestCase[]; readonly ended: Set<TestCase> }>();

  onBegin(_config: FullConfig, suite: Suite): void {
    const files = Map.groupBy(suite.allTests(), ({ location }) => fromTop(location.file));
    for (const [file, tests] of files) this.#left.set(file, { tests, ended: new Set() });
  }

  onTestEnd(test: TestCase): void {
    const file = fromTop(test.location.file);
    const entry = this.#left.get(file);
    if (entry?.ended.add(test).size === entry?.tests.length) this.#tell(file);
  }

  onError({ message, stack }: TestError): void {
    tell({ error: stack ?? message ?? 'erreur sans message' });
  }

  onEnd({ status }: FullResult): void {
    for (const file of this.#left.keys()) this.#tell(file);
    tell({ ended: status === 'timedout' ? 'interrupted' : status });
  }

  #tell(file: string): void {
    const entry = this.#left.get(file);
    this.#left.delete(file);
    if (entry) tell(resultOf(file, [...entry.ended], entry.tests.length));
  }
}

/** Not skipped by itself, but since another of its group had failed. */
const isHeldBack = (test: TestCase) => test.outcome() === 'skipped' && test.expectedStatus !== 'skipped';

function resultOf(file: string, ended: readonly TestCase[], all: number): FileResult {
  const of = (outcome: string) => ended.filter((test) => test.outcome() === outcome);
  const results = ended.flatMap(({ results: tries }) => tries);
  // What did not run for one that failed is run with it.
  const isGroup = ended.some(isHeldBack);
  return {
    file,
    isWhole: ended.length === all,
    passed: of('expected').length,
    skipped: of('skipped').length,
    failed: of('unexpected').map((test) => {
      const [error] = test.results.flatMap(({ errors }) => errors);
      return {
        what: withReason(
          test.titlePath().filter(Boolean).join(' › '),
          error && `${error.message}\n${error.snippet ?? ''}`,
        ),
        where: isGroup ? file : `${file}:${test.location.line}`,
      };
    }),
    seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
  };
}
