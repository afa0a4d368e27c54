import { describe, expect, test } from 'vitest';
import { mergeNeeds, type SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';
import {
  checkSheetMove,
  isToRefresh,
  SHEET_STATES,
  sheetMovesFrom,
  strongestSheetRole,
} from '#shared/publication/sheet/sheet-state.ts';
import { missingOf, parseSheetFields, sizeClassOf } from '#shared/publication/sheet/use-case-sheet.ts';

const typed = { hook: '', serviceKind: '', sizeClass: '', uses: [] };

describe('[US2] fields of a sheet', () => {
  test('are read, and what is nobody’s choice is left out', () => {
    const read = parseSheetFields({
      hook: '  Choisir\n où planter ',
      serviceKind: 'map',
      sizeClass: 'enormous',
      uses: ['model', 'eat', 'cross'],
    });
    expect(read).toEqual({
      ok: true,
      value: { hook: 'Choisir où planter', serviceKind: 'map', uses: ['cross', 'model'], sizeClass: null },
    });
  });

  test('a hook has 200 characters, not one more', () => {
    expect(parseSheetFields({ ...typed, hook: 'a'.repeat(200) }).ok).toBe(true);
    expect(parseSheetFields({ ...typed, hook: 'a'.repeat(201) })).toEqual({
      ok: false,
      error: 'useCaseSheet.hookTooLong',
    });
  });

  test('hook, kind of service and ways of using data are wanted before a review', () => {
    const empty = parseSheetFields(typed);
    expect(empty.ok && missingOf(empty.value)).toEqual(['hook', 'serviceKind', 'uses']);
    const full = parseSheetFields({ ...typed, hook: 'Planter', serviceKind: 'map', uses: ['cross'] });
    expect(full.ok && missingOf(full.value)).toEqual([]);
  });
});

test('[US3] the size of a city is of three classes, or not known', () => {
  expect([6_361, 19_999, 20_000, 49_999, 50_000, 129_937, null].map(sizeClassOf)).toEqual([
    'small',
    'small',
    'medium',
    'medium',
    'large',
    'large',
    null,
  ]);
});

describe('[US5] states', () => {
  const asked = { role: 'manager', reason: 'parce que', isComplete: true } as const;

  test('every step that is not of the table is refused', () => {
    const open = SHEET_STATES.flatMap((from) =>
      SHEET_STATES.filter((to) => checkSheetMove({ ...asked, from, to }).ok).map((to) => `${from} ${to}`),
    );
    expect(open).toEqual([
      'draft review',
      'review draft',
      'review published',
      'published review',
      'published published',
      'published withdrawn',
      'withdrawn review',
      'withdrawn published',
    ]);
  });

  test('writers never publish nor withdraw, readers do nothing', () => {
    expect(sheetMovesFrom('review', 'writer').map(({ to }) => to)).toEqual(['draft']);
    expect(sheetMovesFrom('published', 'writer').map(({ to }) => to)).toEqual(['review']);
    expect(sheetMovesFrom('draft', 'insider')).toEqual([]);
    const tries = (role: 'writer' | 'insider' | 'reader') =>
      checkSheetMove({ ...asked, role, from: 'review', to: 'published' });
    for (const role of ['writer', 'insider', 'reader'] as const)
      expect(tries(role)).toEqual({ ok: false, error: 'access.forbidden' });
  });

  test('going back says why; an incomplete sheet goes nowhere', () => {
    expect(checkSheetMove({ ...asked, from: 'review', to: 'draft', reason: ' ' })).toEqual({
      ok: false,
      error: 'useCaseSheet.reasonMissing',
    });
    expect(checkSheetMove({ ...asked, from: 'draft', to: 'review', reason: '', isComplete: false })).toEqual({
      ok: false,
      error: 'useCaseSheet.incomplete',
    });
  });
});

test('[US6] twelve months after it was published, a sheet is to be refreshed', () => {
  expect(isToRefresh('2023-06-13', '2024-06-12')).toBe(false);
  expect(isToRefresh('2023-06-13', '2024-06-13')).toBe(true);
});

test('[US1] the strongest role of several experiments counts', () => {
  expect(strongestSheetRole(['reader', 'writer', 'insider'])).toBe('writer');
  expect(strongestSheetRole([])).toBeNull();
});

test('[US4] needs of several experiments are each there once, as the most demanding says', () => {
  const need = (name: string, importance: SheetNeed['importance']): SheetNeed => ({
    name,
    importance,
    producerKind: 'public_local',
    producerName: '',
    status: 'open',
    reason: null,
    schemaName: '',
    frequency: 'annual',
    licence: 'etalab-2.0',
  });
  const merged = mergeNeeds([need('Trame', 'useful'), need('Arbres', 'useful'), need('Arbres', 'essential')]);
  expect(merged.map(({ name, importance }) => `${name} ${importance}`)).toEqual([
    'Arbres essential',
    'Trame useful',
  ]);
});
