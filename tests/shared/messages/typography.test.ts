import { expect, test } from 'vitest';
import { fr } from '#shared/messages/fr.ts';
import { frServer } from '#shared/messages/fr-server.ts';

/** Every string of the catalogue with its place; functions are called with plausible arguments. */
function* sentences(value: unknown, at: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [at, value];
  else if (typeof value === 'function') {
    for (const count of [0, 1, 2]) {
      try {
        yield* sentences(value(count, count, count, count), `${at}(${count})`);
        yield* sentences(value('X', 'X', 'X', 'X'), `${at}('X')`);
      } catch {
        // A function that wants a structured argument speaks through the strings that it is made of.
      }
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* sentences(inner, `${at}.${key}`);
  }
}

const all = [...sentences(fr, 'fr'), ...sentences(frServer, 'frServer')].filter(
  ([, text]) => !/^[\w.+-]+@|^https?:|^\/|^smtp/.test(text),
);

const faults: [string, RegExp][] = [
  ['a straight apostrophe between letters', /\p{L}'\p{L}/u],
  ['three dots instead of …', /\.\.\./],
  ['? ! ; without a narrow no-break space before', /[^\u202f\s?!…][?!;](?=\s|$)|[ \u00a0][?!;]/u],
  ['a colon without a no-break space before', /[^\u00a0\d]:(?=\s|$)/u],
  ['« or » without a no-break space inside', /«(?![\u202f\u00a0])|(?<![\u202f\u00a0])»/u],
  ['straight double quotes', /"/],
  ['two spaces', / {2}/],
];

test.each(faults)('[W1] no sentence of the catalogue has %s', (_, pattern) => {
  const wrong = all.filter(([, text]) => pattern.test(text)).map(([at, text]) => `${at}: ${text}`);
  expect(wrong).toEqual([]);
});

test('[W1] the catalogue was really read', () => {
  expect(all.length).toBeGreaterThan(40);
});
