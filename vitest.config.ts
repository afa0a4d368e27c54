import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { LongestFirst } from './tests/support/architecture/longest-first.ts';
import { PATIENCE, WHOLE_TEST } from './tests/support/patience.ts';

const SETUP = './tests/support/setup.ts';

// A zone that nobody of ours lives in: what reads the clock of the machine where it means Paris or an instant is red everywhere.
process.env.TZ ??= 'Pacific/Chatham';

/** [H26] The gate leaves out what its name says is long; the long ring names what it wants. By hand, everything runs. */
const exclude = process.env.TEST_RING === 'gate' ? ['**/*.long.test.{ts,tsx}'] : [];

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
      exclude,
      environment: 'node',
      setupFiles: [SETUP],
      testTimeout: WHOLE_TEST,
      hookTimeout: WHOLE_TEST,
      expect: { poll: { timeout: PATIENCE } },
      ...options,
    },
  };
}

const withDatabase = {
  globalSetup: ['./tests/support/test-services.ts'],
  setupFiles: [SETUP, './tests/support/unordered-rows.ts'],
};

export default defineConfig({
  test: {
    // Much of a test is waiting for another process: a core of its own for each worker is not too many.
    maxWorkers: availableParallelism(),
    ...(process.env.TEST_LONG && { sequence: { sequencer: LongestFirst } }),
    projects: [
      room('shared', { isolate: false }),
      room('app'),
      // Workers that are kept: what files of tests import is read once, and those of `db` share one migrated database.
      room('db', { ...withDatabase, isolate: false }),
      room('server', { ...withDatabase, isolate: false }),
      // The built product as people meet it.
      room('whole', withDatabase),
      room('architecture', { isolate: false }),
    ],
  },
});
