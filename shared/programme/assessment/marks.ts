import { failAll, type Result } from '../../kernel/result.ts';

/** Marks go from 0 to 5, whole ones. */
export const MARKS = [0, 1, 2, 3, 4, 5] as const;
export const COMMENT_MAX = 4_000;

/** What one criterion was given; the mark is null while it is not chosen. */
export interface CriterionMark {
  readonly mark: number | null;
  readonly comment: string;
}

/** By key of criterion. */
export type Marks = Readonly<Record<string, CriterionMark | undefined>>;

/** Why marks cannot be given. */
export type MarkError =
  | 'assessment.markMissing'
  | 'assessment.markInvalid'
  | 'assessment.commentMissing'
  | 'assessment.commentTooLong';

/** What is wrong with each criterion. */
type MarkFaults = Readonly<Record<string, { readonly mark?: MarkError; readonly comment?: MarkError }>>;

export const markField = (key: string) => `note-${key}`;
export const commentField = (key: string) => `commentaire-${key}`;

/** [AS6] What a form sends, as a draft: whatever is not a mark of the scale is none, and is said. */
export function readMarks(
  typed: Readonly<Record<string, string>>,
  criteria: readonly { readonly key: string }[],
): { readonly marks: Marks; readonly faults: MarkFaults } {
  const faults: Record<string, { mark?: MarkError; comment?: MarkError }> = {};
  const marks = Object.fromEntries(
    criteria.map(({ key }) => {
      const given = (typed[markField(key)] ?? '').trim();
      const mark = MARKS.find((value) => String(value) === given) ?? null;
      const comment = (typed[commentField(key)] ?? '').replaceAll('\r\n', '\n').trim();
      if (given !== '' && mark === null) faults[key] = { mark: 'assessment.markInvalid' };
      if (comment.length > COMMENT_MAX)
        faults[key] = { ...faults[key], comment: 'assessment.commentTooLong' };
      return [key, { mark, comment: comment.slice(0, COMMENT_MAX) }];
    }),
  );
  return { marks, faults };
}

/** [AS6] What keeps these marks from being given: each criterion wants its mark and its comment. */
export function faultsOfMarks(marks: Marks, criteria: readonly { readonly key: string }[]): MarkFaults {
  return Object.fromEntries(
    criteria.flatMap(({ key }) => {
      const { mark = null, comment = '' } = marks[key] ?? {};
      const isOnScale = MARKS.some((value) => value === mark);
      const fault = {
        ...(mark === null && { mark: 'assessment.markMissing' as const }),
        ...(mark !== null && !isOnScale && { mark: 'assessment.markInvalid' as const }),
        ...(comment.trim() === '' && { comment: 'assessment.commentMissing' as const }),
      };
      return Object.keys(fault).length > 0 ? [[key, fault]] : [];
    }),
  );
}

/** What is wrong, by control. */
export function fieldsOfFaults(faults: MarkFaults): Record<string, MarkError> {
  const placed = Object.entries(faults).flatMap(([key, { mark, comment }]) => [
    ...(mark ? [[markField(key), mark] as const] : []),
    ...(comment ? [[commentField(key), comment] as const] : []),
  ]);
  return Object.fromEntries(placed);
}

/** [AS6] The same of all of them at once, as a refusal. */
export function checkMarks(
  marks: Marks,
  criteria: readonly { readonly key: string }[],
): Result<void, MarkError> {
  return failAll(fieldsOfFaults(faultsOfMarks(marks, criteria)));
}
