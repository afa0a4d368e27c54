import { randomUUID } from 'node:crypto';
import type { Tx } from '#db/kernel/transaction.ts';
import { prepareCheck } from '#db/library/dataset/dataset-checks.ts';
import { createDataset, trashDataset } from '#db/library/dataset/datasets.ts';
import { createDataNeed } from '#db/library/need/data-needs.ts';
import { createCollection } from '#db/library/resource/collections.ts';
import { trashResource } from '#db/library/resource/resource-trash.ts';
import { createResource } from '#db/library/resource/resources.ts';
import { experimentOrganisations, experiments } from '#db/programme/experiment/schema.ts';
import { needOf } from '../../library/data-needs.ts';
import { fieldsOf } from '../../library/datasets.ts';

/** What a group and a city have in the library, for those who try every operation. */
export interface TriedLibrary {
  readonly experimentId: string;
  readonly needId: string;
  readonly resourceId: string;
  readonly trashedResourceId: string;
  readonly collectionId: string;
  readonly datasetId: string;
  readonly trashedDatasetId: string;
  readonly checkId: string;
}

interface Place {
  readonly groupId: string;
  readonly organisationId: string;
  readonly themeId: string;
  /** Whose all of it is. */
  readonly userId: string;
  readonly now: Date;
}

/** Makes one of each, and one in each trash. */
export async function aTriedLibrary(
  tx: Tx,
  { groupId, organisationId, themeId, userId, now }: Place,
): Promise<TriedLibrary> {
  const [experimentId, needId, collectionId, checkId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  await tx.insert(experiments).values({ id: experimentId, themeId, title: 'Arbres', createdAt: now });
  await tx.insert(experimentOrganisations).values({ experimentId, organisationId, isLead: true });
  const need = { experimentId, needId, newWantedId: randomUUID(), fields: needOf(), userId, now };
  await createDataNeed(tx, need);
  const share = async () => {
    const change = { resourceId: randomUUID(), groupId, by: userId, now, activityId: randomUUID() };
    await createResource(tx, {
      ...change,
      facts: {
        ...{ title: 'Arbres', kind: 'dataset', description: '', producer: 'Valmont' },
        ...{ licence: 'unknown', language: 'fr', contentOn: null, reviewOn: null },
      },
      content: { address: 'https://exemple.fr/' },
      themeIds: [],
    });
    return change;
  };
  const [resource, trashedResource] = [await share(), await share()];
  await trashResource(tx, { ...trashedResource, activityId: randomUUID() });
  await createCollection(tx, { collectionId, groupId, name: 'Débuter', by: userId, now });
  const describe = async () => {
    const change = { datasetId: randomUUID(), groupId, userId, now, activityId: randomUUID() };
    await createDataset(tx, { ...change, organisationId, fields: fieldsOf() });
    return change;
  };
  const [dataset, trashedDataset] = [await describe(), await describe()];
  await trashDataset(tx, { ...trashedDataset, activityId: randomUUID() });
  await prepareCheck(tx, {
    ...{ checkId, groupId, datasetId: dataset.datasetId, userId, now },
    ...{ schema: null, schemaSource: '' },
  });
  return {
    experimentId,
    needId,
    resourceId: resource.resourceId,
    trashedResourceId: trashedResource.resourceId,
    collectionId,
    datasetId: dataset.datasetId,
    trashedDatasetId: trashedDataset.datasetId,
    checkId,
  };
}
