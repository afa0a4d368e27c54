import type { Browser, Page } from '@playwright/test';
import { writeBlocks } from './colleagues.ts';
import { type Demo, newPage, type Person, slowDown } from './demo.ts';
import { median, percentile } from './percentiles.ts';
import { sampleText } from './sample-text.ts';

const SIZES = [1_000, 10_000, 50_000] as const;
const EDITOR = '.sheet-paper [contenteditable="true"]';
const TYPED = 'le refuge est ouvert et la neige tient bien ';
/** Between two keys of whoever is measured. */
const KEY_MS = 60;
/** What a page still does once it may be written. */
const SETTLE_MS = 1_500;
const TYPISTS = 5;

interface Amounts {
  /** How often each document is opened. */
  readonly rounds: number;
  /** How many keys are struck in each. */
  readonly keys: number;
}

/**
 * Prints how soon documents of several lengths are painted and accept typing, how long a key takes to its frame, alone, with a
 * processor four times slower and beside five other typists; then how long a letter takes to another person's browser.
 */
export async function measureDocuments(demo: Demo, { rounds, keys }: Amounts): Promise<void> {
  const [person, other] = [await demo.signIn('metier.a'), await demo.signIn('metier.b')];
  const browser = await demo.launch();
  const rows: Record<string, Record<string, string>> = {};
  let shortest = '';
  for (const words of SIZES) {
    const { room, path } = await demo.make(person, 'documents', `Mesure de ${words} mots`);
    await writeBlocks({ origin: demo.origin, cookie: person.cookie, room }, sampleText(words));
    const url = demo.origin + path;
    shortest ||= url;
    const opened = { 1: [] as Opening[], 4: [] as Opening[] };
    for (let round = 0; round < rounds; round++)
      for (const slowdown of [1, 4] as const)
        opened[slowdown].push(await openCold(browser, person, url, slowdown));
    const type = (slowdown: number) => typeAlong(browser, person, { url, slowdown, keys });
    const [alone, slow] = [await type(1), await type(4)];
    const typists = await demo.hireTypists(other, room, TYPISTS);
    const beside = await type(1);
    typists.stop();
    const of = (figure: keyof Opening) =>
      [1, 4].map((times) => ms(median(opened[times as 1 | 4].map((one) => one[figure])))).join(' / ');
    rows[`${words} words`] = {
      'text painted ms ×1 / ×4': of('paintedMs'),
      'accepts typing ms ×1 / ×4': of('typeableMs'),
      'key → paint p50 / p95 ×1': pair(alone),
      '×4': pair(slow),
      'with 5 typists ×1': pair(beside),
    };
  }
  await browser.close();
  console.table(rows);
  const letters = await lettersAcross(demo, [person, other], shortest, Math.ceil(keys / 4));
  console.log(`letter → other browser, p50 / p95: ${pair(letters)} ms (${letters.length} letters)`);
}

interface Opening {
  readonly paintedMs: number;
  readonly typeableMs: number;
}

/** Opens the document with a cold cache: when its text was painted, and when it could be written, since the navigation. */
async function openCold(browser: Browser, person: Person, url: string, slowdown: number): Promise<Opening> {
  const page = await newPage(browser, person);
  await slowDown(page, slowdown);
  await page.goto(url, { waitUntil: 'commit' });
  const typeable = await page.waitForFunction(
    (editor) => document.querySelector(editor) !== null && performance.now(),
    EDITOR,
    { polling: 'raf', timeout: 120_000 },
  );
  const typeableMs = Number(await typeable.jsonValue());
  const paintedMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // The first large element that stands in the text, not in the frame around it.
        new PerformanceObserver((list) => {
          const entries = list.getEntries() as (PerformanceEntry & { readonly element?: Element | null })[];
          const text = entries.find(({ element }) => !element?.isConnected || element.closest('article'));
          if (text) resolve(text.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  await page.context().close();
  return { paintedMs, typeableMs };
}

/** Strikes keys at the end of the text: for each, the time from its event to the first task after its frame. */
async function typeAlong(
  browser: Browser,
  person: Person,
  { url, slowdown, keys }: { url: string; slowdown: number; keys: number },
): Promise<readonly number[]> {
  const page = await newPage(browser, person);
  await openAtEnd(page, url);
  await slowDown(page, slowdown);
  const delays = await page.evaluateHandle(() => {
    const measured: number[] = [];
    const afterFrame = new MessageChannel();
    const struck: number[] = [];
    afterFrame.port1.onmessage = () => {
      for (const at of struck.splice(0)) measured.push(performance.now() - at);
    };
    window.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          struck.push(timeStamp);
          afterFrame.port2.postMessage(null);
        }),
      true,
    );
    return measured;
  });
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press(TYPED[key % TYPED.length] ?? ' ');
    await page.waitForTimeout(KEY_MS);
  }
  await page.waitForTimeout(SETTLE_MS);
  const values = await delays.jsonValue();
  await page.context().close();
  return values;
}

/** Letters typed one by one in one browser: from the event of the key to the frame in which another browser shows it. */
async function lettersAcross(
  demo: Demo,
  people: readonly [Person, Person],
  url: string,
  letters: number,
): Promise<readonly number[]> {
  const browsers = [await demo.launch(), await demo.launch()] as const;
  const [here, there] = [await newPage(browsers[0], people[0]), await newPage(browsers[1], people[1])];
  await openAtEnd(here, url);
  await openAtEnd(there, url);
  await here.keyboard.press('Enter');
  await here.waitForTimeout(SETTLE_MS);
  const delays: number[] = [];
  for (let letter = 0; letter < letters; letter++) {
    const seen = await there.evaluateHandle(
      ({ editor, wanted }) => {
        const text = document.querySelector(editor);
        return {
          at: new Promise<number>((resolve) => {
            const observer = new MutationObserver(() => {
              // The sample has none of these letters, and they are struck at its end.
              const shown = text?.lastElementChild?.textContent?.match(/z/g)?.length ?? 0;
              if (shown < wanted) return;
              observer.disconnect();
              requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
            });
            if (text) observer.observe(text, { subtree: true, childList: true, characterData: true });
          }),
        };
      },
      { editor: EDITOR, wanted: letter + 1 },
    );
    const struck = await here.evaluateHandle(() => ({
      at: new Promise<number>((resolve) => {
        const note = ({ timeStamp }: Event) => resolve(performance.timeOrigin + timeStamp);
        window.addEventListener('keydown', note, { capture: true, once: true });
      }),
    }));
    await here.keyboard.press('z');
    const [seenAt, struckAt] = await Promise.all([
      seen.evaluate(({ at }) => at),
      struck.evaluate(({ at }) => at),
    ]);
    delays.push(seenAt - struckAt);
    // Never in step with the frames of either page.
    await here.waitForTimeout(400 + (letter % 7) * 37);
  }
  for (const browser of browsers) await browser.close();
  return delays;
}

async function openAtEnd(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(EDITOR).waitFor({ timeout: 120_000 });
  await page.waitForTimeout(SETTLE_MS);
  await page.locator(EDITOR).focus();
  await page.keyboard.press('Control+End');
  await page.waitForTimeout(SETTLE_MS);
}

const ms = (value: number) => String(Math.round(value));

function pair(values: readonly number[]): string {
  return `${ms(percentile(values, 50))} / ${ms(percentile(values, 95))}`;
}
