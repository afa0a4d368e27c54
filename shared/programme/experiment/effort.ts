import { fail, ok, type Result } from '../../kernel/result.ts';
import type { TeamRole } from './experiment.ts';
import { parseNumber } from './number.ts';

/** [EX15] What a role gave in a month. */
export interface Effort {
  readonly month: string;
  readonly role: TeamRole;
  readonly days: number;
  /** Whole euros, beside the time of agents. */
  readonly cost: number;
}

export type EffortRefusal = 'experiment.daysInvalid' | 'experiment.costInvalid';

/** [EX15] Reads days and euros; nothing typed is none. */
export function parseEffort(typed: {
  readonly days: string;
  readonly cost: string;
}): Result<Pick<Effort, 'days' | 'cost'>, EffortRefusal> {
  const [days, cost] = [typed.days, typed.cost].map((given) =>
    given.trim() === '' ? 0 : parseNumber(given),
  );
  if (days === undefined || days === null || days < 0 || days > 500) return fail('experiment.daysInvalid');
  if (cost === undefined || cost === null || cost < 0 || cost > 10_000_000)
    return fail('experiment.costInvalid');
  return ok({ days: Math.round(days * 100) / 100, cost: Math.round(cost) });
}

/** [EX15] Days and euros altogether. */
export function totalEffort(efforts: readonly Pick<Effort, 'days' | 'cost'>[]): {
  days: number;
  cost: number;
} {
  const days = efforts.reduce((sum, effort) => sum + effort.days, 0);
  return { days: Math.round(days * 100) / 100, cost: efforts.reduce((sum, { cost }) => sum + cost, 0) };
}
