import { expect, test } from 'vitest';
import { readBoard } from '#shared/boards/board-doc.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';

import { periodOf } from '#shared/boards/view/calendar.ts';
import { scheduleOf, shareOf, timelineOf } from '#shared/boards/view/schedule.ts';
import { boardWith } from '#tests/support/boards/boards.ts';

const DUE = { a: '2026-03-31', b: '2026-02-27', c: '2026-03-31', d: '2026-03-01', e: '2026-04-10' };

function columns() {
  const doc = boardWith({ todo: ['a', 'b', 'x'], doing: ['c', 'd'], done: ['e'] });
  for (const [cardId, due] of Object.entries(DUE)) setCardProperties(doc, { cardId, due });
  return readBoard(doc).columns;
}
const ids = (placed: readonly { card: { id: string } }[] = []) => placed.map(({ card }) => card.id);

test('[B64] each card stands on its due day, in the order of the board, or among those without one', () => {
  const { byDay, undated } = scheduleOf(columns());
  expect(ids(byDay.get('2026-03-31'))).toEqual(['a', 'c']);
  expect(byDay.get('2026-03-31')?.[1]?.column).toMatchObject({ id: 'doing', done: false });
  expect(ids(undated)).toEqual(['x']);
  expect([...byDay.values()].flat()).toHaveLength(5);
});

test('[B65] a period shows what touches it by day, and says what lies before and after', () => {
  const march = timelineOf(columns(), periodOf('2026-03-14', 'month'));
  expect(ids(march.bars)).toEqual(['d', 'a', 'c']);
  expect(march.before).toEqual({ count: 1, day: '2026-02-27' });
  expect(march.after).toEqual({ count: 1, day: '2026-04-10' });
  expect(ids(march.undated)).toEqual(['x']);
  const may = timelineOf(columns(), periodOf('2026-05-14', 'month'));
  expect(may).toMatchObject({ bars: [], before: { count: 5, day: '2026-04-10' }, after: null });
});

test('[B65] a bar lies where its days are; what is outside of the period is cut', () => {
  const week = periodOf('2026-03-14', 'week');
  const share = (first: string, last: string) => {
    const { left, width } = shareOf({ first, last }, week);
    return [Math.round((left * 7) / 100), Math.round((width * 7) / 100)];
  };
  expect(share('2026-03-09', '2026-03-15')).toEqual([0, 7]);
  expect(share('2026-03-11', '2026-03-11')).toEqual([2, 1]);
  expect(share('2026-02-01', '2026-03-10')).toEqual([0, 2]);
  expect(share('2026-03-15', '2026-05-01')).toEqual([6, 1]);
});

test('[B65] a card takes the days from its start to its due day, or the one that it has', () => {
  const doc = boardWith({ todo: ['a', 'b', 'c'] });
  setCardProperties(doc, { cardId: 'a', start: '2026-02-20', due: '2026-03-10' });
  setCardProperties(doc, { cardId: 'b', start: '2026-03-05' });
  const march = timelineOf(readBoard(doc).columns, periodOf('2026-03-14', 'month'));
  expect(march.bars.map(({ card, span }) => [card.id, span.first, span.last])).toEqual([
    ['a', '2026-02-20', '2026-03-10'],
    ['b', '2026-03-05', '2026-03-05'],
  ]);
  expect(ids(march.undated)).toEqual(['c']);
});
