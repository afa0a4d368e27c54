import { type CheckForMember, findCheckForMember } from '#db/library/dataset/dataset-checks.ts';
import { findTrashedDataset } from '#db/library/dataset/dataset-trash.ts';
import { findDatasetForMember } from '#db/library/dataset/datasets.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

type OfRecord = { readonly datasetId: string };
type InTrash = Right<{ readonly id: string }, ByPerson & { readonly groupId: string }>;

/** [DS1] [DS2] Whoever may read the record of the input and write it. */
export const writingDataset: Right<OfRecord, ByPerson & { readonly dataset: DatasetForMember }> = async (
  { tx, now },
  { userId },
  { datasetId },
) => {
  const dataset = userId === null ? null : await findDatasetForMember(tx, { datasetId, userId, now });
  if (userId === null || !dataset) return fail('access.notFound');
  return dataset.mayChange ? ok({ by: userId, dataset }) : fail('access.forbidden');
};

/** [DS13] Whoever may write the record of the input, which is in the trash. */
export const takingBack: InTrash = async ({ tx, now }, { userId }, { id }) => {
  const found = userId === null ? null : await findTrashedDataset(tx, { datasetId: id, userId, now });
  if (userId === null || !found) return fail('access.notFound');
  return found.mayChange ? ok({ by: userId, groupId: found.groupId }) : fail('access.forbidden');
};

/** [DS13] Whoever may delete for good what is in the trash of the group of the record of the input. */
export const deletingForGood: InTrash = async ({ tx, now }, { userId }, { id }) => {
  const found = userId === null ? null : await findTrashedDataset(tx, { datasetId: id, userId, now });
  if (userId === null || !found) return fail('access.notFound');
  return canInGroup(found.role, 'trash.delete')
    ? ok({ by: userId, groupId: found.groupId })
    : fail('access.forbidden');
};

/** [DS11] Whoever may change the check of the input; for those outside its group it is absent. */
export const changingCheck: Right<
  { readonly checkId: string },
  ByPerson & { readonly check: CheckForMember }
> = async ({ tx, now }, { userId }, { checkId }) => {
  const check = userId === null ? null : await findCheckForMember(tx, { checkId, userId, now });
  if (userId === null || !check) return fail('access.notFound');
  return check.mayChange ? ok({ by: userId, check }) : fail('access.forbidden');
};
