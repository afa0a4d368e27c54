import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccounts } from '#db/seed/demo/people.ts';
import {
  type Account,
  type Demonstration,
  startDemonstration,
  type Who,
} from '#tests/support/people/demonstration.ts';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
});
afterAll(() => demonstration.close());

/** A place that says it has nothing, with what to do about it. */
const EMPTY = /class="(?:[^"]* )?empty[ "]/;
/** What somebody is asked to begin, and is not there before. */
const TO_BEGIN = /^\/seances\/[^/]+\/compte-rendu$/;
const SIGN_IN = /^\/connexion(?:\/|\?|$)/;
/** What a public page offers to whoever has an account, and says so. */
const WITH_ACCOUNT = [
  '/cas-d-usage/:adresse/ecrire',
  '/cas-d-usage/:adresse/discussions',
  '/evenements/:evenement',
  '/compte/jetons',
];
/** Far more than a page of the demonstration links to. */
const PAGES_MAX = 1500;

/** The addresses of ours that a page links to, without what only moves on it. */
function linksIn(html: string, address: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)].flatMap(([, href = '']) => {
    const url = new URL(href.replaceAll('&amp;', '&'), new URL(address, demonstration.origin));
    return url.origin === demonstration.origin ? [url.pathname + url.search] : [];
  });
}

const isWithAccount = (link: string, who: Who | Account) =>
  who === 'visitor' &&
  WITH_ACCOUNT.some((path) => new RegExp(`^${path.replace(/:\w+/, '[^/]+')}$`).test(link));

/** Follows links from the first page, as far as this many steps; gives those that do not open, by the page that has them. */
async function followLinks(
  who: Who | Account,
  { steps }: { steps: number },
): Promise<{ dead: string[]; empty: string[]; opened: number }> {
  const dead: string[] = [];
  const empty: string[] = [];
  const seen = new Set(['/']);
  let next: readonly (readonly [string, string])[] = [['/', '']];
  for (let step = 0; step <= steps && next.length > 0; step++) {
    const found: (readonly [string, string])[] = [];
    for (const [address, from] of next) {
      const { status, text, headers } = await demonstration.ask(who, address);
      const to = headers.location ?? '';
      if (status >= 400 || SIGN_IN.test(to)) dead.push(`${from} → ${address}: ${status} ${to}`);
      if (!headers['content-type']?.startsWith('text/html')) continue;
      if (EMPTY.test(text) && !TO_BEGIN.test(address)) empty.push(address);
      if (step === steps) continue;
      for (const link of linksIn(text, address))
        if (!seen.has(link) && !SIGN_IN.test(link) && !isWithAccount(link, who) && seen.size < PAGES_MAX) {
          seen.add(link);
          found.push([link, address]);
        }
    }
    next = found;
  }
  return { dead, empty, opened: seen.size };
}

test('[PS16] a visitor who follows every link of every public page is never led to a door nor to a wall', async () => {
  const { dead, opened } = await followLinks('visitor', { steps: 20 });
  expect(dead).toEqual([]);
  expect(opened).toBeGreaterThan(50);
});

test('[H33] [DE5] whatever stands on the first page of somebody, and in their menu, opens for them, and nothing of it is empty', async () => {
  for (const who of ['visitor' as const, ...demoAccounts.map(({ email }) => email as Account)]) {
    const { dead, empty } = await followLinks(who, { steps: 1 });
    expect.soft(dead, who).toEqual([]);
    expect.soft(empty, who).toEqual([]);
  }
});
