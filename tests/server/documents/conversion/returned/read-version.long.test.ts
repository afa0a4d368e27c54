import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readImport } from '#server/documents/conversion/import/read-import.ts';
import { readVersion } from '#server/documents/conversion/import/review/read-version.ts';
import { writeExport } from '#server/documents/conversion/write-export.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { textOf } from '#shared/documents/text/document-text.ts';
import { docx, paragraph, part } from '../office-files.ts';
import { referenceSource } from '../reference-document.ts';
import { guideBlocks } from './guide-blocks.ts';

const FORMATS = ['docx', 'odt'] as const;
const corrected = (format: string) =>
  new Uint8Array(readFileSync(`${import.meta.dirname}/corrected.${format}`));

async function guideSource(blocks: readonly BlockJson[] = guideBlocks) {
  return {
    ...(await referenceSource()),
    title: 'Guide des sondes',
    blocks,
    images: {},
    names: {},
    threads: null,
  };
}
const JEANNE = [
  ['Jeanne Juriste', 'à l’ombre', 'en plein soleil'],
  ['Jeanne Juriste', 'touche.\nUn paragraphe à supprimer en entier.', 'touche.'],
  ['Jeanne Juriste', '', ' et voiles'],
  ['Jeanne Juriste', '120', '150'],
  ['Jeanne Juriste', '', '\nUn paragraphe ajouté.'],
];
const THREADS = [
  ['Anne (Valmont)', 'Pourquoi deux ?'],
  ['Bob', 'La norme.'],
];
const listed = (suggestions: readonly { author: string; original: string; proposed: string }[]) =>
  suggestions.map(({ author, original, proposed }) => [author, original, proposed]);

describe.each(FORMATS)('[X25] a %s that LibreOffice wrote, corrected with tracked changes', (format) => {
  test('comes in as it was before them: they are suggestions, and comments are threads, in the names that it tells', async () => {
    const read = await readImport(`guide.${format}`, corrected(format));
    expect(read.blocks.map(textOf).join('\n')).toBe(guideBlocks.map(textOf).join('\n').replace('@@', '@'));
    expect(listed(read.review.suggestions)).toEqual(JEANNE);
    expect(read.review.suggestions[0]?.at).toBe('2026-11-20T08:00:00.000Z');
    const [thread, ...others] = read.review.threads;
    expect(thread?.comments.map(({ author, text }) => [author, text])).toEqual(THREADS);
    expect(thread?.span).toEqual({ start: { line: 1, at: 21 }, end: { line: 1, at: 32 } });
    expect(others).toEqual([]);
    expect(read.losses).toEqual([]);
  });

  test('[X26] comes back to its document: the same suggestions, at its own texts, and nothing else', async () => {
    const source = await guideSource();
    const read = await readVersion({ name: `guide.${format}`, bytes: corrected(format), source });
    expect(listed(read.suggestions)).toEqual(JEANNE);
    // The name in the line is no text of the document: lines after it are one further than in the file.
    expect(read.suggestions[3]?.span.start).toEqual({ line: 13, at: 0 });
    expect(read.unplaced).toEqual([]);
  });

  test('[X26] what nobody tracked is proposed too, in nobody’s name', async () => {
    const blocks = guideBlocks.map((block) =>
      JSON.parse(JSON.stringify(block).replace('personne ne touche', 'chacun relit')),
    );
    const source = await guideSource(blocks);
    const read = await readVersion({ name: `guide.${format}`, bytes: corrected(format), source });
    expect(listed(read.suggestions)).toContainEqual(['', 'chacun relit', 'personne ne touche']);
    expect(listed(read.suggestions)).toContainEqual(JEANNE[0]);
  });

  test('[X26] the document with everything in it comes back without a change to propose', async () => {
    const source = await referenceSource();
    const { bytes } = await writeExport(source, format, 'image-mark');
    const read = await readVersion({ name: `a.${format}`, bytes, source });
    expect(listed(read.suggestions)).toEqual([]);
    expect(read.unplaced).toEqual([]);
  });
});

const by = (author: string, id = 1) => `w:id="${id}" w:author="${author}" w:date="2026-01-02T03:04:05Z"`;
const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const ins = (text: string, author = 'A') => `<w:ins ${by(author)}>${t(text)}</w:ins>`;
const del = (text: string, author = 'A') =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const p = (inner: string, mark = '') =>
  `<w:p><w:pPr><w:rPr>${mark && `<w:${mark} ${by('A')}/>`}</w:rPr></w:pPr>${inner}</w:p>`;
const read = (body: string, more = {}) => readImport('a.docx', docx(body, more));

describe('[X25] tracked ends of paragraphs', () => {
  test.each([
    ['one that was cut in two', p(t('un '), 'ins') + p(t('deux')), ['un deux'], [['A', '', '\n']]],
    ['two that were joined', p(t('un'), 'del') + p(t('deux')), ['un', 'deux'], [['A', 'un\ndeux', 'undeux']]],
    [
      'several that went',
      p(t('un')) + p(del('deux'), 'del') + p(del('trois'), 'del') + p(t('fin')),
      ['un', 'deux', 'trois', 'fin'],
      [['A', 'un\ndeux\ntrois', 'un']],
    ],
    ['one put in before the first', p(ins('zéro'), 'ins') + p(t('un')), ['un'], [['A', '', 'zéro\n']]],
    [
      'two put in',
      p(t('un'), 'ins') + p(ins('deux'), 'ins') + p(ins('trois')),
      ['un'],
      [['A', '', '\ndeux\ntrois']],
    ],
    [
      'two people in one place',
      p(t('a ') + del('b', 'B') + ins('c', 'C')),
      ['a b'],
      [
        ['B', 'b', ''],
        ['C', '', 'c'],
      ],
    ],
  ])('%s', async (_name, body, lines, suggestions) => {
    const { blocks, review } = await read(body);
    expect(blocks.map(textOf)).toEqual(lines);
    expect(listed(review.suggestions)).toEqual(suggestions);
  });
});

test('[X25] a comment on words that were taken out stands on them; one that stands nowhere is kept', async () => {
  const comments = ['1', '2'].map(
    (id) => `<w:comment w:id="${id}" w:author="Anne">${paragraph(`dit ${id}`)}</w:comment>`,
  );
  const body = p(`${t('un ')}<w:commentRangeStart w:id="1"/>${del('deux')}<w:commentRangeEnd w:id="1"/>`);
  const { review } = await read(body, { 'word/comments.xml': part('comments', comments.join('')) });
  expect(
    review.threads.map(({ span, comments }) => [span?.start.at, span?.end.at, comments[0]?.text]),
  ).toEqual([
    [3, 7, 'dit 1'],
    [undefined, undefined, 'dit 2'],
  ]);
});

test('[X25] three thousand changes by forty people, in tables in tables, are told one by one; those beyond are accepted, and counted', async () => {
  const one = (index: number) =>
    p(`${t(`mot ${index} `)}${del('avant', `Agent ${index % 40}`)}${ins('après', `Agent ${index % 40}`)}`);
  const cell = (inner: string) => `<w:tbl><w:tr><w:tc>${inner}</w:tc></w:tr></w:tbl>`;
  const body = Array.from({ length: 1_600 }, (_, index) =>
    index % 20 === 0 ? cell(one(index) + cell(one(index))) : one(index),
  );
  const { review, losses } = await read(body.join('') + p(t('fin')));
  expect(review.suggestions).toHaveLength(1_500);
  expect(new Set(review.suggestions.map(({ author }) => author)).size).toBe(40);
  expect(losses).toContainEqual(expect.objectContaining({ kind: 'changes', count: 360 }));
});
