import { expect, test } from 'vitest';
import { byUrgency, sharesOf } from '#shared/boards/task/tasks.ts';

test('[B61] cards by urgency: each once, each group there even when it is empty', () => {
  const cards = [{ due: '2026-03-20' }, { due: null }, { due: '2026-03-11' }, { due: '2026-03-12' }];
  const groups = byUrgency(cards, '2026-03-12');
  expect(groups.map(({ urgency, cards }) => [urgency, cards.map(({ due }) => due)])).toEqual([
    ['late', ['2026-03-11']],
    ['week', ['2026-03-12']],
    ['later', ['2026-03-20']],
    ['none', [null]],
  ]);
});

test('[B67] who does what: a card of two stands under each, one that nobody here holds is nobody’s', () => {
  const cards = [
    { id: 'a', people: ['yann', 'nadia'] },
    { id: 'b', people: ['somebody who left'] },
    { id: 'c', people: ['nadia', 'somebody who left'] },
    { id: 'd', people: [] },
  ];
  const shares = sharesOf(cards, ['nadia', 'yann', 'elise'], ({ people }) => people);
  expect(shares.map(({ id, cards }) => [id, cards.map((card) => card.id)])).toEqual([
    ['nadia', ['a', 'c']],
    ['yann', ['a']],
    ['elise', []],
    [null, ['b', 'd']],
  ]);
  expect(sharesOf([], ['nadia'], () => [])).toEqual([{ id: 'nadia', cards: [] }]);
});
