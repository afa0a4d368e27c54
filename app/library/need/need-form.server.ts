import type { RouterContextProvider } from 'react-router';
import { listWanted, type WantedDataset } from '#db/library/need/wanted-datasets.ts';
import { servicesContext } from '../../context.ts';
import { text, ticked } from '../../kernel/gesture.server.ts';
import type { ProposedName } from './need-form.tsx';

/** What the form of a need sends. */
export const needFields = {
  wanted: text,
  producerKind: text,
  producerName: text,
  importance: text,
  accessStatus: text,
  accessReason: text,
  accessNote: text,
  opensOn: text,
  inCharge: text,
  schemaName: text,
  frequency: text,
  licence: text,
  contact: text,
  comment: text,
  mayBeTwice: ticked,
} as const;

/** Where a need was refused: in the form that asks whether they insist, when the table has it already. */
export const formOfNeed = (_typed: unknown, error: string) =>
  error === 'dataNeed.twice' ? 'insist' : 'save';

const proposedOf = ({ id, name, producerKind, producerName, schemaName, frequency }: WantedDataset) => ({
  id,
  name,
  producerKind: producerKind ?? '',
  producerName,
  schemaName,
  frequency: frequency ?? '',
});

/** The names to propose, with what is usual for each. */
export async function proposedNames(context: Readonly<RouterContextProvider>): Promise<ProposedName[]> {
  return (await listWanted(context.get(servicesContext).db)).map(proposedOf);
}
