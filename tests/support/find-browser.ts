import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { canInstallPackages, installPackages } from './debian.ts';
import { runProgram } from './run-program.ts';

/** First the one that has no window to draw: a new page takes it a third of the time. */
const SYSTEM_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const MAC_PATHS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a browser that is already here and starts: `CHROMIUM_PATH`, Playwright's own, the system's. Else null. */
export function installedBrowser(): string | null {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  const candidates = [
    CHROMIUM_PATH,
    chromium.executablePath(),
    ...SYSTEM_NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name))),
    ...MAC_PATHS,
  ];
  return candidates.find((path) => path && existsSync(path) && starts(path)) ?? null;
}

/** Path of a browser, downloaded or installed when there is none. Null when none can be had. */
export async function obtainBrowser(): Promise<string | null> {
  const present = installedBrowser();
  if (present) return present;
  console.log('Aucun navigateur Chromium ou Chrome\u00a0: téléchargement de celui de Playwright…');
  // Where only a package registry can be reached, its five tries of thirty seconds would be lost time.
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
  const cli = 'node_modules/@playwright/test/cli.js';
  await runProgram(process.execPath, [cli, 'install', 'chromium'], {
    env,
    limitMs: 5 * 60_000,
    show: 'never',
  });
  const downloaded = installedBrowser();
  if (!downloaded)
    console.log('Le navigateur de Playwright n’a pas pu être téléchargé, ou ne démarre pas ici.');
  if (downloaded || !canInstallPackages()) return downloaded;
  await installPackages(['chromium-headless-shell']);
  return installedBrowser();
}

/** A downloaded browser may lack a library of the system: only asking it tells. */
function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
