import { describe, expect, test } from 'vitest';
import {
  BOARD_LAYOUTS,
  nextSort,
  readLayout,
  readPeriod,
  readTable,
  TABLE_FIELDS,
  withLayout,
  withPeriod,
  withTable,
} from '#shared/boards/view/layout-address.ts';

const params = (text: string) => new URLSearchParams(text);

describe('[B60] the address of a board says how it is looked at', () => {
  test('each layout is read back; none, or an unknown one, is the board', () => {
    for (const layout of BOARD_LAYOUTS) expect(readLayout(withLayout(params(''), layout))).toBe(layout);
    expect(readLayout(params(''))).toBe('board');
    expect(readLayout(params('vue=__proto__'))).toBe('board');
    expect(withLayout(params('vue=frise'), 'board').toString()).toBe('');
  });

  test('what is not its own stays: a filter, a view that has a name', () => {
    const around = 'personne=nadia&vue=liste&nom=La+semaine';
    expect(withLayout(params(around), 'calendar').toString()).toBe(
      'personne=nadia&vue=calendrier&nom=La+semaine',
    );
    expect(withPeriod(params('personne=nadia'), { day: '2026-03-09', scale: 'week' }).toString()).toBe(
      'personne=nadia&jour=2026-03-09&echelle=semaine',
    );
  });

  test('the list: sort, groups and columns are read back, whatever else is said is passed over', () => {
    const settings = {
      sort: { field: 'due', isDescending: true },
      grouping: 'people',
      fields: ['column', 'due'],
    } as const;
    const written = withTable(params('vue=liste'), settings);
    expect(written.toString()).toBe('vue=liste&tri=-echeance&grouper=personnes&montrer=colonne%2Cecheance');
    expect(readTable(written)).toEqual(settings);
    expect(readTable(params('tri=-&grouper=etapes&montrer=rien'))).toEqual({
      sort: null,
      grouping: null,
      fields: [],
    });
    const whole = { sort: null, grouping: null, fields: TABLE_FIELDS };
    expect(readTable(params(''))).toEqual(whole);
    expect(withTable(written, whole).toString()).toBe('vue=liste');
  });

  test('a header sorts up, then down, then as the board stands', () => {
    const up = nextSort(null, 'due');
    const down = nextSort(up, 'due');
    expect([up, down, nextSort(down, 'due')]).toEqual([
      { field: 'due', isDescending: false },
      { field: 'due', isDescending: true },
      null,
    ]);
    expect(nextSort(down, 'title')).toEqual({ field: 'title', isDescending: false });
  });

  test('a period without a day that exists is today’s, at a scale that the layout has', () => {
    const read = (text: string) => readPeriod(params(text), '2026-03-14', ['month', 'week']);
    expect(read('jour=2026-02-30&echelle=trimestre')).toEqual({ day: '2026-03-14', scale: 'month' });
    expect(read('jour=2026-02-28&echelle=semaine')).toEqual({ day: '2026-02-28', scale: 'week' });
  });
});
