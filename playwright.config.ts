import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { installedBrowser } from './tests/support/find-browser.ts';
import { PATIENCE, WHOLE_TEST } from './tests/support/patience.ts';

// Found once: Playwright reads this file again in each of its workers, which inherit the environment.
process.env.CHROMIUM_PATH ??= installedBrowser() ?? '';
process.env.E2E_PORTS ??= availableParallelism() > 1 ? '4173,4174' : '4173';

const { CHROMIUM_PATH, E2E_PORTS } = process.env;
const isRoot = process.getuid?.() === 0;
const isLong = process.env.TEST_LONG !== undefined;
const ring = process.env.TEST_RING;
// Each worker has a server, and a copy of the demonstration, of its own (`start-servers.ts`).
const ports = E2E_PORTS.split(',');
const port = ports[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];

export default defineConfig({
  testDir: './tests/e2e',
  // What is measured of every page comes first, on the demonstration as it is.
  projects: [
    { name: 'pages', testMatch: 'kernel/**' },
    { name: 'journeys', testIgnore: 'kernel/**' },
  ],
  // [H26] By hand, every journey runs.
  ...(ring === 'gate' && { grep: /@gate/ }),
  ...(ring === 'long' && { grepInvert: /@gate/ }),
  workers: ports.length,
  forbidOnly: true,
  timeout: WHOLE_TEST,
  expect: { timeout: PATIENCE, toPass: { timeout: PATIENCE } },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A journey waits for what happens, not for the way it is drawn.
    contextOptions: { reducedMotion: 'reduce' },
    // What keeps pages for a journey without a network costs a quarter of each first visit: those about it ask for it.
    serviceWorkers: isLong ? 'allow' : 'block',
    actionTimeout: PATIENCE,
    navigationTimeout: PATIENCE,
    launchOptions: {
      ...(CHROMIUM_PATH && { executablePath: CHROMIUM_PATH }),
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  globalSetup: './tests/e2e/support/start-servers.ts',
});
