import { parisWall } from '#shared/kernel/day/paris-time.ts';
import type { TypedCall } from '#shared/programme/call/call-plan.ts';
import type { TypedCriterion } from '#shared/programme/call/criteria.ts';

/** A call as its form shows it. */
export function typedOf(call: {
  readonly title: string;
  readonly presentation: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly toleranceMinutes: number;
}): TypedCall {
  const [opensDay = '', opensTime = ''] = parisWall(call.opensAt).split('T');
  const [closesDay = '', closesTime = ''] = parisWall(call.closesAt).split('T');
  const { title, presentation, toleranceMinutes } = call;
  return {
    title,
    presentation,
    opensDay,
    opensTime,
    closesDay,
    closesTime,
    tolerance: String(toleranceMinutes),
  };
}

/** The lines of criteria as they were typed, to be shown again. */
export function typedCriteriaOf(form: FormData): TypedCriterion[] {
  const all = (name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
  const [titles, descriptions, weights] = [all('criterionTitle'), all('description'), all('weight')];
  return all('key').map((key, at) => ({
    key,
    title: titles[at] ?? '',
    description: descriptions[at] ?? '',
    weight: weights[at] ?? '',
  }));
}
