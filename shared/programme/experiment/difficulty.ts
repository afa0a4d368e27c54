import { parseDay } from '../../kernel/day/days.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** What difficulties are about. */
export const DIFFICULTY_KINDS = [
  'data',
  'technical',
  'legal',
  'organisation',
  'partners',
  'budget',
  'calendar',
  'skills',
  'other',
] as const;
export type DifficultyKind = (typeof DIFFICULTY_KINDS)[number];

/** [EX14] Something in the way, and what helps against it. */
export interface DifficultyFields {
  readonly kind: DifficultyKind;
  readonly description: string;
  readonly lever: string;
  readonly metOn: string;
  readonly resolvedOn: string | null;
}

/** [EX14] Reads a difficulty: neither of its days is to come, and it is not resolved before it was met. */
export function parseDifficulty(
  typed: Readonly<Record<keyof DifficultyFields, string>>,
  today: string,
): Result<
  DifficultyFields,
  | 'experiment.kindMissing'
  | 'experiment.descriptionMissing'
  | 'experiment.textTooLong'
  | 'experiment.dayInvalid'
  | 'experiment.dayToCome'
  | 'experiment.periodReversed'
> {
  const kind = DIFFICULTY_KINDS.find((known) => known === typed.kind);
  if (!kind) return fail('experiment.kindMissing');
  const [description, lever] = [typed.description.trim(), typed.lever.trim()];
  if (description === '') return fail('experiment.descriptionMissing');
  if (description.length > 5_000 || lever.length > 5_000) return fail('experiment.textTooLong');
  const metOn = typed.metOn.trim() === '' ? today : parseDay(typed.metOn);
  const resolvedOn = typed.resolvedOn.trim() === '' ? null : parseDay(typed.resolvedOn);
  if (!metOn || (typed.resolvedOn.trim() && !resolvedOn)) return fail('experiment.dayInvalid');
  if (metOn > today || (resolvedOn && resolvedOn > today)) return fail('experiment.dayToCome');
  if (resolvedOn && resolvedOn < metOn) return fail('experiment.periodReversed');
  return ok({ kind, description, lever, metOn, resolvedOn });
}
