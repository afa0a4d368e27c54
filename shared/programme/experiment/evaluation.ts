import { keysOf } from '../../kernel/keys.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** [EX17] The four objectives of the call, and what each asks. The use-case sheet takes its texts from here. */
export const EVALUATION = {
  service: ['service_imagined', 'service_users'],
  relevance: ['objectives', 'results', 'effort'],
  data: ['production', 'standards'],
  deployment: ['minimal_data', 'perimeter', 'constraints'],
} as const;
export type EvaluationPart = keyof typeof EVALUATION;
export type EvaluationKey = (typeof EVALUATION)[EvaluationPart][number];
export const EVALUATION_PARTS = keysOf(EVALUATION);
export const EVALUATION_KEYS: readonly EvaluationKey[] = Object.values(EVALUATION).flat();

export type EvaluationAnswers = Readonly<Partial<Record<EvaluationKey, string>>>;

/** [EX17] [EX18] Reads what was typed; what is not asked is ignored. Published, it says something. */
export function parseEvaluation(
  typed: Readonly<Record<string, unknown>>,
  isPublished = false,
): Result<EvaluationAnswers, 'experiment.textTooLong' | 'experiment.evaluationEmpty'> {
  const answers: Partial<Record<EvaluationKey, string>> = {};
  for (const key of EVALUATION_KEYS) {
    const given = typed[key];
    const text = typeof given === 'string' ? given.trim() : '';
    if (text.length > 20_000) return fail('experiment.textTooLong');
    if (text !== '') answers[key] = text;
  }
  const isEmpty = Object.keys(answers).length === 0;
  return isPublished && isEmpty ? fail('experiment.evaluationEmpty') : ok(answers);
}

/** [EX17] How much of it is said. */
export function completenessOf(answers: EvaluationAnswers): {
  readonly answered: number;
  readonly asked: number;
  readonly missing: readonly EvaluationPart[];
} {
  const isSaid = (key: EvaluationKey) => (answers[key] ?? '') !== '';
  return {
    answered: EVALUATION_KEYS.filter(isSaid).length,
    asked: EVALUATION_KEYS.length,
    missing: EVALUATION_PARTS.filter((part) => !EVALUATION[part].every(isSaid)),
  };
}

/** One version, as it was written. */
export interface EvaluationVersion {
  readonly version: number;
  readonly answers: EvaluationAnswers;
  readonly writtenAt: Date;
  readonly publishedAt: Date | null;
}
