import type { Page } from '@playwright/test';
import { fillBoard } from './colleagues.ts';
import { type Demo, type Made, newPage, type Person } from './demo.ts';
import { percentile } from './percentiles.ts';
import { measureVisits } from './visits.ts';

const SIZES = [500, 2_000] as const;
const COLUMN = '[data-column]';
const CARD = '[data-card]';
/** Between two drops the board comes to rest. */
const REST_MS = 600;

/** Prints what boards of 500 and 2,000 cards cost, and how long a dropped card takes to stand in another browser. */
export async function measureBoards(
  demo: Demo,
  { rounds, drops }: { rounds: number; drops: number },
): Promise<void> {
  const [person, other] = [await demo.signIn('metier.a'), await demo.signIn('metier.b')];
  const boards: { cards: number; made: Made }[] = [];
  for (const cards of SIZES) {
    const made = await demo.make(person, 'boards', `Mesure de ${cards} cartes`);
    const titles = Array.from({ length: cards }, (_, index) => `Carte ${index}`);
    await fillBoard({ origin: demo.origin, cookie: person.cookie, room: made.room }, titles);
    boards.push({ cards, made });
  }
  const targets = boards.map(({ cards, made: { path } }) => ({
    name: `board of ${cards} cards`,
    path,
    person,
    ready: '[role="row"]',
  }));
  await measureVisits(demo, targets, rounds);
  const rows: Record<string, Record<string, number>> = {};
  for (const { cards, made } of boards)
    rows[`board of ${cards} cards`] = await measureDrops(demo, made, [person, other], drops);
  console.table(rows);
}

/**
 * The first card of a column is dropped, by mouse, on the first of the next one and back: from the event of the drop in one browser
 * to the frame in which another browser, of another person, has the card in that column.
 */
async function measureDrops(
  demo: Demo,
  { path }: Made,
  people: readonly [Person, Person],
  drops: number,
): Promise<Record<string, number>> {
  const browsers = [await demo.launch(), await demo.launch()] as const;
  const open = async (rank: 0 | 1) => {
    const page = await newPage(browsers[rank], people[rank]);
    await page.goto(demo.origin + path);
    await page.locator(CARD).first().waitFor();
    await page.waitForLoadState('networkidle');
    return page;
  };
  const [here, there] = [await open(0), await open(1)];
  const [own, others]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < drops; turn++) {
    const [from, to] = [turn % 2, (turn + 1) % 2];
    const card = here.locator(COLUMN).nth(from).locator(CARD).first();
    const place = { id: (await card.getAttribute('data-card')) ?? '', column: to };
    const seen = [here, there].map((page) => whenSeen(page, place));
    const dropped = here.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const note = ({ timeStamp }: Event) => resolve(performance.timeOrigin + timeStamp);
          window.addEventListener('drop', note, { capture: true, once: true });
        }),
    );
    await drag(here, card, here.locator(COLUMN).nth(to).locator(CARD).first());
    const at = await dropped;
    const [ownAt = 0, otherAt = 0] = await Promise.all(seen);
    own.push(ownAt - at);
    others.push(otherAt - at);
    await here.waitForTimeout(REST_MS);
  }
  const nodes = await here.evaluate(() => document.querySelectorAll('*').length);
  for (const browser of browsers) await browser.close();
  return {
    drops,
    'own p50 ms': Math.round(percentile(own, 50)),
    'own p95': Math.round(percentile(own, 95)),
    'other browser p50 ms': Math.round(percentile(others, 50)),
    'other p95': Math.round(percentile(others, 95)),
    elements: nodes,
  };
}

/** When this page has drawn the card in that column, on the clock of the machine. */
function whenSeen(page: Page, place: { readonly id: string; readonly column: number }): Promise<number> {
  return page.evaluate(
    ({ id, column, columns }) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const there = document.querySelectorAll(columns)[column];
          if (there?.querySelector(`[data-card="${id}"]`))
            resolve(performance.timeOrigin + performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    { ...place, columns: COLUMN },
  );
}

async function drag(page: Page, card: ReturnType<Page['locator']>, onto: typeof card): Promise<void> {
  const [start, end] = [await card.boundingBox(), await onto.boundingBox()];
  if (!start || !end) throw new Error('a card that is out of sight cannot be dragged');
  await page.mouse.move(start.x + 60, start.y + 15);
  await page.mouse.down();
  await page.mouse.move(start.x + 72, start.y + 22, { steps: 4 });
  await page.mouse.move(end.x + 60, end.y + 6, { steps: 20 });
  // The board shows where it would go before it is let go, as a hand does.
  await page.waitForTimeout(250);
  await page.mouse.up();
}
