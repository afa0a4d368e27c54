import { setTimeout as pause } from 'node:timers/promises';
import { writeBlocks } from './colleagues.ts';
import type { Demo } from './demo.ts';
import { percentile } from './percentiles.ts';

const EVERY_MS = 10;
const COLLEAGUE_MS = 250;
const START = '/cas-d-usage';
const PUBLIC = /^\/(?:cas-d-usage|dossiers|entretiens|synthese-publique|carte|donnees-ouvertes)(?:[/?]|$)/;

/** Crawlers ask the public site for a page every 10 ms; meanwhile somebody opens their home, and joins a room, writes and waits until it is stored. */
export async function measureCrawlers(demo: Demo, { seconds }: { seconds: number }): Promise<void> {
  const nadia = await demo.signIn('metier.a');
  const { room } = await demo.make(nadia, 'documents', 'Sous les robots');
  const pages = await publicPages(demo.origin);
  console.log(
    `\n| ${pages.length} public pages | asked | refused | page p50, p95 | home p50, p95 | room p50, p95 |`,
  );
  console.log('|---|---|---|---|---|---|');
  for (const crawled of [false, true]) {
    const until = performance.now() + seconds * 1000;
    const where = { origin: demo.origin, cookie: nadia.cookie, room };
    const said = [{ type: 'paragraph', content: [{ type: 'text', text: 'Une ligne de plus.' }] }];
    const [asked, home, live] = await Promise.all([
      crawled ? crawl(demo.origin, pages, until) : { times: [], refused: 0 },
      repeat(until, () => fetch(demo.origin, { headers: { cookie: nadia.cookie } }).then(whole)),
      repeat(until, () => writeBlocks(where, said)),
    ]);
    const cells = [asked.times, home, live].map(
      (times) => `${Math.round(percentile(times, 50))}, ${Math.round(percentile(times, 95))} ms`,
    );
    console.log(
      `| ${crawled ? '100 a second' : 'none'} | ${asked.times.length} | ${asked.refused} | ${cells.join(' | ')} |`,
    );
  }
}

/** Every public page that the list leads to. */
async function publicPages(origin: string): Promise<string[]> {
  const seen = new Set<string>();
  const next = [START];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (seen.has(path)) continue;
    const answer = await fetch(origin + path);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    seen.add(path);
    for (const [, href = ''] of (await answer.text()).matchAll(/href="(\/[^"#]*)/g))
      if (PUBLIC.test(href)) next.push(href.replaceAll('&amp;', '&'));
  }
  return [...seen];
}

/** Asks at the same pace however slowly it is answered. */
async function crawl(origin: string, pages: readonly string[], until: number) {
  const times: number[] = [];
  let refused = 0;
  const under: Promise<void>[] = [];
  const from = performance.now();
  for (let count = 0; performance.now() < until; count += 1) {
    const asked = performance.now();
    under.push(
      fetch(origin + (pages[count % pages.length] ?? START)).then(async (answer) => {
        await whole(answer);
        if (!answer.ok) refused += 1;
        times.push(performance.now() - asked);
      }),
    );
    await pause(Math.max(0, from + (count + 1) * EVERY_MS - performance.now()));
  }
  await Promise.all(under);
  return { times, refused };
}

async function repeat(until: number, gesture: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  while (performance.now() < until) {
    const start = performance.now();
    await gesture();
    times.push(performance.now() - start);
    await pause(COLLEAGUE_MS);
  }
  return times;
}

const whole = (answer: Response) => answer.arrayBuffer();
