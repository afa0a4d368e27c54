import { and, asc, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { SheetRole, SheetState } from '#shared/publication/sheet/sheet-state.ts';
import type { SheetFields } from '#shared/publication/sheet/use-case-sheet.ts';
import type { DraftUpdate } from '#shared/realtime/room-draft.ts';
import { documentAccess } from '../../documents/access/schema.ts';
import { createDocument } from '../../documents/documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { experimentOrganisations, experiments, experimentTeam } from '../../programme/experiment/schema.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheetExperiments, useCaseSheetSteps, useCaseSheets } from './schema.ts';
import { sheetRolesOf } from './use-case-sheet-rights.ts';

/** A sheet as somebody who may see it sees it. */
export interface SheetForMember {
  readonly id: Readable<'sheet'>;
  readonly title: string;
  readonly documentId: string;
  readonly groupId: string;
  readonly state: SheetState;
  readonly fields: SheetFields;
  /** The first one first. */
  readonly experiments: readonly { readonly id: Readable<'told experiment'>; readonly title: string }[];
  readonly role: SheetRole;
  /** What the public reads of it today; null when it reads nothing. */
  readonly published: { readonly address: string; readonly at: Date; readonly firstAt: Date } | null;
}

const shown = {
  id: useCaseSheets.id,
  title: documents.title,
  documentId: useCaseSheets.documentId,
  groupId: documents.groupId,
  state: useCaseSheets.state,
  fields: {
    hook: useCaseSheets.hook,
    serviceKind: useCaseSheets.serviceKind,
    uses: useCaseSheets.uses,
    sizeClass: useCaseSheets.sizeClass,
  },
  address: publications.address,
  publishedAt: publications.publishedAt,
  firstAt: publications.firstAt,
  withdrawnAt: publications.withdrawnAt,
};

/** Sheets whose document is in the trash are not there. */
function selectSheets(db: Db) {
  return db
    .select(shown)
    .from(useCaseSheets)
    .innerJoin(documents, and(eq(documents.id, useCaseSheets.documentId), isNull(documents.trashedAt)))
    .leftJoin(publications, eq(publications.documentId, useCaseSheets.documentId));
}

async function seenBy(
  db: Db,
  rows: Awaited<ReturnType<typeof selectSheets>>,
  asker: Asker,
): Promise<SheetForMember[]> {
  const ids = rows.map(({ id }) => id);
  const roleOf = await sheetRolesOf(db, ids, asker);
  if (!roleOf || ids.length === 0) return [];
  const told = await db
    .select({ sheetId: useCaseSheetExperiments.sheetId, id: experiments.id, title: experiments.title })
    .from(useCaseSheetExperiments)
    .innerJoin(experiments, eq(experiments.id, useCaseSheetExperiments.experimentId))
    .where(inArray(useCaseSheetExperiments.sheetId, ids))
    .orderBy(asc(useCaseSheetExperiments.addedAt), asc(experiments.id));
  return rows.flatMap(({ address, publishedAt, firstAt, withdrawnAt, ...row }) => {
    const role = roleOf(row.id);
    const isPublic = address !== null && publishedAt !== null && firstAt !== null && withdrawnAt === null;
    if (role === 'reader' && !isPublic) return [];
    return [
      {
        ...row,
        id: asReadable<'sheet'>(row.id),
        role,
        experiments: told
          .filter(({ sheetId }) => sheetId === row.id)
          .map(({ id, title }) => ({ id: asReadable<'told experiment'>(id), title })),
        published: isPublic ? { address, at: publishedAt, firstAt } : null,
      },
    ];
  });
}

/** A page that listed more would help nobody; the programme has 222 cities. */
const LIST_MAX = 500;

/** [US1] The sheets that this person may see, the latest first: their own, and the published ones. */
export async function listSheets(db: Db, asker: Asker): Promise<SheetForMember[]> {
  const rows = await selectSheets(db)
    .orderBy(desc(useCaseSheets.createdAt), asc(useCaseSheets.id))
    .limit(LIST_MAX);
  return seenBy(db, rows, asker);
}

/** [US1] The sheet; null when it must look absent: it is not there, or is not published and of others. */
export async function findSheet(
  db: Db,
  { sheetId, ...asker }: Asker & { sheetId: string },
): Promise<SheetForMember | null> {
  const [sheet] = await seenBy(db, await selectSheets(db).where(eq(useCaseSheets.id, sheetId)), asker);
  return sheet ?? null;
}

/** [US1] The same, while nobody else changes it until the end of the transaction. */
export async function holdSheet(tx: Tx, asker: Asker & { sheetId: string }): Promise<SheetForMember | null> {
  await tx
    .select({ id: useCaseSheets.id })
    .from(useCaseSheets)
    .where(eq(useCaseSheets.id, asker.sheetId))
    .for('update');
  return findSheet(tx, asker);
}

/** The sheet that tells this experiment, for whoever may see it. */
export async function findSheetOfExperiment(
  db: Db,
  { experimentId, ...asker }: Asker & { experimentId: string },
): Promise<SheetForMember | null> {
  const [row] = await db
    .select({ sheetId: useCaseSheetExperiments.sheetId })
    .from(useCaseSheetExperiments)
    .where(eq(useCaseSheetExperiments.experimentId, experimentId));
  return row ? findSheet(db, { ...asker, sheetId: row.sheetId }) : null;
}

/** The sheet whose text this document is, or null: it is published through its states, and no other way. */
export async function findSheetIdOfDocument(db: Db, documentId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: useCaseSheets.id })
    .from(useCaseSheets)
    .where(eq(useCaseSheets.documentId, documentId));
  return row?.id ?? null;
}

/** A dated line of a sheet, with the name of whoever took the step. */
export interface SheetStep {
  readonly rank: number;
  readonly from: SheetState | null;
  readonly to: SheetState;
  readonly reason: string;
  readonly at: Date;
  readonly byName: string | null;
}

/** [US5] The steps of a sheet, the last one first. */
export function listSheetSteps(db: Db, sheetId: Readable<'sheet'>): Promise<SheetStep[]> {
  const { rank, from, to, reason, at } = useCaseSheetSteps;
  return db
    .select({ rank, from, to, reason, at, byName: users.name })
    .from(useCaseSheetSteps)
    .leftJoin(users, eq(users.id, useCaseSheetSteps.by))
    .where(eq(useCaseSheetSteps.sheetId, sheetId))
    .orderBy(desc(rank))
    .limit(200);
}

/** What a new sheet says; the ids are new. */
export interface NewSheet extends Asker {
  readonly sheetId: string;
  readonly documentId: string;
  readonly experimentId: string;
  /** Where its document is. */
  readonly groupId: string;
  /** The text that it begins with, as its live room keeps it. */
  readonly updates: readonly DraftUpdate[];
  readonly newId: () => string;
}

/**
 * [US1] Makes the sheet of an experiment, with its document: its cities and its team write it, funders comment it, and nobody else of
 * the group reads it. Refused: an experiment that has a sheet already.
 */
export async function createSheet(
  tx: Tx,
  { sheetId, documentId, experimentId, groupId, updates, userId, now, newId }: NewSheet,
): Promise<Result<{ id: string; title: string }, 'access.notFound' | 'useCaseSheet.exists'>> {
  const [experiment] = await tx
    .select({ title: experiments.title })
    .from(experiments)
    .where(eq(experiments.id, experimentId))
    // Two people at once: the second one sees the sheet of the first.
    .for('update');
  if (!experiment) return fail('access.notFound');
  if ((await tx.$count(useCaseSheetExperiments, eq(useCaseSheetExperiments.experimentId, experimentId))) > 0)
    return fail('useCaseSheet.exists');
  const { title } = experiment;
  const change = { documentId, groupId, by: userId, now, activityId: newId() };
  const made = await createDocument(tx, { ...change, title, updates });
  if (!made.ok) throw new Error(`an experiment has no title: ${made.error}`);
  await tx.update(documents).set({ visibility: 'restricted' }).where(eq(documents.id, documentId));
  const sheet = { id: sheetId, documentId, uses: [], state: 'draft' as const };
  await tx.insert(useCaseSheets).values({ ...sheet, createdBy: userId, createdAt: now });
  await nameWriters(tx, { documentId, experimentId, userId, now, newId });
  await tx.insert(useCaseSheetExperiments).values({ sheetId, experimentId, addedAt: now });
  await recordStep(tx, { sheetId, from: null, to: 'draft', reason: '', userId, now });
  return ok({ id: sheetId, title });
}

/** [US1] Cities of the experiment and its team write the text; funders comment it. */
export async function nameWriters(
  tx: Tx,
  {
    documentId,
    experimentId,
    userId,
    now,
    newId,
  }: Pick<NewSheet, 'documentId' | 'experimentId' | 'userId' | 'now' | 'newId'>,
): Promise<void> {
  const cities = await tx
    .select({ organisationId: experimentOrganisations.organisationId })
    .from(experimentOrganisations)
    .where(eq(experimentOrganisations.experimentId, experimentId));
  const team = await tx
    .selectDistinct({ userId: experimentTeam.userId })
    .from(experimentTeam)
    .where(eq(experimentTeam.experimentId, experimentId));
  const funders = await tx
    .select({ organisationId: organisations.id })
    .from(organisations)
    .where(eq(organisations.kind, 'funder'));
  const given = [
    ...cities.map((city) => ({ ...city, role: 'editor' as const })),
    ...team.map((person) => ({ ...person, role: 'editor' as const })),
    ...funders.map((funder) => ({ ...funder, role: 'commenter' as const })),
  ];
  if (given.length === 0) return;
  await tx
    .insert(documentAccess)
    .values(given.map((one) => ({ id: newId(), documentId, ...one, addedBy: userId, addedAt: now })))
    .onConflictDoNothing();
}

/** [US5] Keeps one more dated line. */
export async function recordStep(
  tx: Tx,
  step: Asker & { sheetId: string; from: SheetState | null; to: SheetState; reason: string },
): Promise<void> {
  const { sheetId, from, to, reason, userId: by, now: at } = step;
  const [last] = await tx
    .select({ rank: max(useCaseSheetSteps.rank) })
    .from(useCaseSheetSteps)
    .where(eq(useCaseSheetSteps.sheetId, sheetId));
  await tx
    .insert(useCaseSheetSteps)
    .values({ sheetId, rank: (last?.rank ?? 0) + 1, from, to, reason, by, at });
}

/** [US2] Says what the sheet is beside its text. */
export async function editSheet(
  tx: Tx,
  { sheetId, fields: { uses, ...fields } }: { sheetId: string; fields: SheetFields },
): Promise<Result<void, never>> {
  await tx
    .update(useCaseSheets)
    .set({ ...fields, uses: [...uses] })
    .where(eq(useCaseSheets.id, sheetId));
  return ok();
}
