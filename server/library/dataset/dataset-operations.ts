import { z } from 'zod';
import {
  addDistribution,
  findGroupFile,
  removeDistribution,
} from '#db/library/dataset/dataset-distributions.ts';
import { linkResource, unlinkResource } from '#db/library/dataset/dataset-resources.ts';
import { deleteDataset } from '#db/library/dataset/dataset-trash.ts';
import {
  changeDataset,
  createDataset,
  keepDataGouv,
  organisationOf,
  restoreDataset,
  trashDataset,
} from '#db/library/dataset/datasets.ts';
import { chosenId, chosenOrNone, Id, read } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import {
  type DatasetFields,
  formatOf,
  parseDataset,
  parseUrl,
  type TypedDataset,
} from '#shared/library/dataset/dataset.ts';
import { mayChangeDataset } from '#shared/library/dataset/dataset-access.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { type ByPerson, inGroup } from '../../people/rights.ts';
import { deletingForGood, takingBack, writingDataset } from './dataset-rights.ts';

const Said = z.string().max(20_000);
const Short = z.string().max(200);
const Typed = z.object({
  title: Said,
  description: Said,
  producerName: Said,
  producerKind: Said,
  accessStatus: Said,
  accessReason: Said,
  accessNote: Said,
  licence: Said,
  frequency: Said,
  schemaName: Said,
  schemaUrl: Said,
  schemaVersion: Said,
  territory: Said,
  yearFrom: Said,
  yearTo: Said,
  contact: Said,
  visibility: Said,
});

/** [DS3] Every field that is wrong is told at once. */
function readRecord(typed: TypedDataset, context: z.RefinementCtx): DatasetFields {
  const parsed = parseDataset(typed);
  if ('fields' in parsed) return parsed.fields;
  for (const [field, message] of Object.entries(parsed.faults))
    context.addIssue({ code: 'custom', path: [field], message });
  return z.NEVER;
}

const OfRecord = z.object({ datasetId: Id });
const InTrash = z.object({ id: Id });
/** [DS12] A record as `readDataGouv` gives it. */
const Read = z.object({
  id: Said,
  title: Said,
  page: Said,
  organisation: Said,
  licence: Said,
  frequency: Said,
  lastModified: Said,
  resources: z.array(z.object({ title: Said, url: Said, format: Said })).max(100),
});

const changeOf = ({ by, now, newId, dataset }: Act & ByPerson & { readonly dataset: DatasetForMember }) => ({
  datasetId: dataset.id,
  groupId: dataset.group.id,
  userId: by,
  now,
  activityId: newId(),
});

/** [DS2] [DS5] [DS12] [DS13] [DS14] Records of the register of data sets. */
export const datasetOperations = {
  'dataset.create': operation({
    input: Typed.extend({
      groupId: Id,
      organisation: chosenOrNone('organisation.notFound'),
    }).transform(({ groupId, organisation, ...typed }, context) => ({
      groupId,
      organisationId: organisation,
      fields: readRecord(typed, context),
    })),
    right: inGroup('dataset.write'),
    refusals: { 'dataset.organisationNotYours': 'organisation', 'organisation.notFound': 'organisation' },
    async run({ tx, by, group, now, newId }, { organisationId, ...record }) {
      const writer = { role: group.role, organisationId: await organisationOf(tx, by) };
      if (!mayChangeDataset(writer, writer.organisationId)) return fail('access.forbidden');
      if (!mayChangeDataset(writer, organisationId)) return fail('dataset.organisationNotYours');
      const change = { datasetId: newId(), userId: by, now, activityId: newId() };
      return createDataset(tx, { ...record, ...change, organisationId });
    },
  }),

  'dataset.change': operation({
    input: OfRecord.extend(Typed.shape).transform(({ datasetId, ...typed }, context) => ({
      datasetId,
      fields: readRecord(typed, context),
    })),
    right: writingDataset,
    refusals: {},
    run: (act, { fields }) => changeDataset(act.tx, { ...changeOf(act), fields }),
  }),

  'dataset.addUrl': operation({
    input: OfRecord.extend({ url: read(parseUrl), name: Short, format: Short, encoding: Short }),
    right: writingDataset,
    refusals: { 'dataset.distributionsFull': 'url' },
    run(act, { url, name, format, encoding }) {
      const said = {
        name: name.trim() || new URL(url).hostname,
        format: format.trim(),
        encoding: encoding.trim(),
      };
      const distribution = { ...said, id: act.newId(), url, fileId: null, bytes: null };
      return addDistribution(act.tx, { ...changeOf(act), distribution });
    },
  }),

  /** A file that came to the group of the record. */
  'dataset.addFile': operation({
    input: OfRecord.extend({ file: chosenId('file.missing') }),
    right: writingDataset,
    refusals: { 'dataset.distributionsFull': 'file', 'file.missing': 'file' },
    async run(act, { file: fileId }) {
      const change = changeOf(act);
      const file = await findGroupFile(act.tx, { fileId, groupId: change.groupId });
      if (!file) return fail('file.missing');
      const said = { ...file, format: formatOf(file.name), encoding: '' };
      const distribution = { ...said, id: act.newId(), url: null, fileId };
      const added = await addDistribution(act.tx, { ...change, distribution });
      return added.ok ? ok({ name: file.name }) : added;
    },
  }),

  'dataset.removeDistribution': operation({
    input: OfRecord.extend({ distribution: Id }),
    right: writingDataset,
    refusals: {},
    async run({ tx, dataset }, { distribution: distributionId }) {
      const gone = await removeDistribution(tx, { datasetId: dataset.id, distributionId });
      return ok({ name: gone?.name ?? null });
    },
  }),

  'dataset.linkResource': operation({
    input: OfRecord.extend({ resource: Id }),
    right: writingDataset,
    refusals: { 'dataset.distributionsFull': 'resource' },
    run: (act, { resource: resourceId }) =>
      linkResource(act.tx, { ...changeOf(act), by: act.by, resourceId }),
  }),

  'dataset.unlinkResource': operation({
    input: OfRecord.extend({ resource: Id }),
    right: writingDataset,
    refusals: {},
    async run({ tx, dataset }, { resource: resourceId }) {
      await unlinkResource(tx, { datasetId: dataset.id, resourceId });
      return ok();
    },
  }),

  /** What data.gouv.fr answered, or null: it is forgotten. */
  'dataset.keepDataGouv': operation({
    input: OfRecord.extend({ dataGouv: Read.nullable() }),
    right: writingDataset,
    refusals: {},
    run: (act, { dataGouv }) => keepDataGouv(act.tx, { ...changeOf(act), dataGouv }),
  }),

  'dataset.trash': operation({
    input: OfRecord,
    right: writingDataset,
    refusals: {},
    run: (act) => trashDataset(act.tx, changeOf(act)),
  }),

  'dataset.restore': operation({
    input: InTrash,
    right: takingBack,
    refusals: {},
    run: ({ tx, by, groupId, now, newId }, { id: datasetId }) =>
      restoreDataset(tx, { datasetId, groupId, userId: by, now, activityId: newId() }),
  }),

  /** Gives the keys of bytes that nothing needs any more: whoever asks for it removes them from the store. */
  'dataset.delete': operation({
    input: InTrash,
    right: deletingForGood,
    refusals: {},
    run: ({ tx, groupId }, { id: datasetId }) => deleteDataset(tx, { datasetId, groupId }),
  }),
};
