import fc from 'fast-check';
import { strToU8 } from 'fflate';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Converter, createConverter } from '#server/documents/conversion/converter.ts';
import { LOSSES, type Lost } from '#shared/documents/conversion/conversion.ts';
import { importing } from '#shared/documents/conversion/import.fr.ts';
import { textOf } from '#shared/documents/text/document-text.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { DOCX_SOURCES } from './docx-sources.ts';
import { ODT_SOURCES } from './odt-sources.ts';
import { HTML_SOURCES, MARKDOWN_SOURCES, type Source } from './word-sources.ts';
import { docxOf, htmlOf, markdownOf, odtOf, type Piece, pieces } from './word-trees.ts';

let converter: Converter;
beforeAll(() => {
  converter = createConverter({ log: pino({ level: 'silent' }) });
});
afterAll(() => converter.close());

async function imported(name: string, bytes: Uint8Array | string) {
  const task = { kind: 'import', name, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes } as const;
  const read = await converter.run(task, ANYBODY);
  if (!read.ok) throw new Error(read.error);
  const { title, blocks, losses, review } = read.value;
  const standing = [title, ...blocks.map(textOf)].join('\n');
  // What is proposed, and what is said beside the text, each word that does not stand in it.
  const beside = [
    ...review.suggestions.map(({ proposed }) => proposed),
    ...review.threads.flatMap(({ comments }) => comments.map((comment) => comment.text)),
  ].flatMap(wordsIn);
  const text = [standing, ...beside.filter((word) => !wordsIn(standing).includes(word))].join('\n');
  const named = losses.flatMap(({ kind, words }) =>
    (words?.passages ?? []).map((words) => ({ kind, words })),
  );
  return { text, named, losses };
}

const wordsIn = (text: string): string[] => text.match(/mot\d+/g) ?? [];
const sorted = (words: readonly string[]) => [...words].sort();

function conserved(format: string, sources: Readonly<Record<string, Source>>): void {
  test.each(Object.entries(sources))('%s', async (_name, { bytes, named = {} }) => {
    const written: string[] = [];
    const word = () => {
      written.push(`mot${written.length + 1}`);
      return written.at(-1) ?? '';
    };
    const read = await imported(`a.${format}`, bytes(word));
    const found = [...wordsIn(read.text), ...read.named.flatMap(({ words }) => wordsIn(words))];
    expect(sorted(found)).toEqual(sorted(written));
    const kinds = Map.groupBy(read.named, ({ kind }) => kind);
    const lost = [...kinds].map(([kind, all]) => [
      kind,
      all.flatMap(({ words }) => wordsIn(words)).join(' '),
    ]);
    expect(Object.fromEntries(lost)).toEqual(named);
  });
}

describe('[X18] each word of a file is in the document, or named where it stood', () => {
  describe('[X20] of a DOCX', () => conserved('docx', DOCX_SOURCES));
  describe('[X19] of an ODT', () => conserved('odt', ODT_SOURCES));
  describe('of a page', () => conserved('html', HTML_SOURCES));
  describe('of Markdown', () => conserved('md', MARKDOWN_SOURCES));
});

describe('[X18] whatever stands in whatever', () => {
  const render = { docx: docxOf, odt: odtOf, html: htmlOf, md: markdownOf };
  test.each(Object.keys(render) as (keyof typeof render)[])('%s', async (format) => {
    await fc.assert(
      fc.asyncProperty(pieces, async (given: readonly Piece[]) => {
        const { bytes, words } = render[format](given);
        const { text, named } = await imported(`a.${format}`, bytes);
        const found = [...wordsIn(text), ...named.flatMap(({ words }) => wordsIn(words))];
        expect(sorted(found)).toEqual(sorted(words));
      }),
      // Other files each time in the long run; the same four at every landing.
      process.env.TEST_LONG ? { numRuns: 40 } : { numRuns: 4, seed: 1 },
    );
  });
});

test('[X18] of many missing words the first are named and the others counted; a report can say each kind', async () => {
  const many = Array.from({ length: 130 }, (_, index) => `mot${index}`).join(' ');
  const { losses } = await imported('a.html', `<p>texte</p><object>${many} ${'x'.repeat(90)}</object>`);
  expect(losses).toMatchObject([{ kind: 'words', count: 131, words: { more: 31 } }]);
  const [lost] = losses;
  expect(lost?.words?.passages.map((passage) => wordsIn(passage).length)).toEqual([100]);
  const said = (loss: Lost) => importing.lost(loss).replace(/[\u00a0\u202f]/gu, ' ');
  expect(lost && said(lost)).toMatch(/^131 mots non repris : « mot0 mot1 .* mot99 » et 31 autres mots$/);
  for (const kind of LOSSES) {
    const words = { passages: ['budget', 'de la ville'], more: 0 };
    expect(said({ kind, count: 2, words })).toMatch(/^2 .+ : « budget » et « de la ville »$/);
  }
});
