import { formulaOf } from '#shared/documents/text/formula.ts';

export type DrawFormula = ReturnType<typeof formulaOf>;

let loading: Promise<DrawFormula> | undefined;

/** KaTeX, loaded with the first formula that somebody sees. When it cannot be had, the next one asks again. */
export function loadFormula(): Promise<DrawFormula> {
  loading ??= import('katex').then(
    ({ default: katex }) => formulaOf(katex),
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
