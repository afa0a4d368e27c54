import * as Y from 'yjs';
import { LABEL_COLOURS, type Label, type LabelColour } from '../board.ts';
import type { Line } from '../text.ts';

/* A label in the document: a Y.Map in the root map `labels`, under its id. */
const LABEL = { name: 'name', colour: 'colour' } as const;

export interface NewLabel {
  readonly name: string;
  readonly colour?: LabelColour;
}

/** A label as it is stored, to be put into the map of labels. */
export function newLabel({ name, colour = 'neutral' }: NewLabel & { readonly name: Line }): Y.Map<unknown> {
  return new Y.Map<unknown>([
    [LABEL.name, name],
    [LABEL.colour, colour],
  ]);
}

/** What a stored label says; what does not read has its default. Total. */
export function readLabel(id: string, map: Y.Map<unknown>): Label {
  const name = map.get(LABEL.name);
  const colour = map.get(LABEL.colour);
  return {
    id,
    name: typeof name === 'string' ? name : '',
    colour: LABEL_COLOURS.find((known) => known === colour) ?? 'neutral',
  };
}
