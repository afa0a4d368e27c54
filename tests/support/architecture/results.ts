import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** What failed: its title, and below it why. */
const Failure = z.object({
  what: z.string(),
  /** What its runner is given to try it again: a file, or `tests/e2e/….spec.ts:LINE`; absent where nothing tries again. */
  where: z.string().optional(),
});
export type Failure = z.infer<typeof Failure>;

/** What came of one file of tests. */
const FileResult = z.object({
  file: z.string(),
  /** All of its tests have ended. */
  isWhole: z.boolean(),
  passed: z.number(),
  skipped: z.number(),
  failed: z.array(Failure),
  /** Of a worker. */
  seconds: z.number(),
});
export type FileResult = z.infer<typeof FileResult>;

/** What a runner tells, a line each: files as they end, errors outside of any test, and its own end, which one that dies never tells. */
const Told = z.union([
  FileResult,
  z.object({ error: z.string() }),
  z.object({ ended: z.enum(['passed', 'failed', 'interrupted']) }),
]);
export type Told = z.infer<typeof Told>;

/** Adds a line to the file that TEST_RESULTS names; none without it, for a run by hand. */
export function tell(told: Told): void {
  const file = process.env.TEST_RESULTS;
  if (file) appendFileSync(file, `${JSON.stringify(told)}\n`);
}

/** What a runner has told in this file so far; a line that its end cut in two is left out. */
export function toldIn(file: string): Told[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => Told.parse(JSON.parse(line)));
}

/** As paths are written everywhere here. */
export const fromTop = (path: string) => relative('.', path).replaceAll('\\', '/');

/** So many lines of an error tell what was expected and where. */
const REASON_LINES = 9;

/** What failed, and below it why: whoever reads the end of a long output need not look for its middle. */
export function withReason(title: string, reason: string | undefined): string {
  const lines = stripVTControlCharacters(reason ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [title, ...lines.slice(0, REASON_LINES).map((line) => `    ${line}`)].join('\n');
}
