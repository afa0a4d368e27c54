import { hasWords } from '../../kernel/text/fold.ts';
import type { Verdict } from './feasibility.ts';
import { INTEREST_STATES, type InterestState } from './interest.ts';

/** A line of what cities make of sheets, as far as its reader may know it. */
export interface ListedAdoption {
  readonly id: string;
  readonly city: { readonly id: string; readonly name: string; readonly municipalityCode: string | null };
  readonly sheet: { readonly title: string; readonly address: string; readonly isPublic: boolean };
  readonly interest: InterestState | null;
  /** The day of its last step; null while none was declared. */
  readonly since: Date | null;
  /** Null for those who may not read the check. */
  readonly verdict: Verdict['kind'] | null;
  readonly hasBoard: boolean;
}

/** What a list is filtered by; the address carries it. */
export interface AdoptionFilter {
  readonly query: string;
  readonly state: InterestState | 'none' | '';
}

/** What the address of a list says. */
export function readAdoptionFilter(asked: URLSearchParams): AdoptionFilter {
  const state = asked.get('etat');
  return {
    query: asked.get('texte')?.trim().slice(0, 100) ?? '',
    state: state === 'none' ? 'none' : (INTEREST_STATES.find((known) => known === state) ?? ''),
  };
}

/** Those that have the words in the name of their city or sheet, and the state ('none': nothing declared), in their order. */
export function filterAdoptions<T extends ListedAdoption>(
  all: readonly T[],
  { query, state }: AdoptionFilter,
): T[] {
  return all.filter(
    ({ city, sheet, interest }) =>
      (state === '' || (interest ?? 'none') === state) && hasWords(`${city.name} ${sheet.title}`, query),
  );
}

/** How many stand in each state. */
export function countStates(all: readonly ListedAdoption[]): Readonly<Record<InterestState, number>> {
  const of = (state: InterestState) => all.filter(({ interest }) => interest === state).length;
  return { declared: of('declared'), preparing: of('preparing'), done: of('done'), givenUp: of('givenUp') };
}
