import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from '#tests/support/architecture/source-files.ts';

/** Where transactions are opened for all, and what runs in browsers, whose own databases have transactions too. */
const OPENS = /^(?:db\/kernel\/transaction\.ts$|app\/realtime\/|app\/kernel\/offline\/)/;

const opened = (text: string): number => text.match(/\.transaction\(/g)?.length ?? 0;

/** How many transactions each of these files opens by hand. */
function openedIn(paths: readonly string[]): Record<string, number> {
  const counted = paths.map((path) => [path, opened(readFileSync(path, 'utf8'))] as const);
  return Object.fromEntries(counted.filter(([path, count]) => count > 0 && !OPENS.test(path)));
}

describe('[WR5] transactions are opened by the kernel', () => {
  test('the tree keeps it', () => {
    expect(openedIn(sourceFiles(['shared', 'db', 'server', 'app']))).toEqual({});
  });

  test('a planted one is found, and what only speaks of one is not', () => {
    expect(opened('return db.transaction(async (tx) => tx);')).toBe(1);
    expect(opened('await database.db\n  .transaction(work);')).toBe(1);
    expect(opened('// in the transaction (of the act)\ninTransaction(db, work)')).toBe(0);
  });
});

describe('[WR3] rows whose end puts somebody out go where live rooms are told of it', () => {
  const ends = (text: string) =>
    /\.delete\((?:sessions|accessTokens)\)/.test(text) && !/\b(?:effectsOf|endSessions)\(/.test(text);
  // What has expired lets nobody in any more.
  const EXPIRED = 'db/operations/personal-data/retention.ts';

  test('the tree keeps it', () => {
    const silent = sourceFiles(['db', 'server']).filter((path) => ends(readFileSync(path, 'utf8')));
    expect(silent).toEqual([EXPIRED]);
  });

  test('a planted one is found', () => {
    expect(ends('await tx\n .delete(sessions)\n .where(mine);')).toBe(true);
    expect(ends('await tx.delete(sessions); effectsOf(tx).recheck({ userId });')).toBe(false);
  });
});
