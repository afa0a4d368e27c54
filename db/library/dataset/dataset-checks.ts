import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { type CheckSummary, stateAt } from '#shared/library/dataset/check.ts';
import { mayChangeCheck } from '#shared/library/dataset/dataset-access.ts';
import type { CheckError } from '#shared/library/dataset/dataset-errors.ts';
import type { TableReport } from '#shared/library/dataset/table-report.ts';
import type { TableSchema } from '#shared/library/dataset/table-schema.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { findGroupRole, listGroupsForMember } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { datasetChecks, datasets } from './schema.ts';

interface CheckFacts extends CheckSummary {
  readonly id: Readable<'check'>;
  readonly group: { readonly id: string; readonly name: string };
  readonly dataset: { readonly id: Readable<'dataset'>; readonly title: string } | null;
  readonly role: GroupRole;
  readonly schema: TableSchema | null;
  readonly schemaSource: string;
  readonly fileBytes: number;
  readonly rowsRead: number;
  readonly failure: CheckError | null;
  readonly report: TableReport | null;
  readonly shareToken: string | null;
}

/** A check and what it found, as the members of its group see it. */
export type CheckForMember = ChangeableCheck | (CheckFacts & { readonly mayChange: false });

/** The same for whoever may change it. */
export type ChangeableCheck = CheckFacts & { readonly mayChange: true };

const summary = {
  id: datasetChecks.id,
  fileName: datasetChecks.fileName,
  state: datasetChecks.state,
  hasSchema: sql<boolean>`${datasetChecks.schema} is not null`,
  errors: datasetChecks.errors,
  warnings: datasetChecks.warnings,
  createdAt: datasetChecks.createdAt,
  beatAt: datasetChecks.beatAt,
  byName: users.name,
};

/** [DS10] Prepares a check of a group: it waits for its file. */
export async function prepareCheck(
  tx: Tx,
  {
    checkId,
    userId,
    now,
    ...check
  }: Reader & {
    checkId: string;
    groupId: string;
    datasetId: string | null;
    schema: TableSchema | null;
    schemaSource: string;
  },
): Promise<void> {
  await tx.insert(datasetChecks).values({
    id: checkId,
    ...check,
    state: 'waiting',
    fileName: '',
    fileBytes: 0,
    rowsRead: 0,
    errors: 0,
    warnings: 0,
    createdBy: userId,
    createdAt: now,
    beatAt: now,
  });
}

/** [DS11] The check, for a member of its group; null for anybody else as when there is none. */
export async function findCheckForMember(
  db: Db,
  { checkId, ...reader }: Reader & { checkId: string },
): Promise<CheckForMember | null> {
  const [row] = await db
    .select({
      ...summary,
      group: { id: groups.id, name: groups.name },
      datasetId: datasets.id,
      datasetTitle: datasets.title,
      createdBy: datasetChecks.createdBy,
      schema: datasetChecks.schema,
      schemaSource: datasetChecks.schemaSource,
      fileBytes: datasetChecks.fileBytes,
      rowsRead: datasetChecks.rowsRead,
      failure: datasetChecks.failure,
      report: datasetChecks.report,
      shareToken: datasetChecks.shareToken,
    })
    .from(datasetChecks)
    .innerJoin(groups, eq(groups.id, datasetChecks.groupId))
    .leftJoin(users, eq(users.id, datasetChecks.createdBy))
    .leftJoin(datasets, and(eq(datasets.id, datasetChecks.datasetId), isNull(datasets.trashedAt)))
    .where(eq(datasetChecks.id, checkId));
  const role = row ? await findGroupRole(db, { ...reader, groupId: row.group.id }) : null;
  if (!row || !role) return null;
  const { datasetId, datasetTitle, createdBy, beatAt, ...check } = row;
  const state = stateAt({ state: check.state, beatAt }, reader.now);
  return {
    ...check,
    id: asReadable(check.id),
    state,
    failure: state === 'failed' ? (check.failure ?? 'dataset.checkInterrupted') : check.failure,
    dataset: datasetId && datasetTitle ? { id: asReadable(datasetId), title: datasetTitle } : null,
    role,
    mayChange: mayChangeCheck(role, createdBy === reader.userId),
  };
}

/** The checks of a data set, the newest first. */
export async function listChecks(
  db: Db,
  { datasetId, now }: { datasetId: Readable<'dataset'>; now: Date },
): Promise<CheckSummary[]> {
  const rows = await selectChecks(db)
    .where(
      and(
        eq(datasetChecks.datasetId, datasetId),
        inArray(datasetChecks.state, ['done', 'running', 'failed']),
      ),
    )
    .orderBy(desc(datasetChecks.createdAt), datasetChecks.id)
    .limit(LISTED);
  return rows.map(({ beatAt, ...row }) => ({ ...row, state: stateAt({ state: row.state, beatAt }, now) }));
}

/** The last finished checks of this person's groups that are of no data set, the newest first. */
export async function listLooseChecks(db: Db, reader: Reader): Promise<CheckSummary[]> {
  const own = (await listGroupsForMember(db, reader)).map(({ id }) => id);
  if (own.length === 0) return [];
  const rows = await selectChecks(db)
    .where(
      and(
        isNull(datasetChecks.datasetId),
        inArray(datasetChecks.groupId, own),
        eq(datasetChecks.state, 'done'),
      ),
    )
    .orderBy(desc(datasetChecks.createdAt), datasetChecks.id)
    .limit(LISTED);
  return rows.map(({ beatAt: _, ...row }) => row);
}

const LISTED = 20;

function selectChecks(db: Db) {
  return db.select(summary).from(datasetChecks).leftJoin(users, eq(users.id, datasetChecks.createdBy));
}

/** The schema of the last check of a data set that had one, to check the next file against the same. */
export async function findLastSchema(
  db: Db,
  { datasetId, groupId }: { datasetId: string; groupId: string },
): Promise<{ schema: TableSchema; schemaSource: string } | null> {
  const [found] = await db
    .select({ schema: datasetChecks.schema, schemaSource: datasetChecks.schemaSource })
    .from(datasetChecks)
    .where(
      and(
        eq(datasetChecks.datasetId, datasetId),
        eq(datasetChecks.groupId, groupId),
        sql`${datasetChecks.schema} is not null`,
      ),
    )
    .orderBy(desc(datasetChecks.createdAt), datasetChecks.id)
    .limit(1);
  return found?.schema ? { schema: found.schema, schemaSource: found.schemaSource } : null;
}

/** [DS10] A check that waited takes its file; false when another was first. */
export async function startCheck(
  tx: Tx,
  { checkId, fileName, now }: { checkId: string; fileName: string; now: Date },
): Promise<boolean> {
  const started = await tx
    .update(datasetChecks)
    .set({ state: 'running', fileName, beatAt: now })
    .where(and(eq(datasetChecks.id, checkId), eq(datasetChecks.state, 'waiting')))
    .returning({ id: datasetChecks.id });
  return started.length > 0;
}

/** [DS10] Says that the check goes on, and how far; false when somebody stopped it meanwhile. */
export async function beatCheck(
  tx: Tx,
  { checkId, rowsRead, now }: { checkId: string; rowsRead: number; now: Date },
): Promise<boolean> {
  const beaten = await tx
    .update(datasetChecks)
    .set({ rowsRead, beatAt: now })
    .where(and(eq(datasetChecks.id, checkId), eq(datasetChecks.state, 'running')))
    .returning({ id: datasetChecks.id });
  return beaten.length > 0;
}

/** [DS9] Keeps what a check found, and says so in its group. One that was stopped meanwhile stays stopped. */
export async function finishCheck(
  tx: Tx,
  {
    checkId,
    report,
    fileBytes,
    activityId,
    now,
  }: { checkId: string; report: TableReport; fileBytes: number; activityId: string; now: Date },
): Promise<void> {
  const { errors, warnings, rows } = report;
  const [done] = await tx
    .update(datasetChecks)
    .set({ state: 'done', report, errors, warnings, rowsRead: rows, fileBytes, beatAt: now })
    .where(and(eq(datasetChecks.id, checkId), eq(datasetChecks.state, 'running')))
    .returning({
      groupId: datasetChecks.groupId,
      actorId: datasetChecks.createdBy,
      title: datasetChecks.fileName,
    });
  if (!done) return;
  await recordActivity(tx, { id: activityId, ...done, verb: 'check.done', objectId: checkId, now });
}

/** A check that gave no report: why. One that was stopped meanwhile stays stopped. */
export async function failCheck(
  tx: Tx,
  { checkId, failure, now }: { checkId: string; failure: CheckError; now: Date },
): Promise<void> {
  await tx
    .update(datasetChecks)
    .set({ state: failure === 'dataset.checkCancelled' ? 'cancelled' : 'failed', failure, beatAt: now })
    .where(and(eq(datasetChecks.id, checkId), inArray(datasetChecks.state, ['running', 'waiting'])));
}

/** [DS11] Opens the secret address of a report (`token`), or closes it (null). */
export async function shareCheck(
  tx: Tx,
  { checkId, groupId, token }: { checkId: string; groupId: string; token: string | null },
): Promise<void> {
  await tx
    .update(datasetChecks)
    .set({ shareToken: token })
    .where(
      and(eq(datasetChecks.id, checkId), eq(datasetChecks.groupId, groupId), eq(datasetChecks.state, 'done')),
    );
}

/** [DS11] The report behind a secret address: nothing of who made it, nor of its group. */
export async function findSharedCheck(
  db: Db,
  token: string,
): Promise<
  | (Pick<CheckForMember, 'fileName' | 'fileBytes' | 'schema' | 'schemaSource' | 'createdAt'> & {
      report: TableReport;
    })
  | null
> {
  const [row] = await db
    .select({
      fileName: datasetChecks.fileName,
      fileBytes: datasetChecks.fileBytes,
      schema: datasetChecks.schema,
      schemaSource: datasetChecks.schemaSource,
      createdAt: datasetChecks.createdAt,
      report: datasetChecks.report,
    })
    .from(datasetChecks)
    .where(and(eq(datasetChecks.shareToken, token), eq(datasetChecks.state, 'done')));
  return row?.report ? { ...row, report: row.report } : null;
}
