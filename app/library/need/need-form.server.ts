import type { RouterContextProvider } from 'react-router';
import { z } from 'zod';
import type { ListedNeed } from '#db/library/need/data-need-lists.ts';
import { listWanted, type WantedDataset } from '#db/library/need/wanted-datasets.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import type { DataNeedFaults, TypedDataNeed } from '#shared/library/need/data-need.ts';
import { servicesContext } from '../../context.ts';
import type { ProposedName } from './need-form.tsx';

const text = z.string().max(10_000).catch('');

/** What the form of a need sends. */
export const NeedForm = z.object({
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
  mayBeTwice: z.string().max(10).catch(''),
});

/** The faults of a need in French, by field. */
export function wordsOf(faults: DataNeedFaults): Partial<Record<string, string>> {
  return Object.fromEntries(Object.entries(faults).map(([field, code]) => [field, words.errors[code]]));
}

/** A need as its form shows it. */
export function typedOf(need: ListedNeed): TypedDataNeed {
  return { ...need, accessReason: need.accessReason ?? '', opensOn: need.opensOn ?? '' };
}

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
