import type { TitleError } from '../../errors.ts';
import { type Period, parsePeriod } from '../../kernel/day/days.ts';
import { keysOf } from '../../kernel/keys.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseTitle } from '../../kernel/title.ts';

/** [EX4] What an experiment says of itself; ISO days, null while they are not known. */
export interface ExperimentFacts extends Period {
  readonly title: string;
  readonly summary: string;
}
export type FactKey = keyof ExperimentFacts;

/** The same as a form says it; what is absent is empty. */
export type TypedFacts = Partial<Texts>;
type Texts = Readonly<Record<FactKey, string>>;

export type FactsRefusal =
  | TitleError
  | 'experiment.textTooLong'
  | 'experiment.dayInvalid'
  | 'experiment.periodReversed';
type Faults = Partial<Record<FactKey, FactsRefusal>>;

interface Fact<Value> {
  /** What a form asks it by. */
  readonly control: 'line' | 'paragraph' | 'day';
  /** [H14] It may not be left empty. */
  readonly isRequired?: true;
  /** A column of the file of experiments. */
  readonly inFile?: true;
  /** Reads what was typed, beside what was typed of the others. */
  readonly parse: (typed: string, others: Texts) => Result<Value, FactsRefusal>;
}

const SUMMARY_MAX = 2_000;

/**
 * [EX4] The one table of facts, in the order of forms and files: forms, gestures, operations, the database and the file go by it, and the
 * columns of the schema have its keys. Words are in `experiment-facts.fr.ts`.
 */
export const EXPERIMENT_FACTS: { readonly [Key in FactKey]: Fact<ExperimentFacts[Key]> } = {
  title: { control: 'line', isRequired: true, parse: parseTitle },
  summary: {
    control: 'paragraph',
    parse: (typed) => (typed.length > SUMMARY_MAX ? fail('experiment.textTooLong') : ok(typed.trim())),
  },
  startsOn: dayOf('startsOn', 'experiment.dayInvalid'),
  endsOn: dayOf('endsOn', 'experiment.periodReversed'),
};

/** One of the two days, which are read together: the start says that one is none, the end that they are not in their order. */
function dayOf(key: keyof Period, refusal: FactsRefusal): Fact<string | null> {
  return {
    ...{ control: 'day', inFile: true },
    parse(_typed, { startsOn, endsOn }) {
      const period = parsePeriod(startsOn, endsOn);
      if (period === refusal) return fail(refusal);
      return ok(typeof period === 'string' ? null : period[key]);
    },
  };
}

export const FACT_KEYS = keysOf(EXPERIMENT_FACTS);

/** One value for each fact: the one place that says what `Object.fromEntries` forgets. */
export function ofEachFact<Values extends { readonly [Key in FactKey]?: unknown }>(
  valueFor: <Key extends FactKey>(key: Key) => Values[Key],
): Values {
  return Object.fromEntries(FACT_KEYS.map((key) => [key, valueFor(key)])) as Values;
}

const isWhole = (facts: Partial<ExperimentFacts>): facts is ExperimentFacts =>
  FACT_KEYS.every((key) => facts[key] !== undefined);

/** [EX4] Reads what a form says of an experiment, or says every field that is wrong. */
export function parseFacts(
  given: TypedFacts,
): { readonly facts: ExperimentFacts } | { readonly faults: Faults } {
  const typed = ofEachFact<Texts>((key) => given[key] ?? '');
  const faults: Faults = {};
  const facts: { -readonly [Key in FactKey]?: ExperimentFacts[Key] } = {};
  const read = <Key extends FactKey>(key: Key) => {
    const parsed = EXPERIMENT_FACTS[key].parse(typed[key], typed);
    if (parsed.ok) facts[key] = parsed.value;
    else faults[key] = parsed.error;
  };
  for (const key of FACT_KEYS) read(key);
  return isWhole(facts) ? { facts } : { faults };
}

/** A city of an experiment; one of them leads. */
export interface CityOfExperiment {
  readonly organisationId: string;
  readonly isLead: boolean;
}

/** [EX1] The cities of an experiment, each once, and exactly one that leads. */
export function chooseCities(
  organisationIds: readonly string[],
  leadId: string,
): Result<CityOfExperiment[], 'experiment.citiesMissing' | 'experiment.leadNotOne'> {
  const ids = [...new Set(organisationIds)];
  if (ids.length === 0) return fail('experiment.citiesMissing');
  if (!ids.includes(leadId)) return fail('experiment.leadNotOne');
  return ok(ids.map((organisationId) => ({ organisationId, isLead: organisationId === leadId })));
}
