import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { NeedStep } from '#shared/library/need/status-history.ts';
import { canInExperiment, type ExperimentRole } from '#shared/programme/experiment/experiment-access.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { experiments } from '../../programme/experiment/schema.ts';
import { type NeedFilters, ofNeeds } from './data-need-filter.ts';
import { dataNeedSteps, dataNeeds, wantedDatasets } from './schema.ts';

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

/** [DN8] A need as somebody with this role for its experiment reads it: whom to write to is for those inside. */
export function seenWith(role: ExperimentRole, need: ListedNeed): ListedNeed {
  return canInExperiment(role, 'experiment.readInside') ? need : { ...need, contact: '' };
}

/** One need of an experiment, whether it was removed; null when it has none of this id. The caller has checked the experiment. */
export async function findDataNeed(
  db: Db,
  { experimentId, needId }: { experimentId: string; needId: string },
): Promise<(ListedNeed & { isRemoved: boolean }) | null> {
  const [need] = await db
    .select({ ...listed, isRemoved: sql<boolean>`${dataNeeds.removedAt} is not null` })
    .from(dataNeeds)
    .innerJoin(wantedDatasets, eq(wantedDatasets.id, dataNeeds.wantedId))
    .where(and(eq(dataNeeds.id, needId), eq(dataNeeds.experimentId, experimentId)));
  return need ?? null;
}

/** [DN6] The needs that were removed, the last one first. */
export function listRemovedNeeds(db: Db, experimentId: string): Promise<{ id: string; wanted: string }[]> {
  return db
    .select({ id: dataNeeds.id, wanted: wantedDatasets.name })
    .from(dataNeeds)
    .innerJoin(wantedDatasets, eq(wantedDatasets.id, dataNeeds.wantedId))
    .where(and(eq(dataNeeds.experimentId, experimentId), isNotNull(dataNeeds.removedAt)))
    .orderBy(desc(dataNeeds.removedAt), asc(dataNeeds.id))
    .limit(50);
}

/** A step with the name of whoever took it. */
export type NamedStep = NeedStep & { readonly rank: number; readonly byName: string | null };

/** [DN4] The steps of a need, the first one first. The caller has checked its experiment. */
export async function listNeedSteps(db: Db, needId: string): Promise<NamedStep[]> {
  const rows = await db
    .select({ step: dataNeedSteps, byName: users.name })
    .from(dataNeedSteps)
    .leftJoin(users, eq(users.id, dataNeedSteps.by))
    .where(eq(dataNeedSteps.needId, needId))
    .orderBy(asc(dataNeedSteps.rank));
  return rows.map(({ step, byName }) => ({
    rank: step.rank,
    from: placeOfRow(step.fromKind, step.fromStatus, step.fromImportance),
    to: placeOfRow(step.toKind, step.toStatus, step.toImportance),
    accessReason: step.accessReason,
    opensOn: step.opensOn,
    why: step.why,
    at: step.at,
    byName,
  }));
}

type Row = typeof dataNeedSteps.$inferSelect;

function placeOfRow(
  producerKind: Row['fromKind'],
  accessStatus: Row['fromStatus'],
  importance: Row['fromImportance'],
): NeedStep['from'] {
  return producerKind && accessStatus && importance ? { producerKind, accessStatus, importance } : null;
}

/** A step in the history of many needs. */
export type HistoryLine = Pick<NeedStep, 'from' | 'to' | 'at'> & {
  readonly needId: string;
  readonly rank: number;
  readonly experiment: { readonly id: string; readonly title: string };
};

/** [DN4] The last steps of the needs that a filter leaves, the last first. */
export async function listNeedHistory(
  db: Db,
  { filters, size }: { filters: NeedFilters; size: number },
): Promise<HistoryLine[]> {
  const rows = await db
    .select({ step: dataNeedSteps, experiment: { id: experiments.id, title: experiments.title } })
    .from(dataNeedSteps)
    .innerJoin(dataNeeds, eq(dataNeeds.id, dataNeedSteps.needId))
    .innerJoin(experiments, eq(experiments.id, dataNeeds.experimentId))
    .where(ofNeeds(db, filters))
    .orderBy(desc(dataNeedSteps.at), asc(dataNeedSteps.needId), desc(dataNeedSteps.rank))
    .limit(size);
  return rows.map(({ step, experiment }) => ({
    needId: step.needId,
    rank: step.rank,
    experiment,
    from: placeOfRow(step.fromKind, step.fromStatus, step.fromImportance),
    to: placeOfRow(step.toKind, step.toStatus, step.toImportance),
    at: step.at,
  }));
}
