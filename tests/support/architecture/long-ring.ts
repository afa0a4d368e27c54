import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type FileResult, toldIn } from './results.ts';
import { titlesIn } from './test-titles.ts';

/** Git ignores it. */
const FOLDER = 'node_modules/.cache/long-ring';

/** [H26] The files of the long ring: what its name says is long, what repeats with more input, and those with a journey that the gate leaves. */
export function longFiles(): string[] {
  const isLong = (file: string) =>
    file.endsWith('.spec.ts')
      ? titlesIn(file).some((title) => title.isLong)
      : /\.long\.test\./.test(file) || readFileSync(file, 'utf8').includes('TEST_LONG');
  return globSync('tests/{shared,app,architecture,db,server,whole,e2e}/**/*.{test,spec}.{ts,tsx}')
    .filter(isLong)
    .sort();
}

/**
 * The folder in which the long ring keeps what it has seen of this tree, as it stands, committed or not: a run that is cut goes on
 * there. What was seen of other trees is removed.
 * @param index a file that may be written, for git.
 */
export function seenFolder(index: string): string {
  const env = { ...process.env, GIT_INDEX_FILE: index };
  const git = (...args: string[]) => execFileSync('git', args, { env, encoding: 'utf8' }).trim();
  git('add', '--all');
  const folder = join(FOLDER, git('write-tree'));
  mkdirSync(folder, { recursive: true });
  for (const other of readdirSync(FOLDER)) {
    const path = join(FOLDER, other);
    if (path !== folder) rmSync(path, { recursive: true });
  }
  return folder;
}

/** The files that were seen whole and green, as they last came; nothing counts twice. */
export function greenFiles(folder: string): FileResult[] {
  const last = new Map<string, FileResult>();
  const runs = readdirSync(folder).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  for (const run of runs)
    for (const told of toldIn(join(folder, run))) if ('file' in told) last.set(told.file, told);
  return [...last.values()].filter(({ isWhole, failed }) => isWhole && failed.length === 0);
}
