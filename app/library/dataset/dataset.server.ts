import type { RouterContextProvider } from 'react-router';
import { type CheckForMember, findCheckForMember } from '#db/library/dataset/dataset-checks.ts';
import { findDatasetForMember } from '#db/library/dataset/datasets.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import type { TypedDataset } from '#shared/library/dataset/dataset.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import { type Member, servicesContext } from '../../context.ts';
import { forbidden, notFound, requireMember } from '../../kernel/access.server.ts';
import { text } from '../../kernel/gesture.server.ts';

type Context = Readonly<RouterContextProvider>;

/** The person and the record of an address segment, if they may read it. */
export async function requireDataset(
  context: Context,
  segment: string | undefined,
): Promise<{ member: Member; dataset: DatasetForMember }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const datasetId = idOfSegment(segment);
  const dataset = datasetId
    ? await findDatasetForMember(db, { datasetId, userId: member.id, now: now() })
    : null;
  if (!dataset) throw notFound();
  return { member, dataset };
}

/** The same, if they may also write it. */
export async function requireOwnDataset(context: Context, segment: string | undefined) {
  const required = await requireDataset(context, segment);
  if (!required.dataset.mayChange) throw forbidden();
  return required;
}

/** The person and the check of an address segment, if it is of one of their groups. */
export async function requireCheck(
  context: Context,
  segment: string | undefined,
): Promise<{ member: Member; check: CheckForMember }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const checkId = idOfSegment(segment);
  const check = checkId ? await findCheckForMember(db, { checkId, userId: member.id, now: now() }) : null;
  if (!check) throw notFound();
  return { member, check };
}

/** What the form of a record sends. */
export const recordFields = {
  title: text,
  description: text,
  producerName: text,
  producerKind: text,
  accessStatus: text,
  accessReason: text,
  accessNote: text,
  licence: text,
  frequency: text,
  schemaName: text,
  schemaUrl: text,
  schemaVersion: text,
  territory: text,
  yearFrom: text,
  yearTo: text,
  contact: text,
  visibility: text,
} as const;

/** A record as its form shows it. */
export function typedOf(dataset: DatasetForMember): TypedDataset {
  const { yearFrom, yearTo, accessReason, ...rest } = dataset;
  return {
    ...rest,
    accessReason: accessReason ?? '',
    yearFrom: yearFrom === null ? '' : String(yearFrom),
    yearTo: yearTo === null ? '' : String(yearTo),
  };
}
