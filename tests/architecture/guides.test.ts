import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { PICTURE_SIZE } from '#shared/kernel/help/guide-picture.ts';
import { titleAnchor } from '#shared/kernel/help/title-anchor.ts';
import { wallOf } from '#tests/support/architecture/walls.ts';
import { catalogue, typographicFaults } from '#tests/support/catalogue.ts';

const read = (page: string) => readFileSync(page, 'utf8');
/** For the people who use the product; the two others are for whoever keeps the server. */
const forPeople = ['README', 'membre', 'facilitateur', 'relecteur', 'administrateur'].map(
  (name) => `docs/guide/${name}.md`,
);
const guides = readdirSync('docs/guide').flatMap((name) =>
  name.endsWith('.md') ? [`docs/guide/${name}`] : [],
);

test('[H10] every word of the screen that a guide quotes, in bold, is one of the catalogue, to the letter', () => {
  const words = new Set(catalogue.map(([, text]) => text));
  for (const guide of forPeople.slice(1)) {
    const quoted = [...read(guide).matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => label);
    expect(quoted.length, guide).toBeGreaterThan(30);
    expect(
      quoted.filter((label) => !words.has(label)),
      guide,
    ).toEqual([]);
  }
});

test.each(typographicFaults)('[W1] no guide for people has %s', (_, pattern) => {
  const wrong = forPeople.flatMap((guide) =>
    read(guide)
      .split('\n')
      .map((line) => line.trim().replace(/`[^`]*`/g, '``'))
      .filter((line) => pattern.test(line)),
  );
  expect(wrong).toEqual([]);
});

test('[H10] every column of a table in a guide has a title, which is heard before what it holds', () => {
  const untitled = guides.filter((guide) =>
    /^\|(?:[^\n]*\|)?[ \t]*\|[^\n]*\n\|[-| :]+\|$/m.test(read(guide)),
  );
  expect(untitled).toEqual([]);
  expect('|a| |\n|---|---|').toMatch(/^\|(?:[^\n]*\|)?[ \t]*\|[^\n]*\n\|[-| :]+\|$/m);
});

test('[H10] guides lead to one another: each is on the index, and each link leads to a page or a title of one', () => {
  for (const guide of guides) {
    for (const [, target = ''] of read(guide).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [path = '', title] = target.split('#');
      const page = path === '' ? guide : join(dirname(guide), path);
      expect(existsSync(page), `${guide}: ${target}`).toBe(true);
      if (title) expect(anchorsOf(read(page)), `${guide}: ${target}`).toContain(title);
    }
  }
  const index = read('docs/guide/README.md');
  expect(
    guides.filter((guide) => !guide.endsWith('README.md') && !index.includes(`(${guide.slice(11)})`)),
  ).toEqual([]);
});

test('[AI4] every picture that a guide shows is there, says what it shows, has the one size and weighs at most 150 KB; none is left over', async () => {
  const shown = guides.flatMap((guide) =>
    [...read(guide).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = '', path = '']) => ({ alt, path })),
  );
  expect(shown.length).toBeGreaterThan(10);
  for (const { alt, path } of shown) {
    expect(alt.length, path).toBeGreaterThan(30);
    const file = join('docs/guide', path);
    expect(statSync(file).size, path).toBeLessThanOrEqual(wallOf('bytes of a picture of a guide'));
    expect(await sharp(file).metadata(), path).toMatchObject({ format: 'webp', ...PICTURE_SIZE });
  }
  const names = shown.map(({ path }) => path).sort();
  const there = readdirSync('docs/guide/images').map((name) => `images/${name}`);
  expect(there.sort()).toEqual(names);
  const taken = [...read('tests/help/guide-pictures.ts').matchAll(/ name: '([a-z]+)'/g)];
  expect(taken.map(([, name]) => `images/${name}.webp`).sort()).toEqual(names);
});

/** The anchors of the titles of a page, as readers of Markdown make them. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => titleAnchor(title));
}
