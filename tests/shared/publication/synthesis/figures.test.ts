import { expect, test } from 'vitest';
import { figuresFor, withFigure } from '#shared/publication/synthesis/figures.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const table = (count: number) => ({
  key: 'experimentations',
  title: 'Expérimentations par thème',
  columns: ['Thème', 'En cours'],
  rows: [['Biodiversité', count]],
});

test('[SY10] a figure comes at the end with its day, and is brought up to date where it stands', () => {
  const first = withFigure([paragraph('Avant')], table(2), '2023-05-12');
  expect(first.isNew).toBe(true);
  expect(first.blocks.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph', 'table']);
  expect(JSON.stringify(first.blocks)).toContain('Données au 12 mai 2023.');
  const written = [...first.blocks, paragraph('Après')];
  const again = withFigure(written, table(3), '2023-06-01');
  expect(again.isNew).toBe(false);
  expect(again.blocks).toHaveLength(5);
  expect(again.blocks[4]).toEqual(paragraph('Après'));
  const said = JSON.stringify(again.blocks);
  expect(said).toContain('Données au 1er juin 2023.');
  expect(said).not.toContain('12 mai');
  expect(said).toContain('"3"');
  // Without its table it is somebody's own heading.
  expect(withFigure(first.blocks.slice(0, 3), table(2), '2023-05-12').isNew).toBe(true);
});

test('[SY10] the owner takes in experiments and needs, the coordination also what only steering shows', () => {
  expect(figuresFor('manager')).toEqual(['experimentations', 'besoins', 'ouverture', 'missions']);
  expect(figuresFor('owner')).toEqual(['experimentations', 'besoins']);
  expect(figuresFor('reader')).toEqual([]);
});
