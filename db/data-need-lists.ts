import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { dataNeedSteps, dataNeeds, wantedDatasets } from './schema/data-need.ts';

const listed = {
  id: dataNeeds.id,
  experimentId: dataNeeds.experimentId,
  wantedId: dataNeeds.wantedId,
  wanted: wantedDatasets.name,
  producerKind: dataNeeds.producerKind,
  producerName: dataNeeds.producerName,
  importance: dataNeeds.importance,
  accessStatus: dataNeeds.accessStatus,
  accessReason: dataNeeds.accessReason,
  accessNote: dataNeeds.accessNote,
  opensOn: dataNeeds.opensOn,
  inCharge: dataNeeds.inCharge,
  schemaName: dataNeeds.schemaName,
  frequency: dataNeeds.frequency,
  licence: dataNeeds.licence,
  contact: dataNeeds.contact,
  comment: dataNeeds.comment,
  datasetId: dataNeeds.datasetId,
  createdAt: dataNeeds.createdAt,
  updatedAt: dataNeeds.updatedAt,
  rank: sql<number>`(select max(${dataNeedSteps.rank}) from ${dataNeedSteps}
    where ${dataNeedSteps.needId} = ${dataNeeds.id})`.mapWith(Number),
};

function selectNeeds(db: Db) {
  return db
    .select(listed)
    .from(dataNeeds)
    .innerJoin(wantedDatasets, eq(wantedDatasets.id, dataNeeds.wantedId));
}

/** A need with everything that it says, its contact included: whoever shows it asks first who may read that. */
export type ListedNeed = Awaited<ReturnType<typeof selectNeeds>>[number];

/** An experiment that had more would not be one. */
const LIST_MAX = 500;

/** The needs of an experiment, essential ones first, then by name. The caller has checked that it may be read. */
export function listDataNeedsOf(db: Db, experimentId: string): Promise<ListedNeed[]> {
  return selectNeeds(db)
    .where(and(eq(dataNeeds.experimentId, experimentId), isNull(dataNeeds.removedAt)))
    .orderBy(asc(dataNeeds.importance), asc(wantedDatasets.nameKey), asc(dataNeeds.id))
    .limit(LIST_MAX);
}
