import { and, desc, eq, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { DataGouvRecord } from '#shared/library/dataset/data-gouv.ts';
import type { DatasetFields } from '#shared/library/dataset/dataset.ts';
import { mayChangeDataset } from '#shared/library/dataset/dataset-access.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { findGroupRole, listGroupsForMember } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { findOrganisationBadge, organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { datasets } from './schema.ts';

/** What each change of a record says; `activityId` is new. */
interface DatasetChange extends Reader {
  readonly datasetId: string;
  readonly groupId: string;
  readonly activityId: string;
}

const shown = {
  id: datasets.id,
  title: datasets.title,
  description: datasets.description,
  producerName: datasets.producerName,
  producerKind: datasets.producerKind,
  accessStatus: datasets.accessStatus,
  accessReason: datasets.accessReason,
  accessNote: datasets.accessNote,
  licence: datasets.licence,
  frequency: datasets.frequency,
  schemaName: datasets.schemaName,
  schemaUrl: datasets.schemaUrl,
  schemaVersion: datasets.schemaVersion,
  territory: datasets.territory,
  yearFrom: datasets.yearFrom,
  yearTo: datasets.yearTo,
  contact: datasets.contact,
  visibility: datasets.visibility,
  dataGouv: datasets.dataGouv,
  dataGouvReadAt: datasets.dataGouvReadAt,
  createdAt: datasets.createdAt,
  updatedAt: datasets.updatedAt,
  group: { id: groups.id, name: groups.name },
  organisation: organisationBadge,
};

/** Rows of records with their group and organisation. */
export function selectDatasets(db: Db) {
  return db
    .select(shown)
    .from(datasets)
    .innerJoin(groups, eq(groups.id, datasets.groupId))
    .leftJoin(organisations, eq(organisations.id, datasets.organisationId));
}
type Row = Awaited<ReturnType<typeof selectDatasets>>[number];

/** The organisation of a person; null for none, and for an account that is suspended. */
export async function organisationOf(db: Db, userId: string): Promise<string | null> {
  const [person] = await db
    .select({ organisationId: users.organisationId })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  return person?.organisationId ?? null;
}

/** [DS4] The row as its reader may see it: whom to write to is the group's. */
export function present(row: Row, role: GroupRole | null, organisationId: string | null): DatasetForMember {
  const mayChange = mayChangeDataset({ role, organisationId }, row.organisation?.id ?? null);
  const id = asReadable<'dataset'>(row.id);
  return { ...row, id, contact: role === null ? '' : row.contact, role, mayChange };
}

/** [DS1] Of rows of `dataset`: what somebody of these groups may read; what is in the trash nobody reads. */
export function isReadableDataset(groupIds: readonly string[]): SQL | undefined {
  const ofGroups = groupIds.length > 0 ? inArray(datasets.groupId, [...groupIds]) : undefined;
  return and(isNull(datasets.trashedAt), or(eq(datasets.visibility, 'programme'), ofGroups));
}

/** [DS1] Every record that this person may read, trash excepted, the last changed first. */
export async function listDatasetsForMember(db: Db, reader: Reader): Promise<DatasetForMember[]> {
  const roles = new Map<string, GroupRole>(
    (await listGroupsForMember(db, reader)).map(({ id, role }) => [id, role]),
  );
  const own = [...roles.keys()];
  const rows = await selectDatasets(db)
    .where(isReadableDataset(own))
    .orderBy(desc(datasets.updatedAt), datasets.id);
  const organisationId = await organisationOf(db, reader.userId);
  return rows.map((row) => present(row, roles.get(row.group.id) ?? null, organisationId));
}

/** [DS1] The record, if this person may read it; null when it is trashed, of a group that is not theirs, or absent. */
export async function findDatasetForMember(
  db: Db,
  { datasetId, ...reader }: Reader & { datasetId: string },
): Promise<DatasetForMember | null> {
  const [row] = await selectDatasets(db).where(and(eq(datasets.id, datasetId), isNull(datasets.trashedAt)));
  if (!row) return null;
  const role = await findGroupRole(db, { ...reader, groupId: row.group.id });
  if (role === null && row.visibility !== 'programme') return null;
  return present(row, role, await organisationOf(db, reader.userId));
}

/** [DS2] Keeps a new record of a group for an organisation, which must exist ([SC19]), or for none. */
export async function createDataset(
  tx: Tx,
  {
    organisationId,
    fields,
    ...change
  }: DatasetChange & { organisationId: string | null; fields: DatasetFields },
): Promise<Result<{ id: string; title: string }, 'organisation.notFound'>> {
  const { datasetId: id, groupId, userId, now } = change;
  if (organisationId && !(await findOrganisationBadge(tx, organisationId)))
    return fail('organisation.notFound');
  await tx
    .insert(datasets)
    .values({ id, groupId, organisationId, ...fields, createdBy: userId, createdAt: now, updatedAt: now });
  await record(tx, change, 'dataset.created', fields.title);
  return ok({ id, title: fields.title });
}

type Changed = Result<{ id: string; title: string }, 'access.notFound'>;

/** [DS2] Changes what a record says. */
export function changeDataset(
  tx: Tx,
  { fields, ...change }: DatasetChange & { fields: DatasetFields },
): Promise<Changed> {
  return changing(tx, change, 'dataset.changed', fields);
}

/** [DS12] Keeps what data.gouv.fr says of it, or forgets it (null). */
export function keepDataGouv(
  tx: Tx,
  { dataGouv, ...change }: DatasetChange & { dataGouv: DataGouvRecord | null },
): Promise<Changed> {
  return changing(tx, change, null, { dataGouv, dataGouvReadAt: dataGouv && change.now });
}

/** [DS13] Puts a record into the trash. */
export function trashDataset(tx: Tx, change: DatasetChange): Promise<Changed> {
  return changing(tx, change, 'dataset.trashed', { trashedAt: change.now });
}

/** [DS13] Takes a record back from the trash. */
export function restoreDataset(tx: Tx, change: DatasetChange): Promise<Changed> {
  return changing(tx, change, 'dataset.restored', { trashedAt: null });
}

async function changing(
  tx: Tx,
  change: DatasetChange,
  verb: Extract<ActivityVerb, `dataset.${string}`> | null,
  set: Partial<typeof datasets.$inferInsert>,
): Promise<Changed> {
  const { datasetId, groupId, now } = change;
  const isThere = verb === 'dataset.restored' ? isNotNull(datasets.trashedAt) : isNull(datasets.trashedAt);
  const [saved] = await tx
    .update(datasets)
    .set({ ...set, updatedAt: now })
    .where(and(eq(datasets.id, datasetId), eq(datasets.groupId, groupId), isThere))
    .returning({ id: datasets.id, title: datasets.title });
  if (!saved) return fail('access.notFound');
  if (verb) await record(tx, change, verb, saved.title);
  return ok(saved);
}

function record(tx: Tx, change: DatasetChange, verb: ActivityVerb, title: string): Promise<void> {
  const { activityId: id, groupId, userId: actorId, datasetId: objectId, now } = change;
  return recordActivity(tx, { id, groupId, actorId, verb, objectId, title, now });
}
