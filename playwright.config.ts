import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { installedBrowser } from './tests/support/find-browser.ts';

// Found once: Playwright reads this file again in each of its workers, which inherit the environment.
process.env.CHROMIUM_PATH ??= installedBrowser() ?? '';
process.env.E2E_PORT ??= '4173';
process.env.E2E_DATA_DIR ??= join(tmpdir(), `cordee-e2e-${Date.now()}`);

const { CHROMIUM_PATH, E2E_PORT, E2E_DATA_DIR } = process.env;
const isRoot = process.getuid?.() === 0;
const origin = `http://127.0.0.1:${E2E_PORT}`;

export default defineConfig({
  testDir: './tests/e2e',
  workers: 1,
  // A busy machine may stop a browser for seconds; what passed only then is told by name at the end.
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: origin,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(CHROMIUM_PATH && { executablePath: CHROMIUM_PATH }),
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  webServer: {
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
      PORT: E2E_PORT,
      ORIGIN: origin,
      DATA_DIR: E2E_DATA_DIR,
      LOG_LEVEL: 'error',
    },
  },
});
