import type { SheetNeed } from '../sheet/sheet-facts.ts';
import type { FeasibilityAnswers } from './feasibility.ts';

/** Data that a city does not have, and what kind of producer has them. */
export type DataAsk = Pick<SheetNeed, 'name' | 'importance' | 'producerKind'> & {
  /** The producer is the same everywhere; empty when each city has its own. */
  readonly producerName: string;
};

/**
 * [RP4] Whom to ask for what is not there: data that can be obtained, and those that are said to be out of reach, since a second
 * opinion is worth a letter. Only national producers are named: a local one of the sheet is of another city.
 */
export function whomToAsk(needs: readonly SheetNeed[], { data }: FeasibilityAnswers): DataAsk[] {
  const said = new Map(data.map(({ name, answer }) => [name, answer]));
  return needs
    .filter(({ name }) => said.get(name) === 'obtainable' || said.get(name) === 'unavailable')
    .map(({ name, importance, producerKind, producerName }) => ({
      name,
      importance,
      producerKind,
      producerName: producerKind === 'public_national' ? producerName : '',
    }));
}
