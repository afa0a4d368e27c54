import { fieldsOf } from '../application/answers.ts';
import type { Answers, FieldPurpose, Form } from '../application/form.ts';

/** A selected application that agreed to be named. */
export interface Laureate {
  readonly title: string;
  /** Names of its cities, the one that leads first. */
  readonly cities: readonly string[];
  readonly summary: string;
}

/** What the public reads of the outcome of a call. */
export interface CallLaureates {
  /** When the first of them were announced. */
  readonly announcedAt: Date;
  /** Those who agreed, in the order of their cities’ names. */
  readonly named: readonly Laureate[];
  /** How many more there are, who are counted and not named. */
  readonly unnamed: number;
}

/**
 * [CA15] Did an application say yes to a purpose? `declared` is the call’s newest form, which says what its questions are for; `answered`
 * the version that the application was written with: a question that it asked in other words permits nothing.
 */
export function permits(
  purpose: FieldPurpose,
  { answers, answered, declared }: { answers: Answers; answered: Form; declared: Form },
): boolean {
  const asked = new Map(fieldsOf(answered).map(({ key, label }) => [key, label]));
  const questions = fieldsOf(declared).filter((field) => field.purpose === purpose);
  return (
    questions.length > 0 &&
    questions.every(({ key, label }) => asked.get(key) === label && answers[key] === true)
  );
}
