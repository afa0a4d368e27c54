import { expect, test } from 'vitest';
import { decideChange, stateOf } from '#shared/meetings/decision/decision.ts';
import { filterDecisions, readFilter } from '#shared/meetings/decision/register.ts';

const numbered = (year: number, number: number, groupId = 'g') => ({
  id: `${year}-${number}`,
  groupId,
  year,
  number,
});

test('[DA4] a decision changes earlier ones of its group, and no other', () => {
  const decision = numbered(2023, 4);
  expect(decideChange(decision, numbered(2023, 3)).ok).toBe(true);
  expect(decideChange(decision, numbered(2022, 9)).ok).toBe(true);
  expect(decideChange(decision, decision)).toEqual({ ok: false, error: 'decision.notEarlier' });
  expect(decideChange(decision, numbered(2023, 5))).toEqual({ ok: false, error: 'decision.notEarlier' });
  expect(decideChange(decision, numbered(2024, 1))).toEqual({ ok: false, error: 'decision.notEarlier' });
  expect(decideChange(decision, numbered(2023, 3, 'other'))).toEqual({
    ok: false,
    error: 'decision.notFound',
  });
  expect(decideChange(decision, null)).toEqual({ ok: false, error: 'decision.notFound' });
});

test('[DA4] what was repealed is repealed, whatever else was done to it; a confirmation leaves it in force', () => {
  expect(stateOf([])).toBe('inForce');
  expect(stateOf(['confirms'])).toBe('inForce');
  expect(stateOf(['amends', 'confirms'])).toBe('amended');
  expect(stateOf(['repeals', 'amends'])).toBe('repealed');
});

test('[DA3] a register is filtered by state, document and words, case and accents not counting', () => {
  const line = (text: string, id: string, state: 'inForce' | 'repealed') => ({
    text,
    state,
    document: { id, title: `Compte rendu ${id}` },
  });
  const lines = [line('Retenir l’été 2023', 'a', 'inForce'), line('Planter dix arbres', 'b', 'repealed')];
  const found = (query: string) => filterDecisions(lines, readFilter(new URLSearchParams(query)));
  expect(found('')).toEqual(lines);
  expect(found('mots=ETE+rendu')).toEqual([lines[0]]);
  expect(found('etat=repealed')).toEqual([lines[1]]);
  expect(found('document=a&etat=repealed')).toEqual([]);
  expect(found('etat=autre')).toEqual(lines);
});
