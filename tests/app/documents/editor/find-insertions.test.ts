import { expect, test } from 'vitest';
import { findInsertions } from '#app/documents/editor/find-insertions.ts';
import { INSERTIONS } from '#app/documents/editor/insertions.ts';

const found = (query: string) => findInsertions(INSERTIONS, query).map(({ id }) => id);

test('[D20] what can be inserted is found by its name or its meaning, without accents or case', () => {
  expect(found('')).toHaveLength(INSERTIONS.length);
  expect(found('tâches')).toEqual(['task-list']);
  expect(found('TACHES')).toEqual(['task-list']);
  expect(found('etapes')).toEqual(['ordered-list']);
  expect(found('liste num')).toEqual(['ordered-list']);
  expect(found('astuce')).toEqual(['callout-practice']);
  expect(found('h2')).toEqual(['heading-3']);
  expect(found('kilomètres')).toEqual([]);
});

test('[D20] those whose name begins as what is typed come first', () => {
  expect(found('ta')[0]).toBe('table');
  expect(found('cit')[0]).toBe('quote');
});

test('[D20] each thing that can be inserted has an id of its own', () => {
  expect(new Set(INSERTIONS.map(({ id }) => id)).size).toBe(INSERTIONS.length);
});
