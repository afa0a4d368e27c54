import { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { type Member, memberContext, servicesContext } from '#app/context.ts';
import { inTurn } from '#app/kernel/body-door.server.ts';
import { createShares } from '#server/kernel/http/shares.ts';
import type { Services } from '#server/services.ts';

const LIMITS = { accounts: 10, strangers: 4, account: 2, peer: 2, waitMs: 60_000 };

/** Asks for a page as this account; what is given ends it. */
function askFor(context: RouterContextProvider) {
  const made = Promise.withResolvers<Response>();
  let isBegun = false;
  const url = new URL('http://localhost/');
  const asked = { request: new Request(url), url, pattern: '/', params: {}, context };
  const answer = inTurn(asked, () => {
    isBegun = true;
    return made.promise;
  });
  return { isBegun: () => isBegun, end: () => made.resolve(new Response('page')), answer };
}

test('[SC20] so many pages of one account are made at once, the others in turn; nobody else waits for them', async () => {
  const turns = createShares(LIMITS);
  const contextOf = (id: string) => {
    const context = new RouterContextProvider();
    context.set(servicesContext, { turns } as Services);
    context.set(memberContext, { id } as Member);
    return context;
  };
  const pages = [0, 1, 2].map(() => askFor(contextOf('mallory')));
  const other = askFor(contextOf('nadia'));
  await Promise.resolve();
  other.end();
  expect((await other.answer)?.status).toBe(200);
  expect(pages.map(({ isBegun }) => isBegun())).toEqual([true, true, false]);
  pages[0]?.end();
  await pages[0]?.answer;
  pages[2]?.end();
  expect((await pages[2]?.answer)?.status).toBe(200);
  pages[1]?.end();
});

test('[SC20] who finds no turn in time is asked in words to come back', async () => {
  const turns = createShares({ ...LIMITS, waitMs: 0 });
  const context = new RouterContextProvider();
  context.set(servicesContext, { turns } as Services);
  const pages = [0, 1, 2].map(() => askFor(context));
  const refused = (await pages[2]?.answer) as Response;
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await refused.text()).toMatch(/^\p{Lu}.+\. .+/u);
  for (const page of pages) page.end();
});
