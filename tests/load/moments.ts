import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type Demo, type Made, newPage, type Person } from './demo.ts';
import { percentile } from './percentiles.ts';

const EDITOR = '[contenteditable="true"]';
const STORED = '.save:has-text("Enregistré")';
const LOOK_MS = 20;
/** Then the bench gives up: far beyond each target. */
const PATIENCE_MS = 30_000;

/** Prints how long three moments last: a page opened after a crash, a word that is searched, a member who is removed. */
export async function measureMoments(demo: Demo, { rounds }: { rounds: number }): Promise<void> {
  const writer = await demo.signIn('metier.a');
  const other = await demo.signIn('donnees.b');
  const coordinator = await demo.signIn('animation');
  const browser = await demo.launch();
  const kept = {
    start: [] as number[],
    crash: [] as number[],
    found: [] as number[],
    removed: [] as number[],
  };
  for (let round = 0; round < rounds; round++) {
    const made = await demo.make(writer, 'documents', `Un moment ${round}`);
    const page = await newPage(browser, writer);
    await page.goto(demo.origin + made.path);
    const word = `zygopetale${round}`;
    await write(page, word);
    kept.found.push(await untilFound(demo, other, word));
    kept.removed.push(await untilHidden(demo, { coordinator, other }, made, await newPage(browser, other)));
    await write(page, ` encore${round}`);
    await page.context().close();
    kept.start.push(await demo.crash());
    const again = await newPage(browser, other);
    const opened = performance.now();
    await again.goto(demo.origin + made.path);
    await again.locator(EDITOR, { hasText: `encore${round}` }).waitFor({ timeout: PATIENCE_MS });
    kept.crash.push(performance.now() - opened);
    await again.context().close();
  }
  await browser.close();
  console.table({
    'killed server: until it is ready': row(kept.start),
    'page opened then: until one may write, the text there': row(kept.crash, 2_000),
    'stored: until a colleague finds it': row(kept.found, 2_000),
    'removed from the group: until the text is hidden': row(kept.removed, 1_000),
  });
}

const row = (values: readonly number[], target?: number) => ({
  'p50 ms': Math.round(percentile(values, 50)),
  'longest ms': Math.round(percentile(values, 100)),
  ...(target && { 'target ms': target }),
});

async function write(page: Page, words: string): Promise<void> {
  await page.locator(EDITOR).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
  await page.locator(STORED).waitFor({ timeout: PATIENCE_MS });
}

async function untilFound(demo: Demo, { cookie }: Person, word: string): Promise<number> {
  const from = performance.now();
  while (performance.now() - from < PATIENCE_MS) {
    const answer = await fetch(`${demo.origin}/api/v1/search?q=${word}`, { headers: { cookie } });
    if ((await answer.json()).items.length > 0) break;
    await pause(LOOK_MS);
  }
  return performance.now() - from;
}

/** Removes a reader from the group while their page is open, and takes them back afterwards. */
async function untilHidden(
  demo: Demo,
  { coordinator, other }: { coordinator: Person; other: Person },
  made: Made,
  page: Page,
): Promise<number> {
  await page.goto(demo.origin + made.path);
  await page.locator(EDITOR).waitFor({ timeout: PATIENCE_MS });
  const [group] = await demo.items(other, '/groups');
  const members = `${demo.origin}/api/v1/groups/${group?.id}/members`;
  const headers = {
    cookie: coordinator.cookie,
    origin: demo.origin,
    'content-type': 'application/json',
  };
  const { items } = await (await fetch(members, { headers })).json();
  const me = items.find(({ email }: { email: string }) => email === 'donnees.b@demo.example');
  const from = performance.now();
  await fetch(`${members}/${me.id}`, { method: 'DELETE', headers });
  await page.locator(EDITOR).waitFor({ state: 'detached', timeout: PATIENCE_MS });
  const lasted = performance.now() - from;
  await page.context().close();
  const { email, role } = me;
  await fetch(members, { method: 'POST', headers, body: JSON.stringify({ email, role }) });
  return lasted;
}
