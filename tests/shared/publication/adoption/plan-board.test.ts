import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { startBoard } from '#shared/boards/board-start.ts';
import { fillBoard } from '#shared/boards/fill-board.ts';
import { type PlanSource, planBoard } from '#shared/publication/adoption/plan-board.ts';
import { rankCities } from '#shared/publication/adoption/similar-cities.ts';
import type { SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';
import { BORN } from '#tests/support/boards/boards.ts';

const need = (name: string, importance: SheetNeed['importance']): SheetNeed => ({
  name,
  importance,
  producerKind: 'public_local',
  producerName: '',
  status: 'open',
  reason: null,
  schemaName: '',
  frequency: 'annual',
  licence: 'none',
});
const source: PlanSource = {
  sheetUrl: 'https://cordee.example/cas-d-usage/arbres-0123abcd',
  cities: ['Valmont', 'Aubin'],
  needs: [
    need('Arbres', 'essential'),
    need('Sol', 'essential'),
    need('Eau', 'useful'),
    need('Climat', 'useful'),
  ],
  answers: {
    data: [
      { name: 'Arbres', answer: 'obtainable' },
      { name: 'Sol', answer: 'closed' },
      { name: 'Eau', answer: 'unavailable' },
    ],
    conditions: { perimeter: 'met', means: 'toArrange' },
  },
  note: 'La gare',
  effort: '13 jours',
  approach: 'Un binôme par ville. '.repeat(500),
  facilitators: ['Agence des Coteaux'],
};

describe('[RP8] the board of a plan', () => {
  const { columns, cards } = planBoard(source);
  const inColumn = (column: number) =>
    cards.filter((card) => card.column === column).map(({ title }) => title);

  test('has a card for each data set that is not there, with whom to ask', () => {
    expect(inColumn(0)).toEqual([
      'Obtenir\u00a0: Arbres',
      'Obtenir\u00a0: Eau',
      'Savoir si nous l’avons\u00a0: Climat',
    ]);
    expect(cards[0]?.description).toContain('À demander à un service de la ville');
    expect(cards[0]?.description).toContain('Agence des Coteaux');
    expect(cards.slice(0, 3).map(({ labels }) => labels)).toEqual([['Indispensable'], ['Utile'], ['Utile']]);
  });

  test('has one for each condition that is not met, then the steps of the sheet', () => {
    expect(inColumn(1).slice(0, 2)).toEqual(['Réunir le temps et l’argent', 'Lever les autres contraintes']);
    expect(inColumn(1)).toContain('Prendre conseil auprès de Valmont et Aubin');
    expect(cards.find(({ title }) => title.startsWith('Réunir'))?.description).toContain('13 jours');
  });

  test('leads back to the sheet from every card, and is a board that can be made', () => {
    for (const { description } of cards) expect(description).toContain(source.sheetUrl);
    let last = 0;
    const content = startBoard(planBoard(source), () => `id-${++last}`);
    expect(content.cards).toHaveLength(cards.length);
    expect(columns.filter((column) => column.done)).toHaveLength(1);
    for (const { description } of content.cards) expect(description.length).toBeLessThan(20_000);
  });

  test('[B10] is made also of a sheet of so many cities that a title names them in part', () => {
    const cities = Array.from({ length: 60 }, (_, index) => `Ville-sur-Loire-${index}`);
    const doc = new Y.Doc();
    let last = 0;
    fillBoard(
      doc,
      startBoard(planBoard({ ...source, cities }), () => `id-${++last}`),
      BORN,
    );
    const titles = readBoard(doc).columns[1]?.cards.map(({ title }) => title);
    expect(titles).toContainEqual(expect.stringMatching(/^Prendre conseil auprès de Ville-sur.+…$/));
  });
});

test('[RP9] cities of one’s own size first, then those of the same department, of the region, and by name', () => {
  const city = (name: string, population: number | null, place = '45 24', isOfSheet = false) => {
    const [departmentCode = null, regionCode = null] = place.split(' ');
    return { name, population, departmentCode, regionCode, isOfSheet };
  };
  const own = city('Clairvigne', 30_000, '37 24');
  const cities = [
    city('Loin', 30_000, '59 32'),
    city('Voisine grande', 80_000, '37 24'),
    city('Région', 21_000),
    city('Inconnue', null, '', true),
    city('Voisine', 45_000, '37 24'),
  ];
  const ranked = rankCities(own, cities, 'small');
  expect(ranked.map(({ name }) => name)).toEqual(['Voisine', 'Région', 'Loin', 'Voisine grande', 'Inconnue']);
  expect(ranked.at(-1)).toEqual({ name: 'Inconnue', isOfSheet: true, size: 'small', isSameSize: false });
  expect(rankCities({ ...own, population: null }, cities, null).every(({ isSameSize }) => !isSameSize)).toBe(
    true,
  );
});
