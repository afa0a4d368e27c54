import { expect, test } from 'vitest';
import { FIRST_STEPS, firstStepsOf, type Installation } from '#shared/news/to-do/first-steps.ts';

const empty: Installation = {
  ...{
    hasSecondFactor: false,
    sendsMails: false,
    cities: 0,
    seasons: 0,
    groups: 0,
    invitations: 0,
    people: 1,
  },
};
const states = (more: Partial<Installation>) =>
  Object.fromEntries(firstStepsOf({ ...empty, ...more }).map(({ name, state }) => [name, state]));

test('[HO2] on an empty installation the first step stands open, and all others wait', () => {
  expect(firstStepsOf(empty).map(({ state }) => state)).toEqual(['now', ...Array(5).fill('later')]);
  expect(firstStepsOf(empty).map(({ name }) => name)).toEqual([...FIRST_STEPS]);
});

test('[HO2] each step is done by what there is, in any order', () => {
  expect(states({ cities: 235, groups: 3 })).toMatchObject({
    secondFactor: 'now',
    cities: 'done',
    group: 'done',
    mail: 'later',
  });
  expect(states({ hasSecondFactor: true })).toMatchObject({ secondFactor: 'done', mail: 'now' });
  expect(states({ people: 2 }).people).toBe('done');
  expect(states({ invitations: 1 }).people).toBe('done');
  const all = { hasSecondFactor: true, sendsMails: true, cities: 1, seasons: 1, groups: 1, invitations: 1 };
  expect(new Set(Object.values(states(all)))).toEqual(new Set(['done']));
});
