import { slugOf } from '../../kernel/ids.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Importance } from '../../library/need/data-need.ts';

/** What a city says of data that a use case needs, from the best to the worst. */
export const DATA_ANSWERS = ['open', 'closed', 'obtainable', 'unavailable'] as const;
export type DataAnswer = (typeof DATA_ANSWERS)[number];

/** What a use case asks for beside data: where it is done, time and money, everything else. */
export const CONDITIONS = ['perimeter', 'means', 'constraints'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** What a city says of a condition, from the best to the worst. */
export const CONDITION_ANSWERS = ['met', 'toArrange', 'blocked'] as const;
export type ConditionAnswer = (typeof CONDITION_ANSWERS)[number];

/** Data as a sheet asks for them. */
export interface AskedNeed {
  readonly name: string;
  readonly importance: Importance;
}

/** What a city answered; what it did not answer is not there. */
export interface FeasibilityAnswers {
  readonly data: readonly { readonly name: string; readonly answer: DataAnswer }[];
  readonly conditions: Readonly<Partial<Record<Condition, ConditionAnswer>>>;
}

export const NO_ANSWERS: FeasibilityAnswers = { data: [], conditions: {} };

/** Names of data and conditions that stand in the same way. */
interface Parts {
  readonly data: readonly string[];
  readonly conditions: readonly Condition[];
}

/** From the worst to the best. */
export const VERDICTS = ['notFeasible', 'unanswered', 'missing', 'feasible'] as const;

/** Whether a city can repeat a use case, and why. */
export interface Verdict {
  readonly kind: (typeof VERDICTS)[number];
  /** Essential data that cannot be had, conditions that cannot be met. */
  readonly blocking: Parts;
  /** Essential data to obtain, conditions to arrange. */
  readonly missing: Parts;
  /** Essential data and conditions of which nothing was said. */
  readonly unanswered: Parts;
  /** Useful data that are to be obtained, or cannot be had: one does without. */
  readonly without: readonly string[];
}

/**
 * [RP1] Whether a city can repeat a use case. Only essential data and conditions decide; one that cannot be had is a no, whatever
 * else is said; otherwise one of which nothing is said leaves the question open. Answers about data that are not asked for count for nothing.
 */
export function verdictOf(needs: readonly AskedNeed[], answers: FeasibilityAnswers): Verdict {
  const said = new Map(answers.data.map(({ name, answer }) => [name, answer]));
  const isAmong = (wanted: readonly (DataAnswer | undefined)[], importance: Importance) =>
    needs
      .filter((need) => need.importance === importance && wanted.includes(said.get(need.name)))
      .map(({ name }) => name);
  const conditionsAt = (wanted: ConditionAnswer | undefined) =>
    CONDITIONS.filter((condition) => answers.conditions[condition] === wanted);
  const blocking = { data: isAmong(['unavailable'], 'essential'), conditions: conditionsAt('blocked') };
  const missing = { data: isAmong(['obtainable'], 'essential'), conditions: conditionsAt('toArrange') };
  const unanswered = { data: isAmong([undefined], 'essential'), conditions: conditionsAt(undefined) };
  const kind = hasAny(blocking)
    ? 'notFeasible'
    : hasAny(unanswered)
      ? 'unanswered'
      : hasAny(missing)
        ? 'missing'
        : 'feasible';
  return { kind, blocking, missing, unanswered, without: isAmong(['obtainable', 'unavailable'], 'useful') };
}

const hasAny = ({ data, conditions }: Parts) => data.length + conditions.length > 0;

/** Names of data of a sheet, each with the name of its field in a form: of its words, and apart from every other. */
export function needFields<Need extends { readonly name: string }>(
  needs: readonly Need[],
): readonly (Need & { readonly field: string })[] {
  const seen = new Map<string, number>();
  return needs.map((need) => {
    const field = `donnee-${slugOf(need.name) || 'sans-mots'}`;
    const count = (seen.get(field) ?? 0) + 1;
    seen.set(field, count);
    return { ...need, field: count === 1 ? field : `${field}-${count}` };
  });
}

/** Names of the fields of conditions in a form. */
export const CONDITION_FIELDS = {
  perimeter: 'perimetre',
  means: 'moyens',
  constraints: 'contraintes',
} as const satisfies Record<Condition, string>;

const NOTE_MAX = 4_000;

/** [RP5] What a city says beside its answers. */
export function parseAdoptionNote(typed: string): Result<string, 'adoption.textTooLong'> {
  return typed.length > NOTE_MAX ? fail('adoption.textTooLong') : ok(typed.trim());
}

/** Reads what a form says of these needs; names and answers that are not asked for are left out. Total. */
export function readAnswers(
  needs: readonly AskedNeed[],
  read: (field: string) => string | null,
): FeasibilityAnswers {
  return {
    data: needFields(needs).flatMap(({ name, field }) => {
      const answer = DATA_ANSWERS.find((known) => known === read(field));
      return answer ? [{ name, answer }] : [];
    }),
    conditions: Object.fromEntries(
      CONDITIONS.flatMap((condition) => {
        const answer = CONDITION_ANSWERS.find((known) => known === read(CONDITION_FIELDS[condition]));
        return answer ? [[condition, answer]] : [];
      }),
    ),
  };
}
