import { hasWords } from '../../kernel/text/fold.ts';
import type { FacilitatorForReader } from './territorial-facilitator.ts';

/** The structures whose name or territories have these words, in their order. */
export function filterFacilitators(
  all: readonly FacilitatorForReader[],
  query: string,
): FacilitatorForReader[] {
  return all.filter(({ name, areas }) =>
    hasWords([name, ...areas.map((area) => area.name)].join(' '), query),
  );
}
