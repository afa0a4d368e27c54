import { type SizeClass, sizeClassOf } from '../sheet/use-case-sheet.ts';
import type { DataAnswer } from './feasibility.ts';

/** Why a use case is shown to a city; null: for no likeness, it is among the last published. */
export type CaseReason =
  | { readonly kind: 'data'; readonly ready: number; readonly total: number }
  | { readonly kind: 'size'; readonly size: SizeClass }
  | null;

/** A use case as it is weighed for a city. */
export interface WeighedCase {
  readonly size: SizeClass | null;
  /** How many data it asks for, and how many of them the city seems to have. */
  readonly asked: number;
  readonly ready: number;
}

const CASES = 3;

/** A city that has a datum, open or not, has it ready. */
export const isReady = (answer: DataAnswer): boolean => answer === 'open' || answer === 'closed';

/**
 * [RP11] The use cases for a city, three at most, each with its reason: those of cities of its size first, then by the share of data that it has;
 * those that neither size nor data bring near are left out. Where nothing is near, the last published, in the order given.
 */
export function casesForCity<Case extends WeighedCase>(
  population: number | null,
  cases: readonly Case[],
): (Case & { readonly reason: CaseReason })[] {
  const own = sizeClassOf(population);
  const isSameSize = ({ size }: Case) => own !== null && size === own;
  const share = ({ asked, ready }: Case) => (asked === 0 ? 0 : ready / asked);
  const near = cases.filter((one) => isSameSize(one) || one.ready > 0);
  if (near.length === 0) return cases.slice(0, CASES).map((one) => ({ ...one, reason: null }));
  return near
    .toSorted((a, b) => Number(isSameSize(b)) - Number(isSameSize(a)) || share(b) - share(a))
    .slice(0, CASES)
    .map((one) => ({ ...one, reason: reasonOf(one, own) }));
}

function reasonOf({ ready, asked, size }: WeighedCase, own: SizeClass | null): CaseReason {
  if (ready > 0) return { kind: 'data', ready, total: asked };
  return own !== null && size === own ? { kind: 'size', size } : null;
}
