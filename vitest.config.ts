import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/**
 * One project a room, so that each can be run alone and the database ones twice (PGlite, then PostgreSQL). React
 * Router's plugin stays out: what it adds is tested in a browser, on the real build.
 */
function room(
  name: string,
  options: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      environment: 'node',
      setupFiles: ['./tests/support/setup.ts'],
      ...options,
    },
  };
}

/** Opening a database takes seconds on a busy machine; a test that waits for a condition says so itself. */
const withDatabase = { hookTimeout: 240_000, testTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      // Properties over many seeds: a busy machine may take long over one.
      room('shared', { testTimeout: 30_000 }),
      room('app'),
      // One worker that is kept: every file shares the one migrated database, each test rolls back.
      room('db', { ...withDatabase, isolate: false, maxWorkers: 1, sequence: { groupOrder: 1 } }),
      room('server', { ...withDatabase, maxWorkers: 2, sequence: { groupOrder: 2 } }),
      // The built product as people meet it, beside a database of its own.
      room('whole', { ...withDatabase, maxWorkers: 2, sequence: { groupOrder: 3 } }),
      room('architecture', { testTimeout: 300_000, hookTimeout: 300_000 }),
    ],
  },
});
