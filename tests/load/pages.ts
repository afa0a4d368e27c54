import type { Demo } from './demo.ts';
import { measureVisits } from './visits.ts';

/** Prints what a newcomer's browser pays for the pages of the demonstration. */
export async function measurePages(demo: Demo, { rounds }: { rounds: number }): Promise<void> {
  const { first, second } = demo.starts;
  console.log(
    `start: first ${Math.round(first)} ms (demonstration installed), second ${Math.round(second)} ms`,
  );
  const person = await demo.signIn('metier.a');
  const groups = await demo.items(person, '/groups');
  const [document] = await demo.items(person, `/groups/${groups[0]?.id}/documents`);
  const boards = await Promise.all(groups.map(({ id }) => demo.items(person, `/groups/${id}/boards`)));
  const [board] = boards.flat();
  await measureVisits(
    demo,
    [
      { name: 'sign-in', path: '/connexion', ready: null },
      { name: 'public list', path: '/cas-d-usage', ready: null },
      { name: 'public sheet', path: await sheetOf(demo), ready: null },
      { name: 'public map', path: '/carte', ready: null },
      { name: 'home', path: '/', person, ready: null },
      {
        name: 'document',
        path: `/documents/${document?.id}`,
        person,
        ready: '[contenteditable="true"]',
      },
      { name: 'board', path: `/tableaux/${board?.id}`, person, ready: '[role="grid"]' },
    ],
    rounds,
  );
}

/** The published sheet of the demonstration. */
async function sheetOf({ origin }: Demo): Promise<string> {
  const list = await (await fetch(`${origin}/cas-d-usage`)).text();
  const address = /\/cas-d-usage\/[\w-]+-[0-9a-f]{8}/.exec(list)?.[0];
  if (!address) throw new Error('the demonstration has a published sheet');
  return address;
}
