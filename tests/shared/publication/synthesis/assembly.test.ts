import { expect, test } from 'vitest';
import { assembledBlocks, changedSince, checkAssembly } from '#shared/publication/synthesis/assembly.ts';
import { contributionMatrix } from '#shared/publication/synthesis/matrix.ts';

const text = (said: string) => [{ type: 'text', text: said }];
const heading = (level: number, said: string) => ({
  type: 'heading',
  attrs: { level },
  content: text(said),
});

test('[SY8] each chapter stands under its title, its headings one level down; decisions become plain words', () => {
  const decision = { type: 'decision', attrs: { id: 'd1' }, content: text('Planter') };
  const blocks = [heading(2, 'A'), heading(4, 'B'), { type: 'callout', content: [decision] }];
  expect(assembledBlocks([{ title: 'Un', blocks }])).toEqual([
    heading(2, 'Un'),
    heading(3, 'A'),
    heading(4, 'B'),
    { type: 'callout', content: [{ type: 'paragraph', content: text('Planter') }] },
  ]);
});

test('[SY8] an excerpt becomes a quotation with its line: the whole follows no source by itself', () => {
  const excerpt = {
    type: 'excerpt',
    attrs: { id: 'e1', source: 'Valmont, texte du 3 mars 2023' },
    content: [{ type: 'paragraph', content: text('Dix étals.') }],
  };
  expect(assembledBlocks([{ title: 'Un', blocks: [excerpt] }])[1]).toEqual({
    type: 'blockquote',
    content: [
      { type: 'paragraph', content: text('Dix étals.') },
      { type: 'paragraph', content: text('— Valmont, texte du 3 mars 2023') },
    ],
  });
});

test('[SY8] nothing is assembled of no chapter, of a text in the trash, or of drafts unless that is wanted', () => {
  const chapter = (state: 'writing' | 'approved', isTextThere = true) => ({ state, isTextThere });
  const check = (chapters: ReturnType<typeof chapter>[], isConfirmed = false) =>
    checkAssembly(chapters, { isConfirmed });
  expect(check([])).toMatchObject({ error: 'synthesis.empty' });
  expect(check([chapter('approved', false)], true)).toMatchObject({ error: 'synthesis.textInTrash' });
  expect(check([chapter('approved'), chapter('writing')])).toMatchObject({
    error: 'synthesis.notApproved',
  });
  expect(check([chapter('approved'), chapter('writing')], true)).toMatchObject({ ok: true });
  expect(check([chapter('approved')])).toMatchObject({ ok: true });
});

test('[SY8] what was written in, named anew, added or taken out since is told by its title', () => {
  const of = (chapterId: string, title: string, seq: number) => ({
    chapterId,
    title,
    seq,
    state: 'approved' as const,
  });
  const assembled = [of('a', 'Un', 3), of('b', 'Deux', 4), of('c', 'Trois', 5), of('d', 'Quatre', 6)];
  const present = [
    { id: 'a', title: 'Un', seq: 3 },
    { id: 'b', title: 'Deux', seq: 9 },
    { id: 'c', title: 'Troisième', seq: 5 },
    { id: 'e', title: 'Cinq', seq: 1 },
  ];
  expect(changedSince(assembled, present)).toEqual(['Deux', 'Troisième', 'Cinq', 'Quatre']);
});

test('[SY6] a city is contributing, missing where it is expected, or neither; whoever wrote without being asked has a row', () => {
  const city = (id: string, name: string) => ({ id, name, shortName: 'XX', colour: 1 });
  const [valmont, aubin, guise] = [city('v', 'Valmont'), city('a', 'Aubin'), city('g', 'Guise')];
  const lastAt = new Date('2023-05-01T10:00:00Z');
  const rows = contributionMatrix(
    [
      { id: '1', expected: [valmont, aubin] },
      { id: '2', expected: [aubin] },
    ],
    [
      { chapterId: '1', organisation: valmont, characters: 40, lastAt },
      { chapterId: '2', organisation: guise, characters: 0, lastAt },
    ],
  );
  expect(
    rows.map(({ organisation, characters, cells }) => [
      organisation.name,
      characters,
      ...cells.map(({ state }) => state),
    ]),
  ).toEqual([
    ['Aubin', 0, 'missing', 'missing'],
    ['Guise', 0, 'none', 'contributed'],
    ['Valmont', 40, 'contributed', 'none'],
  ]);
});
