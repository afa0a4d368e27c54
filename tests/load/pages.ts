/**
 * What a newcomer's browser pays on this machine: the built server on a fresh demonstration, each page opened with a cold
 * cache in Chromium, with the processor as it is and four times slower; medians.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { obtainBrowser } from '../support/find-browser.ts';
import { freePort } from '../support/private-services.ts';
import { fillBoard } from './colleagues.ts';

interface Visit {
  readonly scriptKB: number;
  readonly firstPaintMs: number;
  readonly readyMs: number;
  readonly nodes: number;
}

interface Target {
  readonly name: string;
  readonly path: string;
  /** What tells that the page is usable; null when its first paint is already enough. */
  readonly ready: string | null;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function startServer(
  port: number,
  dataDir: string,
): Promise<{ startMs: number; stop: () => Promise<void> }> {
  const started = performance.now();
  const server = spawn(process.execPath, ['server/index.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DEMO: '1',
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text: Buffer) => text.includes(`:${port}`) && resolve());
    server.once('exit', () => reject(new Error('the server did not start')));
  });
  return {
    startMs: performance.now() - started,
    stop: () => {
      server.kill('SIGTERM');
      return ended;
    },
  };
}

/** One visit in a new context, cold cache: bytes of script on the wire, first contentful paint, time to usable. */
async function visit(
  browser: Browser,
  state: string | undefined,
  origin: string,
  target: Target,
  slowdown: number,
): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    ...(state ? { storageState: JSON.parse(state) } : {}),
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  await session.send('Network.enable');
  session.on(
    'Network.responseReceived',
    ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const begun = performance.now();
  await page.goto(origin + target.path);
  if (target.ready) await page.locator(target.ready).first().waitFor({ timeout: 30_000 });
  const readyMs = performance.now() - begun;
  const firstPaintMs = await firstPaint(page);
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.waitForLoadState('networkidle');
  await context.close();
  return { scriptKB: bytes / 1000, firstPaintMs, readyMs, nodes };
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

async function signIn(
  browser: Browser,
  origin: string,
): Promise<{ state: string; cookie: string; groupId: string; targets: Target[] }> {
  const context = await browser.newContext();
  await context.request.post(`${origin}/api/auth/sign-in/email`, {
    data: { email: 'metier.a@demo.example', password: 'demonstration-2023' },
    headers: { origin },
  });
  const items = async (path: string): Promise<{ id: string }[]> =>
    (await (await context.request.get(`${origin}/api/v1${path}`)).json()).items;
  const groups = await items('/groups');
  const group = groups[0]?.id;
  const [document] = await items(`/groups/${group}/documents`);
  const boards = (await Promise.all(groups.map(({ id }) => items(`/groups/${id}/boards`)))).flat();
  const state = JSON.stringify(await context.storageState());
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await context.close();
  return {
    state,
    cookie,
    groupId: String(group),
    targets: [
      { name: 'home', path: '/', ready: null },
      { name: 'document', path: `/documents/${document?.id}`, ready: '[contenteditable="true"]' },
      { name: 'board', path: `/tableaux/${boards[0]?.id}`, ready: '[role="grid"]' },
    ],
  };
}

/** The address of a new board with so many cards. */
async function newBoard(
  cards: number,
  { origin, groupId, cookie }: { origin: string; groupId: string; cookie: string },
): Promise<string> {
  const made = await fetch(`${origin}/api/v1/groups/${groupId}/boards`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ title: `Mesure de ${cards} cartes` }),
  });
  const { room, url } = await made.json();
  const titles = Array.from({ length: cards }, (_, index) => `Carte ${index}`);
  await fillBoard({ origin, cookie, room }, titles);
  return new URL(url).pathname;
}

/** Prints what pages cost, and boards of 500 and 2,000 cards. */
export async function measurePages(wanted: {
  readonly pages: boolean;
  readonly boards: boolean;
  readonly rounds: number;
}): Promise<void> {
  const executablePath = await obtainBrowser();
  if (!executablePath) throw new Error('no Chromium');
  const dataDir = mkdtempSync(join(tmpdir(), 'cordee-bench-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const first = await startServer(port, dataDir);
  await first.stop();
  const server = await startServer(port, dataDir);
  console.log(
    `start: first ${Math.round(first.startMs)} ms (demonstration installed), second ${Math.round(server.startMs)} ms`,
  );
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const { state, cookie, groupId, targets } = await signIn(browser, origin);
    const all: { target: Target; state: string | undefined }[] = [];
    if (wanted.pages) {
      all.push({ target: { name: 'sign-in', path: '/connexion', ready: null }, state: undefined });
      all.push(...targets.map((target) => ({ target, state })));
    }
    for (const cards of wanted.boards ? [500, 2_000] : []) {
      const path = await newBoard(cards, { origin, groupId, cookie });
      all.push({ target: { name: `board of ${cards} cards`, path, ready: '[role="row"]' }, state });
    }
    const rows: Record<string, Record<string, number>> = {};
    for (const { target, state: signedIn } of all) {
      const plain: Visit[] = [];
      const slow: Visit[] = [];
      for (let round = 0; round < wanted.rounds; round++) {
        plain.push(await visit(browser, signedIn, origin, target, 1));
        slow.push(await visit(browser, signedIn, origin, target, 4));
      }
      rows[target.name] = {
        'script KB': Math.round(median(plain.map(({ scriptKB }) => scriptKB))),
        'first paint ms ×1': Math.round(median(plain.map(({ firstPaintMs }) => firstPaintMs))),
        '×4': Math.round(median(slow.map(({ firstPaintMs }) => firstPaintMs))),
        'usable ms ×1': Math.round(median(plain.map(({ readyMs }) => readyMs))),
        '×4 ': Math.round(median(slow.map(({ readyMs }) => readyMs))),
        elements: Math.round(median(plain.map(({ nodes }) => nodes))),
      };
    }
    console.table(rows);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
