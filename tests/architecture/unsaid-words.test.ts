import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '#tests/support/architecture/source-files.ts';
import { namedIn, unsaidIn } from '#tests/support/architecture/unsaid-words.ts';

test('[W2] every French word is said somewhere', () => {
  const files = sourceFiles(['shared', 'db', 'server', 'app']).map(
    (path) => [path, readFileSync(path, 'utf8')] as const,
  );
  const named = namedIn(files.map(([, text]) => text));
  const words = files.filter(([path]) => path.endsWith('.fr.ts'));
  expect(words.length).toBeGreaterThan(100);
  expect(
    words.flatMap(([path, text]) => unsaidIn(path, text, named).map((word) => `${path}: ${word}`)),
  ).toEqual([]);
});

test.each([
  ['words.title', []],
  ['const { title } = words;', []],
  ['show(words)[code]', ['words.title']],
  ['words.other', ['words.title']],
  ['words.states[state] + words.title', []],
  ['words.states + words.title', ['words.states.open']],
])('[W2] planted words, where the code says: %s', (code, unsaid) => {
  const words = `export const words = { title: 'Titre'${code.includes('states') ? ", states: { open: 'Ouvert' }" : ''} } as const;`;
  expect(unsaidIn('planted.fr.ts', words, namedIn([code]))).toEqual(unsaid);
});
