import type { Browser, Page } from '@playwright/test';
import { type Demo, newPage, type Person, slowDown } from './demo.ts';
import { median } from './percentiles.ts';

export interface Target {
  readonly name: string;
  readonly path: string;
  readonly person?: Person;
  /** What tells that the page is usable; null when its first paint is already enough. */
  readonly ready: string | null;
}

interface Visit {
  readonly scriptKB: number;
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly readyMs: number;
  readonly nodes: number;
}

/** Prints what each page costs whoever opens it with a cold cache, with the processor as it is and four times slower; medians. */
export async function measureVisits(demo: Demo, targets: readonly Target[], rounds: number): Promise<void> {
  const browser = await demo.launch();
  const rows: Record<string, Record<string, number>> = {};
  for (const target of targets) {
    const plain: Visit[] = [];
    const slow: Visit[] = [];
    for (let round = 0; round < rounds; round++) {
      plain.push(await visit(browser, demo.origin, target, 1));
      slow.push(await visit(browser, demo.origin, target, 4));
    }
    const of = (visits: readonly Visit[], figure: keyof Visit) =>
      Math.round(median(visits.map((one) => one[figure])));
    rows[target.name] = {
      'script KB': of(plain, 'scriptKB'),
      'first paint ms ×1': of(plain, 'firstPaintMs'),
      '×4': of(slow, 'firstPaintMs'),
      'largest paint ms ×1': of(plain, 'largestPaintMs'),
      ' ×4': of(slow, 'largestPaintMs'),
      'usable ms ×1': of(plain, 'readyMs'),
      '×4 ': of(slow, 'readyMs'),
      elements: of(plain, 'nodes'),
    };
  }
  await browser.close();
  console.table(rows);
}

/** One visit: bytes of script on the wire, first and largest contentful paint, time to usable. */
async function visit(
  browser: Browser,
  origin: string,
  { path, person, ready }: Target,
  slowdown: number,
): Promise<Visit> {
  const page = await newPage(browser, person);
  const session = await page.context().newCDPSession(page);
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
  await slowDown(page, slowdown);
  const begun = performance.now();
  await page.goto(origin + path);
  if (ready) await page.locator(ready).first().waitFor({ timeout: 30_000 });
  const readyMs = performance.now() - begun;
  const firstPaintMs = await firstPaint(page);
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.waitForLoadState('networkidle');
  const largestPaintMs = await largestPaint(page);
  await page.context().close();
  return { scriptKB: bytes / 1000, firstPaintMs, largestPaintMs, readyMs, nodes };
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

/** The largest thing that was painted until now: the last entry that the browser names. */
function largestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last) resolve(last.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}
