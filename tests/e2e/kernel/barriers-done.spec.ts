import { expect, type Page } from '@playwright/test';
import { pageOf, SAVED, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { addresses, PLACES, sampleOf } from '../support/places.ts';

/** Forms whose fields the server judges, of which at least one is asked for. */
const ASKING = 'form[method="post"][novalidate]:has([required]:not(:disabled))';

/** Empties what a form of the page asks for, and sends it; answers the names of what was emptied, its id where a field beside it is sent. */
const emptied = (page: Page, rank: number) =>
  page
    .locator(ASKING)
    .nth(rank)
    .evaluate((element) => {
      const form = element as HTMLFormElement;
      // Only what says that it is asked for is left empty.
      const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[required]')].filter(
        (field) =>
          !(field instanceof HTMLSelectElement) || [...field.options].some(({ value }) => value === ''),
      );
      for (const field of fields) field.value = '';
      form.requestSubmit(form.querySelector<HTMLButtonElement>('button[type="submit"]'));
      return fields.map(({ name, id }) => name || id);
    });

/** Names of links or buttons of the page, with where each leads or stands; the words of a document are its writers’. */
const namesOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((element) => {
      const told = (one: Element): string =>
        one.getAttribute('aria-label') ??
        (one.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' ')
          .trim();
      const shown = (node: Node): string => {
        if (!(node instanceof Element)) return node.textContent ?? '';
        if (node.getAttribute('aria-hidden') === 'true') return '';
        const inside = node instanceof HTMLImageElement ? node.alt : [...node.childNodes].map(shown).join('');
        return node === element ? inside : told(node) || inside;
      };
      // What a screen reader says on the way to it: the parts, groups and rows in which it stands.
      const around: string[] = [];
      for (let one = element.parentElement; one; one = one.parentElement) {
        const own = one.matches('details')
          ? one.querySelector('summary')
          : one.matches('fieldset')
            ? one.querySelector('legend')
            : one.matches('li, tr')
              ? one.querySelector('h2, h3, h4, strong, a, th, p')
              : null;
        around.push(told(one) || (own && own !== element ? (own.textContent ?? '') : ''));
      }
      return {
        name: (told(element) || shown(element)).replace(/\s+/g, ' ').trim(),
        to: element.getAttribute('href')?.split('#')[0] ?? '',
        around: around.filter(Boolean).join(' › '),
        // The sentence, item or row of a link is read with it, as RGAA 6.1 has it.
        row: (element.closest('li, tr') ?? element.closest('p, dd, nav'))?.textContent ?? '',
        sends: element.matches('summary, [type="submit"]'),
      };
    }),
  );

/** Begins to note what takes the focus; what may take it by Tab gets a number. */
const numberStops = (page: Page) =>
  page.evaluate(() => {
    const seen: number[] = [];
    const withinOne = (one: Element, other: Element) => {
      const whole = one.closest('[role="toolbar"], [role="grid"], [role="tablist"]');
      return whole?.contains(other) ?? false;
    };
    const radios = new Set<string>();
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable="true"]',
      ),
    ].filter((one) => {
      const isOff =
        one.matches(':disabled, input[type="hidden"]') || one.tabIndex < 0 || one.closest('[inert]');
      // What stands in the text is reached as the text is, by its arrows.
      const text = one.closest('[contenteditable="true"]');
      if (isOff || (text && text !== one) || !one.checkVisibility({ visibilityProperty: true })) return false;
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
      // Of a group of radio buttons Tab reaches one, arrows the others.
      const group = `${one.form?.outerHTML.length} ${one.name}`;
      const chosen = document.querySelector(`input[type="radio"][name="${one.name}"]:checked`);
      if (chosen ? chosen !== one : radios.has(group)) return false;
      radios.add(group);
      return true;
    });
    for (const [at, one] of stops.entries()) one.dataset.stop = `${at}`;
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement && target.dataset.stop) seen.push(Number(target.dataset.stop));
      document.documentElement.dataset.stops = JSON.stringify(seen);
    });
    return stops.map((one) => ({
      html: one.outerHTML.slice(0, 120),
      // A toolbar or a grid is one stop: arrows go on inside, which the journeys of the text and of the board try.
      group: stops.findIndex((other) => other === one || withinOne(other, one)),
    }));
  });

/** Presses Tab so many times, one after the other in the page: only their answers are not waited for one by one. */
async function pressTab(page: Page, times: number) {
  const session = await page.context().newCDPSession(page);
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  const presses = Array.from({ length: times }, () => ['rawKeyDown', 'keyUp'] as const).flat();
  await Promise.all(presses.map((type) => session.send('Input.dispatchKeyEvent', { type, ...key })));
  await session.detach();
}

/** Fields of which the label and the attribute do not say the same of being asked for. */
const unsaidIn = (page: Page) =>
  page.locator('input, select, textarea').evaluateAll((all) =>
    (all as HTMLInputElement[]).flatMap((field) => {
      const label = [...(field.labels ?? [])].map(({ textContent }) => textContent).join(' ');
      if (field.labels?.length === 0) return [];
      const isSaid = label.endsWith(' (obligatoire)');
      return field.type === 'hidden' || isSaid === field.required ? [] : [`${label} ${field.name}`];
    }),
  );

/** How many of the browser’s own lists are too long to be looked through. */
const longLists = (page: Page) =>
  page
    .locator('select')
    .evaluateAll((all) => (all as HTMLSelectElement[]).filter(({ options }) => options.length > 24).length);

/** What one opening of a page shows to all the tests of this file. */
async function visit(page: Page, path: string) {
  await page.goto(path);
  // What is written by several comes alive with tools of its own; elsewhere the stops are those that the server sent.
  if (/^\/(?:documents|tableaux)\/[^/]+$/.test(path)) await expect(saveStateOf(page)).toHaveText(SAVED);
  if (/^\/(?:documents|tableaux)\//.test(path)) await page.waitForLoadState('networkidle');
  // Of more than two dozen one is found by typing ([W4]), once what does that has come.
  if ((await longLists(page)) > 0) await page.waitForLoadState('networkidle');
  const unsaid = await unsaidIn(page);
  const forms = await page.locator(ASKING).count();
  const links = await namesOf(page, 'a[href]');
  const buttons = await namesOf(page, 'button:not([aria-hidden="true"]), summary, [role="button"]');
  const stops = await numberStops(page);
  // A field for a date or an hour has a stop for each of its parts.
  const parts = 5 * (await page.locator('input[type^="date"], input[type="time"]').count());
  await pressTab(page, stops.length + parts + 5);
  const seen: number[] = JSON.parse((await page.locator('html').getAttribute('data-stops')) ?? '[]');
  // What scrolls is a stop until the page has measured that all of it is seen.
  const left = await page
    .locator('[data-stop]')
    .evaluateAll((all) =>
      all.flatMap((one) => ((one as HTMLElement).tabIndex < 0 ? [] : [one.getAttribute('data-stop')])),
    );
  const gone = new Set([...stops.keys()].filter((at) => !left.includes(`${at}`)));
  return { path, unsaid, forms, links, buttons, stops, gone, seen };
}

const visits: Awaited<ReturnType<typeof visit>>[] = [];

// A sample of the pages, all of them in a longer run, one after the other, for whoever animates.
test.beforeAll(async ({ browser }) => {
  const page = await pageOf(browser, 'animation');
  const places = await addresses(page);
  const isLong = process.env.TEST_LONG !== undefined;
  const paths = PLACES.flatMap(([, pathsOf]) =>
    isLong ? pathsOf(places) : sampleOf(pathsOf(places), places),
  );
  for (const path of paths) visits.push(await visit(page, path));
});

test('[H14] a field that may not be left empty says so in its label, and the server refuses it empty', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation');
  const differing: string[] = [];
  for (const { path, forms } of visits) {
    for (let rank = 0; rank < forms; rank++) {
      await page.goto(path);
      const names = await emptied(page, rank);
      if (names.length === 0) continue;
      await expect(page.locator('[aria-invalid="true"]').first(), path).toBeAttached();
      // What a choice asks for is marked once, in the legend of its group.
      const refused = await page
        .locator('[aria-invalid="true"]')
        .evaluateAll((all) =>
          all.flatMap((field) =>
            field.closest('fieldset')?.querySelector('legend')?.textContent?.endsWith(' (obligatoire)')
              ? []
              : [field.getAttribute('name') || field.id],
          ),
        );
      const unmarked = refused.filter((name) => !names.includes(name));
      if (unmarked.length > 0) differing.push(`${path}: asks ${names}, refuses ${unmarked}`);
    }
  }
  expect.soft(visits.flatMap(({ unsaid }) => unsaid)).toEqual([]);
  expect(differing).toEqual([]);
});

/** Verbs that say nothing without what they are about. */
const BARE =
  /^(?:voir|voir plus|modifier|lire|lire la suite|ouvrir|afficher|détails?|en savoir plus|ici|cliquez ici|suite|supprimer|retirer|renommer)…?$/i;

test('[H14] out of their context links and buttons say what they are about, and one name is one place or one gesture', async () => {
  const faults: string[] = [];
  const listed: Record<string, string[]> = {};
  for (const { path, links, buttons } of visits) {
    for (const { name } of [...links, ...buttons])
      if (name === '' || BARE.test(name)) faults.push(`${path}: « ${name} » alone`);
    for (const { name, to, row, around } of links) {
      const other = links.find(
        (link) => link.name === name && link.to !== to && link.row === row && link.around === around,
      );
      if (other) faults.push(`${path}: « ${name} » leads to ${to} and ${other.to}`);
    }
    const sending = buttons.filter(({ sends }) => sends);
    for (const [at, { name, around, row }] of sending.entries()) {
      const first = sending.findIndex((one) => one.name === name && one.around === around);
      // Two rows that say the same, as two devices of one kind in one minute, are told apart by nothing.
      const isSame = row !== '' && sending[first]?.row === row;
      if (first !== at && !isSame) faults.push(`${path}: « ${name} » twice in « ${around} »`);
    }
    listed[path] = [...new Set([...links, ...buttons].map(({ name }) => name))];
  }
  // Read one by one for criteria 6.1 and 11.9.
  await test
    .info()
    .attach('names', { body: JSON.stringify(listed, null, 1), contentType: 'application/json' });
  expect(faults).toEqual([]);
});

test('[H14] the Tab key reaches everything that can be used, in the order of the page, and never stays anywhere', () => {
  const faults: string[] = [];
  for (const { path, stops, gone, seen } of visits) {
    const reached = new Set(seen.map((at) => stops[at]?.group));
    const missed = stops.filter(({ group }, at) => !gone.has(at) && !reached.has(group));
    const round = seen.slice(0, seen.indexOf(0, 1) + 1 || seen.length).slice(0, -1);
    const backwards = round.findIndex((at, rank) => rank > 0 && at < (round[rank - 1] ?? 0) && at !== 0);
    if (missed.length > 0)
      faults.push(`${path}: ${missed.length} of ${stops.length} not reached, ${missed[0]?.html}`);
    if (backwards > 0) faults.push(`${path}: goes back to ${stops[round[backwards] ?? 0]?.html}`);
  }
  expect(faults).toEqual([]);
});
