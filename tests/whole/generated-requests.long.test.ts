import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type GeneratedRequest,
  type Ground,
  operationsOf,
  requestOfForm,
  requestOfOperation,
  requestOfPage,
  requestsOfNobody,
  sendAll,
} from '#tests/support/kernel/generated-requests.ts';
import { dice, oneOf } from '#tests/support/kernel/nasty-values.ts';
import { formsOf, type RenderedForm } from '#tests/support/kernel/rendered-forms.ts';
import { type Demonstration, startDemonstration, type Who } from '#tests/support/people/demonstration.ts';
import { addressOf, NOBODY, tableRoutes } from '#tests/support/route-table.ts';
import { sampleNames } from '#tests/support/sample-names.ts';

const ASKING: readonly Who[] = ['visitor', 'team', 'coordinator', 'admin'];
/** Beside the four hundred pages that are read first. */
const RUNS = process.env.TEST_LONG ? 40_000 : 4_000;
const SEED = 20_231_128;
/** Fewer than the connections to the database: a busy machine must not answer that it is away. */
const AT_ONCE = 6;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

let demonstration: Demonstration;
let names: Readonly<Record<string, string>>;
let addresses: readonly string[];
let explored: Awaited<ReturnType<typeof explore>>;
beforeAll(async () => {
  demonstration = await startDemonstration();
  names = await sampleNames(demonstration);
  addresses = tableRoutes
    .filter(({ path }) => path !== 'deconnexion')
    .map(({ path }) => addressOf(path, names));
  explored = await explore();
});
afterAll(() => demonstration.close());

/** Here a session or an account ends: nobody of those who ask is named, and no such act is asked for. */
const ENDING = /^\/(compte\/(securite|donnees|organisation)|administration\/personnes)/;
const END = new Set(['everywhere', 'others', 'password', 'erase', 'close']);

/** The same form, which ends nobody's session; null when that is all it is for. */
function harmless(form: RenderedForm): RenderedForm | null {
  if (form.action.startsWith('/deconnexion')) return null;
  if (!ENDING.test(form.action)) return form;
  if (form.fields.some(({ value }) => END.has(value))) return null;
  const fields = form.fields.map((field) => (field.name === 'userId' ? { ...field, value: NOBODY } : field));
  return { ...form, fields, buttons: form.buttons.filter(({ value }) => !END.has(value)) };
}

function shows(who: Who, path: string): boolean {
  if (/\.\w+$|\/(exporter|vignette|fichier|fichiers|archive)(\/|$)/.test(path)) return false;
  const isDoor = /^\/(connexion|mot-de-passe)/.test(path);
  return who === 'visitor' ? isDoor : who === 'admin' ? path.startsWith('/administration') : !isDoor;
}

/** What the pages of the product show to these people: forms, ids, and parameters of addresses. */
async function explore() {
  const forms = new Map<string, { who: Who; form: RenderedForm }>();
  const [ids, parameters] = [new Set<string>(), new Set(['q', 'page', 'etat'])];
  // Between them they are shown every form; what the administration alone is shown stands under one address.
  const pages = ASKING.flatMap((who) =>
    addresses.flatMap((path) => (shows(who, path) ? [{ who, path, asked: {} }] : [])),
  );
  await sendAll(pages, AT_ONCE, async ({ who, path }) => {
    const { status, text } = await demonstration.ask(who, path);
    if (status >= 500) throw new Error(`${who} ${path} answers ${status}`);
    for (const rendered of formsOf(text, path)) {
      const form = harmless(rendered);
      // One of many that are the same but for their ids.
      if (form) forms.set(`${who} ${JSON.stringify(form).replaceAll(ID, 'id')}`, { who, form });
    }
    for (const [id] of text.matchAll(ID)) ids.add(id);
    for (const [, name = ''] of text.matchAll(/href="\/[^"?#]*\?([\w-]+)=/g)) parameters.add(name);
  });
  // In an order of their own, whoever was answered first.
  const listed = [...forms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return { forms: listed, ids: [...ids].sort(), parameters: [...parameters].sort() };
}

/** What failed of these requests, and what the log says of them as an error. */
async function failuresOf(requests: readonly GeneratedRequest[]): Promise<string[]> {
  const { ask, output } = demonstration;
  const before = output().length;
  const failed: string[] = [];
  await sendAll(requests, AT_ONCE, async ({ who, path, asked }) => {
    const { status, text } = await ask(who, path, asked);
    if (status < 500) return;
    const shown = `${who} ${asked.method ?? 'GET'} ${path.slice(0, 300)} ${asked.body?.slice(0, 600) ?? ''}`;
    failed.push(`${status} ${shown} → ${text.slice(0, 200)}`);
  });
  // What the process has said before it answers has come by then.
  await ask('visitor', '/readyz');
  const errors = linesOf(output().slice(before), '"level":50');
  return [...failed, ...errors];
}

const linesOf = (output: string, word: string) => output.split('\n').filter((line) => line.includes(word));

test('[SC19] an id of nothing, in the place of each id of each form, is refused by the operation itself: the database meets none', async () => {
  const { origin, output } = demonstration;
  const before = output().length;
  const seen = new Set<string>();
  const requests = explored.forms.flatMap(({ who, form }) =>
    requestsOfNobody(origin, who, form).filter(({ path, asked }) => {
      // One of many forms that are the same but for their ids.
      const kind = `${path} ${asked.body}`.replaceAll(NOBODY, 'nobody').replaceAll(ID, 'id');
      return seen.size < seen.add(kind).size;
    }),
  );
  expect(requests.length).toBeGreaterThan(60);
  expect(await failuresOf(requests)).toEqual([]);
  expect(linesOf(output().slice(before), 'the database refused')).toEqual([]);
});

test(`[SC19] requests made from every route, operation and form, of values that nobody expects, end in words and never in an error (${RUNS})`, async () => {
  const { ask, origin } = demonstration;
  const operations = operationsOf(JSON.parse((await ask('visitor', '/api/v1/openapi.json')).text));
  const { forms, ids, parameters } = explored;
  const roll = dice(SEED);
  const ground: Ground = { roll, origin, ids };
  const own = {
    group: names.groupe,
    document: names.document,
    board: names.tableau,
    resource: names.ressource,
    dataset: names.jeu,
  };
  const requests = Array.from({ length: RUNS }, (_, at): GeneratedRequest => {
    const kind = at % 8;
    if (kind < 5) {
      const { who, form } = forms[at % forms.length] ?? oneOf(roll, forms);
      const sender = roll(6) === 0 ? oneOf(roll, ASKING) : who;
      return requestOfForm(ENDING.test(form.action) ? { ...ground, ids: [] } : ground, sender, form);
    }
    const who = oneOf(roll, ASKING);
    if (kind === 5) return requestOfPage(ground, who, oneOf(roll, addresses), parameters);
    return requestOfOperation(ground, who, oneOf(roll, operations), own);
  });
  expect(await failuresOf(requests)).toEqual([]);
  // Alive, and everybody still in: whoever had been signed out would have asked nothing.
  for (const who of ASKING.filter((one) => one !== 'visitor'))
    expect((await ask(who, '/groupes')).status, who).toBe(200);
  expect((await ask('visitor', '/readyz')).status).toBe(200);
});
