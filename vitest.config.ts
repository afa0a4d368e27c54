import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/**
 * One project a room, so that each can be run alone. React
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
const withDatabase = {
  hookTimeout: 240_000,
  testTimeout: 120_000,
  globalSetup: ['./tests/support/test-services.ts'],
};

export default defineConfig({
  test: {
    projects: [
      // Properties over many seeds: a busy machine may take long over one.
      room('shared', { testTimeout: 30_000 }),
      room('app'),
      // Workers that are kept: the files of each share one migrated database, and each test rolls back.
      room('db', { ...withDatabase, isolate: false }),
      room('server', withDatabase),
      // The built product as people meet it.
      room('whole', withDatabase),
      room('architecture', { testTimeout: 300_000, hookTimeout: 300_000 }),
    ],
  },
});
