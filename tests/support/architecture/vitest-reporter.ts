import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';
import { type FileResult, fromTop, tell, withReason } from './results.ts';

/** [H26] Tells each file of tests as it ends (`results.ts`), and the errors outside of any test, which a test that failed must not hide. */
export default class VitestReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    tell(resultOf(module));
  }

  onTestRunEnd(
    _modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    for (const error of errors) tell({ error: reasonOf(error) });
    tell({ ended: reason });
  }
}

const reasonOf = ({ stack, message }: SerializedError | Error) => stack ?? message;

function resultOf(module: TestModule): FileResult {
  const file = fromTop(module.moduleId);
  const tests = [...module.children.allTests()].map((test) => ({ test, ...test.result() }));
  const count = (state: string) => tests.filter((test) => test.state === state).length;
  // A file that cannot be read has no test, and one whose preparation fails has only tests that were not begun.
  const broken = [module, ...module.children.allSuites()].flatMap((part) => part.errors());
  const failed = [
    ...tests
      .filter(({ state }) => state === 'failed')
      .map(({ test, errors }) => ({
        what: withReason(test.fullName, errors?.map(reasonOf)[0]),
        where: file,
      })),
    ...broken.map((error) => ({ what: withReason(file, reasonOf(error)), where: file })),
  ];
  if (failed.length === 0 && !module.ok()) failed.push({ what: file, where: file });
  const { duration, collectDuration, setupDuration } = module.diagnostic();
  return {
    file,
    isWhole: count('pending') === 0,
    passed: count('passed'),
    skipped: count('skipped'),
    failed,
    seconds: (duration + collectDuration + setupDuration) / 1000,
  };
}
