import { z } from 'zod';
import { listDistributions } from '#db/library/dataset/dataset-distributions.ts';
import { findDatasetForMember, listDatasetsForMember } from '#db/library/dataset/datasets.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { ACCESS_STATUSES, FREQUENCIES, LICENCES, PRODUCER_KINDS } from '#shared/library/dataset/dataset.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import { paths } from '#shared/paths.ts';
import { operation } from './operation.ts';
import { Id, listOf, Organisation, Page, pageOf } from './shapes.ts';

const Dataset = z.object({
  id: Id,
  title: z.string(),
  description: z.string(),
  group: Organisation,
  organisation: Organisation.nullable(),
  producer: z.object({ name: z.string(), kind: z.enum(PRODUCER_KINDS) }),
  access: z.object({ status: z.enum(ACCESS_STATUSES), reason: z.string().nullable(), note: z.string() }),
  licence: z.enum(LICENCES),
  frequency: z.enum(FREQUENCIES),
  schema: z.object({ name: z.string(), url: z.string(), version: z.string() }),
  territory: z.string(),
  years: z.object({ from: z.int().nullable(), to: z.int().nullable() }),
  updatedAt: z.iso.datetime(),
  url: z.url(),
});
const WithFiles = Dataset.extend({
  distributions: z.array(
    z.object({
      id: Id,
      name: z.string(),
      url: z.string().nullable(),
      format: z.string(),
      bytes: z.int().nullable(),
      encoding: z.string(),
    }),
  ),
});

function present(dataset: DatasetForMember, origin: string): z.input<typeof Dataset> {
  const { id, title, description, group, organisation, licence, frequency, territory, yearFrom, yearTo } =
    dataset;
  return {
    id,
    title,
    description,
    group,
    organisation: organisation && { id: organisation.id, name: organisation.name },
    producer: { name: dataset.producerName, kind: dataset.producerKind },
    access: { status: dataset.accessStatus, reason: dataset.accessReason, note: dataset.accessNote },
    licence,
    frequency,
    schema: { name: dataset.schemaName, url: dataset.schemaUrl, version: dataset.schemaVersion },
    territory,
    years: { from: yearFrom, to: yearTo },
    updatedAt: dataset.updatedAt.toISOString(),
    url: origin + paths.dataset(dataset),
  };
}

export const datasetOperations = [
  operation({
    path: '/datasets',
    name: 'datasets.list',
    scope: 'datasets:read',
    query: Page,
    answer: listOf(Dataset),
    run: async ({ services: { db, now, origin }, caller, query }) => {
      const found = await listDatasetsForMember(db, { userId: caller.userId, now: now() });
      return ok(
        pageOf(
          found.map((dataset) => present(dataset, origin)),
          query,
        ),
      );
    },
  }),
  operation({
    path: '/datasets/{dataset}',
    name: 'datasets.read',
    scope: 'datasets:read',
    params: z.object({ dataset: Id }),
    answer: WithFiles,
    run: async ({ services: { db, now, origin }, caller, params }) => {
      const asked = { datasetId: params.dataset, userId: caller.userId, now: now() };
      const dataset = await findDatasetForMember(db, asked);
      if (!dataset) return fail('access.notFound');
      const files = await listDistributions(db, { datasetId: dataset.id });
      // Files of ours are the group's: the address of one says nothing to anybody else.
      const distributions = files.map(({ fileId, ...file }) => ({
        ...file,
        url: file.url ?? (fileId && dataset.role ? origin + paths.file(fileId) : null),
      }));
      return ok({ ...present(dataset, origin), distributions });
    },
  }),
];
