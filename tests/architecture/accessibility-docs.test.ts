import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { frame } from '#shared/kernel/frame.fr.ts';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { namedTests } from '#tests/support/architecture/named-tests.ts';

const page = readFileSync('docs/accessibilite.md', 'utf8');

/** RGAA 4.1: how many criteria each of its thirteen themes has. */
const THEMES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];
const STATES = ['conforme', 'non conforme', 'non applicable', 'à vérifier à la main'];

const wanted = THEMES.flatMap((count, theme) =>
  Array.from({ length: count }, (_, at) => `${theme + 1}.${at + 1}`),
);
const rows = [...page.matchAll(/^\| (\d+\.\d+) \| (.*) \|$/gm)].map(([, criterion = '', rest = '']) => {
  const [subject = '', state = '', ...how] = rest.split(' | ');
  return { criterion, subject, state, how: how.join(' | ') };
});
const inState = (state: string) => rows.filter((row) => row.state === state);

test('[H9] every criterion of RGAA 4.1 has its row, once, in its theme, with a state and how it was checked', () => {
  expect(wanted).toHaveLength(106);
  expect(rows.map(({ criterion }) => criterion)).toEqual(wanted);
  expect(
    rows.filter(({ subject, state, how }) => !STATES.includes(state) || subject === '' || how.length < 5),
  ).toEqual([]);
  const themes = [...page.matchAll(/^### (\d+)\. (?:.|\n)*?(?=\n### |$(?![\s\S]))/gm)].map(
    ([text, theme]) => ({
      theme,
      own: [...text.matchAll(/^\| (\d+)\.\d+ \|/gm)].every(([, number]) => number === theme),
    }),
  );
  expect(themes).toEqual(THEMES.map((_, at) => ({ theme: `${at + 1}`, own: true })));
});

test('[H9] the figures above the grid are those of its rows', () => {
  const counts = STATES.map((state) => `${state}\u00a0: ${inState(state).length}`);
  expect(page).toContain(`\n${counts.join(' · ')}, sur ${rows.length}.\n`);
});

test('[H9] what is said to conform names a test, a rule of axe or a place; what nobody checked says how to', () => {
  const shown = /`(?:tests|app|shared|server)\/|axe `/;
  expect(inState('conforme').filter(({ how }) => !shown.test(how) || how.includes('À faire'))).toEqual([]);
  expect(inState('à vérifier à la main').filter(({ how }) => !how.includes('À faire'))).toEqual([]);
});

test('[H9] every fault that is known is a row that does not conform, and the other way round', () => {
  const faults = [...page.matchAll(/^(\d+)\. \*\*(\d+\.\d+), /gm)].map(([, number, criterion]) => ({
    number,
    criterion,
  }));
  const told = inState('non conforme').map(({ criterion, how }) => ({
    number: /^défaut (\d+)/.exec(how)?.[1],
    criterion,
  }));
  expect(told).toEqual(faults);
});

test('[H9] every test that the grid names exists, with its title', () => {
  const { count, absent } = namedTests(page);
  expect(count).toBeGreaterThan(40);
  expect(absent).toEqual([]);
});

test('[H9] every rule of axe that the grid names is one that runs on our pages', () => {
  const axe: { getRules(): { ruleId: string; tags: string[] }[] } = createRequire(
    createRequire(import.meta.url).resolve('@axe-core/playwright'),
  )('axe-core');
  const aside = ['wcag2aaa', 'wcag22aa', 'experimental', 'deprecated'];
  const running = axe.getRules().filter(({ tags }) => !tags.some((tag) => aside.includes(tag)));
  const known = new Set(running.map(({ ruleId }) => ruleId));
  const named = [...page.matchAll(/axe (`[a-z-]+`(?:, `[a-z-]+`)*)/g)].flatMap(([, rules = '']) =>
    [...rules.matchAll(/[a-z-]+/g)].map(([rule]) => rule),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((rule) => !known.has(rule))).toEqual([]);
});

test('[SP1] the statement that the product brings claims no more than the grid, as long as nobody audited it', () => {
  const { text } = obligations.pages.accessibilite;
  for (const label of [frame.accessibility, publicSite.accessibility])
    expect(label).toBe('Accessibilité\u00a0: non conforme');
  expect(text).toContain('n’est pas en conformité');
  expect(text).not.toMatch(/partiellement|totale(?:ment)? conform|\d\s?% des critères/);
  const told = text.split('## Ce qui n’est pas accessible')[1]?.match(/^- /gm) ?? [];
  expect(told).toHaveLength(inState('non conforme').length);
});
