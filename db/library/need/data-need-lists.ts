import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { NeedStep } from '#shared/library/need/status-history.ts';
import { canInExperiment, type ExperimentRole } from '#shared/programme/experiment/experiment-access.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { type ExperimentForMember, findExperiment } from '../../programme/experiment/experiments.ts';
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

/** A need as somebody reads it; its contact is empty for whoever may not read that. */
export type ListedNeed = Awaited<ReturnType<typeof selectNeeds>>[number];

/** The experiment whose needs are read, with the role of whoever reads. */
type ReadExperiment = Pick<ExperimentForMember, 'id' | 'role'>;

/** An experiment that had more would not be one. */
const LIST_MAX = 500;

/** The needs of an experiment, essential ones first, then by name. */
export async function listDataNeedsOf(db: Db, { id, role }: ReadExperiment): Promise<ListedNeed[]> {
  return (await selectNeedsOf(db, id)).map((need) => seenWith(role, need));
}

/** The same as a sheet tells them to the public: nobody’s contact. */
export function listToldNeeds(
  db: Db,
  experimentId: Readable<'experiment' | 'told experiment'>,
): Promise<Omit<ListedNeed, 'contact'>[]> {
  return selectNeedsOf(db, experimentId);
}

function selectNeedsOf(db: Db, experimentId: string): Promise<ListedNeed[]> {
  return selectNeeds(db)
    .where(and(eq(dataNeeds.experimentId, experimentId), isNull(dataNeeds.removedAt)))
    .orderBy(asc(dataNeeds.importance), asc(wantedDatasets.nameKey), asc(dataNeeds.id))
    .limit(LIST_MAX);
}

/** [DN8] Whom to write to is for those inside. */
function seenWith<Need extends ListedNeed>(role: ExperimentRole, need: Need): Need {
  return canInExperiment(role, 'experiment.readInside') ? need : { ...need, contact: '' };
}

/** One need of an experiment, whether it was removed; null when it has none of this id. */
export async function findDataNeed(
  db: Db,
  { id: experimentId, role }: ReadExperiment,
  needId: string,
): Promise<(ListedNeed & { isRemoved: boolean }) | null> {
  const [need] = await db
    .select({ ...listed, isRemoved: sql<boolean>`${dataNeeds.removedAt} is not null` })
    .from(dataNeeds)
    .innerJoin(wantedDatasets, eq(wantedDatasets.id, dataNeeds.wantedId))
    .where(and(eq(dataNeeds.id, needId), eq(dataNeeds.experimentId, experimentId)));
  return need ? seenWith(role, need) : null;
}

/** [DN7] [EX1] A need with its experiment, if this person may see that; null for one that was removed. */
export async function findNeedForMember(
  db: Db,
  { needId, ...asker }: Asker & { needId: string },
): Promise<(ListedNeed & { readonly experiment: ExperimentForMember }) | null> {
  const [of] = await db
    .select({ experimentId: dataNeeds.experimentId })
    .from(dataNeeds)
    .where(eq(dataNeeds.id, needId));
  const experiment = of ? await findExperiment(db, { ...of, ...asker }) : null;
  if (!experiment || !canInExperiment(experiment.role, 'need.read')) return null;
  const need = await findDataNeed(db, experiment, needId);
  return need && !need.isRemoved ? { ...need, experiment } : null;
}

/** [DN6] The needs that were removed, the last one first. */
export function listRemovedNeeds(
  db: Db,
  experimentId: Readable<'experiment'>,
): Promise<{ id: string; wanted: string }[]> {
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

/** [DN4] The steps of a need, the first one first. */
export async function listNeedSteps(
  db: Db,
  { experimentId, needId }: { experimentId: Readable<'experiment'>; needId: string },
): Promise<NamedStep[]> {
  const rows = await db
    .select({ step: dataNeedSteps, byName: users.name })
    .from(dataNeedSteps)
    .innerJoin(dataNeeds, eq(dataNeeds.id, dataNeedSteps.needId))
    .leftJoin(users, eq(users.id, dataNeedSteps.by))
    .where(and(eq(dataNeedSteps.needId, needId), eq(dataNeeds.experimentId, experimentId)))
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
