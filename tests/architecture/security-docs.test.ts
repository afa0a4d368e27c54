import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { namedTests } from '#tests/support/architecture/named-tests.ts';

const page = readFileSync('docs/security.md', 'utf8');

/** OWASP ASVS 5.0.0: by section, the level of each of its items in their order. Chapter V17 (WebRTC) is left out. */
const LEVELS = `
1.1 22 · 1.2 1111122223 · 1.3 112222222223 · 1.4 222 · 1.5 123 · 2.1 122 · 2.2 112 · 2.3 12223 · 2.4 23 ·
3.1 3 · 3.2 113 · 3.3 12223 · 3.4 11222233 · 3.5 11122333 · 3.6 3 · 3.7 22333 · 4.1 12233 · 4.2 23333 · 4.3 22 · 4.4 1222 ·
5.1 2 · 5.2 112333 · 5.3 113 · 5.4 222 · 6.1 122 · 6.2 111111112222 · 6.3 11223333 · 6.4 112233 · 6.5 22222333 · 6.6 2223 ·
6.7 33 · 6.8 2222 · 7.1 222 · 7.2 1111 · 7.3 22 · 7.4 11222 · 7.5 223 · 7.6 22 · 8.1 1233 · 8.2 1123 · 8.3 133 · 8.4 23 ·
9.1 111 · 9.2 1222 · 10.1 22 · 10.2 223 · 10.3 22223 · 10.4 1111122222233333 · 10.5 22222 · 10.6 22 · 10.7 222 ·
11.1 2233 · 11.2 22233 · 11.3 11233 · 11.4 1222 · 11.5 23 · 11.6 23 · 11.7 33 · 12.1 12233 · 12.2 11 · 12.3 22223 ·
13.1 2333 · 13.2 222223 · 13.3 2233 · 13.4 1222233 · 14.1 22 · 14.2 12223333 · 14.3 122 · 15.1 12233 · 15.2 12233 ·
15.3 1222222 · 15.4 3333 · 16.1 2 · 16.2 22222 · 16.3 2222 · 16.4 222 · 16.5 2223`;
/** Of level 3, what the security plan adds. */
const ADDED = ['3.4.7', '3.4.8', '5.2.5', '5.2.6', '5.3.3', '8.3.2', '14.2.7', '14.2.8', '15.4.2', '16.5.4'];
const STATES = new Set(['met', 'part', 'no', 'n/a', 'proxy']);

const wanted = LEVELS.split('·').flatMap((listed) => {
  const [section = '', levels = ''] = listed.trim().split(' ');
  return [...levels].flatMap((level, at) => {
    const item = `${section}.${at + 1}`;
    return level !== '3' || ADDED.includes(item) ? [`${item} ${level}`] : [];
  });
});

/** The rows of the table of ASVS: item, level, subject, state, evidence. */
const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+)(?:\\\*)? \| (.*) \|$/gm)].map(
  ([, item = '', rest = '']) => {
    const [level = '', subject = '', state = '', ...evidence] = rest.split(' | ');
    return { item: `${item} ${level}`, subject, state, evidence: evidence.join(' | ') };
  },
);

test('[H9] every item of ASVS 5.0 level 2 has its row, once, with a state and a test, a place or a reason', () => {
  expect(wanted).toHaveLength(246 + ADDED.length);
  expect(rows.map(({ item }) => item)).toEqual(wanted);
  const faulty = rows.filter(
    ({ subject, state, evidence }) => !STATES.has(state) || subject === '' || evidence.length < 5,
  );
  expect(faulty).toEqual([]);
});

test('[H9] the figures above the table are those of its rows', () => {
  const counts = [...STATES].map((state) => `${state}: ${rows.filter((row) => row.state === state).length}`);
  expect(page).toContain(`${counts.join(' · ')}, of ${rows.length}.`);
});

test('[H9] the cases of list A of rights and of the web have their row', () => {
  const cases = [...page.matchAll(/^\| (A\d+) .* \| (?:met|part|no) \| .+ \|$/gm)].map(([, id]) => id);
  expect(cases).toEqual(Array.from({ length: 24 }, (_, at) => `A${at + 25}`));
});

test('[H9] every test that the page names exists, with its title', () => {
  const { count, absent } = namedTests(page);
  expect(count).toBeGreaterThan(150);
  expect(absent).toEqual([]);
});
