import { hasWords } from '../../kernel/text/fold.ts';
import { DECISION_STATES, type DecisionState } from './decision.ts';

/** What somebody looks for in a register, as it stands in the address; what is absent does not count. */
export interface RegisterFilter {
  readonly state: DecisionState | null;
  readonly documentId: string | null;
  readonly words: string;
}

const WORDS_MAX = 200;

/** The filter of an address (`?etat=…&document=…&mots=…`). Total: what is unknown is no filter. */
export function readFilter(asked: URLSearchParams): RegisterFilter {
  return {
    state: DECISION_STATES.find((state) => state === asked.get('etat')) ?? null,
    documentId: asked.get('document') || null,
    words: (asked.get('mots') ?? '').slice(0, WORDS_MAX).trim(),
  };
}

interface Filterable {
  readonly text: string;
  readonly state: DecisionState;
  readonly document: { readonly id: string; readonly title: string };
}

/** [DA3] Those of the lines that pass; every word must be in the decision or in the title of its document, case and accents not counting. */
export function filterDecisions<T extends Filterable>(
  lines: readonly T[],
  { state, documentId, words }: RegisterFilter,
): T[] {
  return lines.filter(
    (line) =>
      (state === null || line.state === state) &&
      (documentId === null || line.document.id === documentId) &&
      hasWords(`${line.text} ${line.document.title}`, words),
  );
}
