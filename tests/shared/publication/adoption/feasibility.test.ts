import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AskedNeed,
  CONDITION_ANSWERS,
  CONDITIONS,
  DATA_ANSWERS,
  type DataAnswer,
  type FeasibilityAnswers,
  NO_ANSWERS,
  needFields,
  readAnswers,
  VERDICTS,
  verdictOf,
} from '#shared/publication/adoption/feasibility.ts';

const needs: readonly AskedNeed[] = [
  { name: 'Arbres', importance: 'essential' },
  { name: 'Températures', importance: 'essential' },
  { name: 'Eau', importance: 'useful' },
];
const met = { perimeter: 'met', means: 'met', constraints: 'met' } as const;
const saying = (...answers: (DataAnswer | null)[]): FeasibilityAnswers => ({
  data: answers.flatMap((answer, index) => (answer ? [{ name: needs[index]?.name ?? '', answer }] : [])),
  conditions: met,
});
const rank = (asked: readonly AskedNeed[], answers: FeasibilityAnswers) =>
  VERDICTS.indexOf(verdictOf(asked, answers).kind);

describe('[RP1] the verdict', () => {
  test('is yes when all that is essential is there, open or not', () => {
    expect(verdictOf(needs, saying('open', 'closed', null))).toMatchObject({ kind: 'feasible', without: [] });
  });

  test('names what is missing, and what one does without', () => {
    expect(verdictOf(needs, saying('open', 'obtainable', 'unavailable'))).toMatchObject({
      kind: 'missing',
      missing: { data: ['Températures'], conditions: [] },
      without: ['Eau'],
    });
    const toArrange = { ...saying('open', 'open'), conditions: { ...met, means: 'toArrange' as const } };
    expect(verdictOf(needs, toArrange)).toMatchObject({
      kind: 'missing',
      missing: { data: [], conditions: ['means'] },
    });
  });

  test('is no when something essential cannot be had, even before the rest is answered', () => {
    expect(verdictOf(needs, saying('unavailable'))).toMatchObject({
      kind: 'notFeasible',
      blocking: { data: ['Arbres'] },
      unanswered: { data: ['Températures'] },
    });
    const blocked = { ...saying('open', 'open'), conditions: { ...met, constraints: 'blocked' as const } };
    expect(verdictOf(needs, blocked)).toMatchObject({
      kind: 'notFeasible',
      blocking: { conditions: ['constraints'] },
    });
  });

  test('is open while something that decides is not answered', () => {
    expect(verdictOf(needs, NO_ANSWERS)).toMatchObject({
      kind: 'unanswered',
      unanswered: { data: ['Arbres', 'Températures'], conditions: ['perimeter', 'means', 'constraints'] },
    });
    expect(verdictOf([], { data: [], conditions: met }).kind).toBe('feasible');
  });
});

const anyNeeds = fc.uniqueArray(
  fc.record({
    name: fc.string({ maxLength: 12 }),
    importance: fc.constantFrom('essential' as const, 'useful' as const),
  }),
  { selector: ({ name }) => name, maxLength: 6 },
);
const maybe = <T>(values: readonly T[]) => fc.constantFrom<T | null>(null, ...values);
const anyWorld = anyNeeds.chain((asked) =>
  fc.record({
    asked: fc.constant(asked),
    data: fc.array(maybe(DATA_ANSWERS), { minLength: asked.length, maxLength: asked.length }),
    conditions: fc.array(maybe(CONDITION_ANSWERS), { minLength: 3, maxLength: 3 }),
  }),
);
const answersOf = (
  asked: readonly AskedNeed[],
  data: readonly (DataAnswer | null)[],
  conditions: readonly ((typeof CONDITION_ANSWERS)[number] | null)[],
): FeasibilityAnswers => ({
  data: asked.flatMap(({ name }, index) => {
    const answer = data[index];
    return answer ? [{ name, answer }] : [];
  }),
  conditions: Object.fromEntries(
    CONDITIONS.flatMap((condition, index) => (conditions[index] ? [[condition, conditions[index]]] : [])),
  ),
});

describe('[RP1] whatever is asked and answered', () => {
  test('a better answer never makes the verdict worse', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(), fc.nat(), ({ asked, data, conditions }, where, how) => {
        const before = rank(asked, answersOf(asked, data, conditions));
        const betterData = data.map((answer, index) =>
          index === where % Math.max(1, data.length) ? betterOf(DATA_ANSWERS, answer, how) : answer,
        );
        const betterConditions = conditions.map((answer, index) =>
          index === where % 3 ? betterOf(CONDITION_ANSWERS, answer, how) : answer,
        );
        expect(rank(asked, answersOf(asked, betterData, conditions))).toBeGreaterThanOrEqual(before);
        expect(rank(asked, answersOf(asked, data, betterConditions))).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('only essential data decide: what is said of the others changes nothing', () => {
    fc.assert(
      fc.property(
        anyWorld,
        fc.array(maybe(DATA_ANSWERS), { minLength: 6, maxLength: 6 }),
        (world, others) => {
          const { asked, data, conditions } = world;
          const changed = data.map((answer, index) =>
            asked[index]?.importance === 'useful' ? (others[index] ?? null) : answer,
          );
          expect(rank(asked, answersOf(asked, changed, conditions))).toBe(
            rank(asked, answersOf(asked, data, conditions)),
          );
        },
      ),
    );
  });

  test('an essential one without an answer is never a yes', () => {
    fc.assert(
      fc.property(anyWorld, ({ asked, data, conditions }) => {
        const isOpen =
          conditions.includes(null) ||
          asked.some(({ importance }, index) => importance === 'essential' && data[index] === null);
        const { kind } = verdictOf(asked, answersOf(asked, data, conditions));
        if (isOpen) expect(['unanswered', 'notFeasible']).toContain(kind);
        else expect(kind).not.toBe('unanswered');
      }),
    );
  });
});

/** A better one of these answers, or the same when it is the best. No answer is better than a refusal only. */
function betterOf<T>(known: readonly T[], answer: T | null, how: number): T | null {
  const place = answer === null ? known.length - 1 : known.indexOf(answer);
  return known[how % Math.max(1, place)] ?? answer;
}

describe('[RP2] a form', () => {
  test('has a field for each need, of its words and apart from the others', () => {
    const fields = needFields([{ name: 'Éclairage public' }, { name: 'Éclairage  public !' }, { name: '…' }]);
    expect(fields.map(({ field }) => field)).toEqual([
      'donnee-eclairage-public',
      'donnee-eclairage-public-2',
      'donnee-sans-mots',
    ]);
  });

  test('is read: forged names and answers count for nothing', () => {
    const sent = new URLSearchParams(
      'donnee-arbres=open&donnee-temperatures=perhaps&donnee-forgee=open&perimetre=met&moyens=constructor&__proto__=met',
    );
    expect(readAnswers(needs, (field) => sent.get(field))).toEqual({
      data: [{ name: 'Arbres', answer: 'open' }],
      conditions: { perimeter: 'met' },
    });
  });
});
