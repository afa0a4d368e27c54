import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { installedBrowser } from './tests/support/find-browser.ts';

// Found once: Playwright reads this file again in each of its workers, which inherit the environment.
process.env.CHROMIUM_PATH ??= installedBrowser() ?? '';
process.env.E2E_PORTS ??= availableParallelism() > 1 ? '4173,4174' : '4173';
process.env.E2E_DATA_DIR ??= join(tmpdir(), `cordee-e2e-${Date.now()}`);

const { CHROMIUM_PATH, E2E_PORTS, E2E_DATA_DIR } = process.env;
const isRoot = process.getuid?.() === 0;
// Journeys change what they find: each worker has a server, and a database, of its own.
const servers = E2E_PORTS.split(',').map((port, rank) => ({
  port,
  origin: `http://127.0.0.1:${port}`,
  dataDir: `${E2E_DATA_DIR}-${rank}`,
}));
const mine = servers[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];

export default defineConfig({
  testDir: './tests/e2e',
  workers: servers.length,
  // A busy machine may stop a browser for seconds; what passed only then is told by name at the end.
  retries: 1,
  forbidOnly: true,
  // The long run looks at each state four times.
  timeout: process.env.TEST_LONG ? 360_000 : 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: mine?.origin,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A journey waits for what happens, not for the way it is drawn.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording slows every journey down: what failed is recorded when it is tried again.
    trace: 'on-first-retry',
    launchOptions: {
      ...(CHROMIUM_PATH && { executablePath: CHROMIUM_PATH }),
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  webServer: servers.map(({ port, origin, dataDir }) => ({
    command: `"${process.execPath}" server/index.ts`,
    url: `${origin}/readyz`,
    timeout: 120_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      NODE_ENV: 'production',
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: port,
      ORIGIN: origin,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
    },
  })),
});
