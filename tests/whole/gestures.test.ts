import { afterAll, beforeAll, expect, test } from 'vitest';
import { kindOf, type Outcome, type Press, press, pressesOf } from '#tests/support/kernel/form-walk.ts';
import { sendAll } from '#tests/support/kernel/generated-requests.ts';
import { type Demonstration, startDemonstration, type Who } from '#tests/support/people/demonstration.ts';
import { addressOf, tableRoutes } from '#tests/support/route-table.ts';
import { furtherNames, sampleNames } from '#tests/support/sample-names.ts';

/** At every landing those who between them see all but a handful of the forms. */
const isLong = process.env.TEST_LONG !== undefined;
const ASKING: readonly Who[] = isLong
  ? ['visitor', 'coordinator', 'team', 'consultant', 'reviewer', 'admin']
  : ['visitor', 'coordinator', 'team'];

let demonstration: Demonstration;
let addresses: readonly string[];
beforeAll(async () => {
  demonstration = await startDemonstration();
  const names = await furtherNames(demonstration, await sampleNames(demonstration));
  addresses = tableRoutes.flatMap(({ path }) =>
    /\.\w+$|\/:format$/.test(path) ? [] : [addressOf(path, names)],
  );
});
afterAll(() => demonstration.close());

/** What takes something away is pressed once all else was, what may end a session after that, and what ends one’s own last. */
const TURNS = [
  /./,
  /remove|delete|trash|close|withdraw|archive|leave|end|erase|freeze|abandon|cancel|decline|revoke|suspend/i,
  /^\/compte\/(?:securite|donnees|organisation)|^\/administration\/personnes/,
  /^\/(?:compte\/.* (?:everywhere|erase)|connexion|deconnexion)/,
];
const turnOf = (kind: string): number => TURNS.findLastIndex((turn) => turn.test(kind));
/** What says nothing of what was done, and why. */
const SILENT: Readonly<Record<string, string>> = {
  '/connexion ': 'who comes in is met by their home',
  '/deconnexion ': 'who goes out is met by the page where one comes in',
  '/documents/id rename': 'the heading of a text that is being written is its field',
  '/groupes/id/seances/sondage more': 'other lines of the form, where what was typed stays',
  '/candidatures/id/instruction save': 'kept at each pause; beside the button it says when',
};
const silenceOf = (kind: string) => Object.keys(SILENT).find((silent) => kind.startsWith(`${silent} (`));

type Tried = Map<string, Outcome & Press>;
/** Fewer than the connections to the database. */
const AT_ONCE = 6;

const open = async (who: Who, page: string) => {
  const { status, text, headers } = await demonstration.ask(who, page);
  return status === 200 && headers['content-type']?.startsWith('text/html') ? text : '';
};
/** The pages that between them show every kind of form, and who sees them there. */
async function pagesWithForms() {
  const all = ASKING.flatMap((who) => addresses.map((page) => ({ who, page, kinds: [] as string[] })));
  await sendAll(all, AT_ONCE, async (one) => {
    one.kinds = pressesOf(one.who, one.page, await open(one.who, one.page)).map(kindOf);
  });
  const seen = new Set<string>();
  return all.filter(({ kinds }) => {
    const before = seen.size;
    for (const kind of kinds) seen.add(kind);
    return seen.size > before;
  });
}

/** Presses every button once of those that are the same but for their ids, each on its page as it stands by then. */
async function walk(who: Who, page: string, tried: Tried, turn: number) {
  for (let text = await open(who, page); ; ) {
    const next = pressesOf(who, page, text).find(
      (one) => !tried.has(kindOf(one)) && turnOf(kindOf(one)) === turn,
    );
    if (!next) return;
    const outcome = await press(demonstration, next);
    tried.set(kindOf(next), { ...next, ...outcome });
    if (outcome.isDone) text = outcome.next?.path === page ? outcome.next.text : await open(who, page);
  }
}

test('[WR6] whatever button of whatever form is pressed, one sentence says what came of it and the focus has its place', async () => {
  const tried: Tried = new Map();
  const pages = await pagesWithForms();
  for (const turn of TURNS.keys()) for (const { who, page } of pages) await walk(who, page, tried, turn);
  const faults = [...tried].flatMap(([kind, { who, page, fault }]) =>
    fault === null || silenceOf(kind) ? [] : [`${who} ${page}: ${kind} ${fault}`],
  );
  expect(faults).toEqual([]);
  const silent = new Set([...tried.keys()].map(silenceOf));
  expect(Object.keys(SILENT).filter((kind) => isLong && !silent.has(kind))).toEqual([]);
  // Most are done as a person would who fills in what is empty; the others are refused, each in words.
  expect([...tried.values()].filter(({ isDone }) => isDone).length).toBeGreaterThan(150);
  expect(tried.size).toBeGreaterThan(200);
});
