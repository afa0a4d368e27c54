import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Every string of a part of the catalogue with its place; functions are called with plausible arguments. */
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

/** Every string that a screen, a mail or the terminal may show, with its place: of each file of words, whoever imports it. */
export const catalogue = (
  await Promise.all(
    globSync('shared/*/**/*.fr.ts')
      .sort()
      .map(async (file): Promise<[string, string][]> => {
        const words: unknown = await import(pathToFileURL(resolve(file)).href);
        return [...sentences(words, file)];
      }),
  )
).flat();

/** [W1] What French typography refuses, and how it is found. */
export const typographicFaults: readonly (readonly [string, RegExp])[] = [
  ['a straight apostrophe between letters', /\p{L}'\p{L}/u],
  ['three dots instead of …', /\.\.\./],
  ['? ! ; without a narrow no-break space before', /[^\u202f\s?!…][?!;](?=\s|$)|[ \u00a0][?!;]/u],
  ['a colon without a no-break space before', /[^\u00a0\d]:(?=\s|$)/u],
  ['« or » without U+202F inside', /«(?!\u202f)|(?<!\u202f)»/u],
  ['straight double quotes', /"/],
  ['two spaces', / {2}/],
  ['a number that a line may break', /\d \d{3}(?!\d)/],
];
