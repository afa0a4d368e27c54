import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import type { FileDuration } from '../test-durations.ts';

/** What failed. */
export interface Failure {
  /** Its title, and below it why. */
  readonly what: string;
  /** What its runner is given to try it again: a file of Vitest, `tests/e2e/….spec.ts:LINE` of Playwright; absent where nothing tries again. */
  readonly where?: string | undefined;
}

/** What one step of the run gave. */
export interface Outcome {
  readonly passed: number;
  readonly failed: readonly Failure[];
  readonly skipped: number;
  /** How long each file took. */
  readonly files?: readonly FileDuration[];
}

const Vitest = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const Spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(
        z.object({
          duration: z.number(),
          error: z.object({ message: z.string().optional(), snippet: z.string().optional() }).optional(),
        }),
      ),
    }),
  ),
});
interface Suite {
  readonly title: string;
  readonly specs?: readonly z.infer<typeof Spec>[] | undefined;
  readonly suites?: readonly Suite[] | undefined;
}
const Suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ title: z.string(), specs: z.array(Spec).optional(), suites: z.array(Suite).optional() }),
);
const Playwright = z.object({
  suites: z.array(Suite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/**
 * Reads what Vitest wrote. A file that could not be loaded has no test: it counts as one failure.
 * @param succeeded how the program ended: a failure outside of any test must not pass for a success.
 */
export function readVitest(file: string, succeeded: boolean): Outcome {
  if (!existsSync(file)) return failure('Vitest n’a rendu aucun résultat');
  const { testResults } = Vitest.parse(JSON.parse(readFileSync(file, 'utf8')));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return settle(succeeded, {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: [
      ...testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => ({
            what: withReason(fullName, failureMessages?.[0]),
            where: relative('.', name),
          })),
      ),
      ...broken.map(({ name }) => ({ what: name, where: relative('.', name) })),
    ],
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').length,
    files: testResults.map(({ name, startTime, endTime }) => ({
      file: name,
      seconds: (endTime - startTime) / 1000,
    })),
  });
}

/** Reads what Playwright wrote; see `readVitest`. */
export function readPlaywright(file: string, succeeded: boolean): Outcome {
  if (!existsSync(file)) return failure('Playwright n’a rendu aucun résultat');
  const { suites, errors } = Playwright.parse(JSON.parse(readFileSync(file, 'utf8')));
  const tests = suites.flatMap((suite) => testsOf(suite, []));
  return settle(succeeded, {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: [
      ...tests
        .filter(({ status }) => status === 'unexpected')
        .map(({ title, file, line, reason }) => ({
          what: withReason(title, reason),
          where: `tests/e2e/${file}:${line}`,
        })),
      ...errors.map(({ message }) => ({ what: message?.split('\n')[0] ?? 'erreur sans message' })),
    ],
    skipped: tests.filter(({ status }) => status === 'skipped').length,
    files: durationsOf(tests),
  });
}

/** One check that is not made of tests. */
export function readCheck(succeeded: boolean): Outcome {
  return succeeded ? { passed: 1, failed: [], skipped: 0 } : failure('le détail est donné plus haut');
}

/** A step that failed as a whole. */
export function failure(what: string): Outcome {
  return { passed: 0, failed: [{ what }], skipped: 0 };
}

/** So many lines of an error tell what was expected and where. */
const REASON_LINES = 9;

/** What failed, and below it why: whoever reads the end of a long output need not look for its middle. */
function withReason(title: string, reason: string | undefined): string {
  const lines = stripVTControlCharacters(reason ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [title, ...lines.slice(0, REASON_LINES).map((line) => `    ${line}`)].join('\n');
}

function settle(succeeded: boolean, outcome: Outcome): Outcome {
  if (succeeded || outcome.failed.length > 0) return outcome;
  return { ...outcome, failed: [{ what: 'le programme s’est terminé par une erreur hors de tout test' }] };
}

interface Journey {
  readonly title: string;
  readonly status: string;
  readonly file: string;
  readonly line: number;
  readonly seconds: number;
  readonly reason: string | undefined;
}

function durationsOf(journeys: readonly Journey[]): FileDuration[] {
  const files = new Map<string, number>();
  for (const { file, seconds } of journeys) files.set(file, (files.get(file) ?? 0) + seconds);
  return [...files].map(([file, seconds]) => ({ file: `tests/e2e/${file}`, seconds }));
}

function testsOf(suite: Suite, path: readonly string[]): Journey[] {
  const here = [...path, suite.title];
  const own = (suite.specs ?? []).flatMap(({ title, file, line, tests }) =>
    tests.map(({ status, results }) => ({
      title: [...here, title].join(' › '),
      status,
      file,
      line,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      reason: results.map(({ error }) => error && `${error.message}\n${error.snippet ?? ''}`).find(Boolean),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, here))];
}
