import type { LabelColour } from './board.ts';

/** What a new board holds before anybody has written in it. */
export interface BoardStart {
  readonly columns: readonly { readonly id: string; readonly name: string; readonly done?: boolean }[];
  readonly labels: readonly { readonly id: string; readonly name: string; readonly colour: LabelColour }[];
}

interface StartWords {
  /** In order; finished cards go to the last one. */
  readonly columns: readonly string[];
  readonly labels: readonly { readonly name: string; readonly colour: LabelColour }[];
}

/** The columns and labels of a new board, each under a new id. */
export function startBoard({ columns, labels }: StartWords, newId: () => string): BoardStart {
  return {
    columns: columns.map((name, index) => ({
      id: newId(),
      name,
      ...(index === columns.length - 1 ? { done: true } : {}),
    })),
    labels: labels.map((label) => ({ id: newId(), ...label })),
  };
}
