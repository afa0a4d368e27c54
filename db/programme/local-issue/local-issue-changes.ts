import { and, eq, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';
import type { IssueFields } from '#shared/programme/local-issue/local-issue.ts';
import { mayWriteLocalIssue } from '#shared/programme/local-issue/local-issue-access.ts';
import type { LocalIssueError } from '#shared/programme/local-issue/local-issue-errors.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { findProgrammeReader } from '../experiment/experiment-rights.ts';
import { findExperiment } from '../experiment/experiments.ts';
import {
  localIssueCities,
  localIssueExperiments,
  localIssueSources,
  localIssues,
  stakeholderInterviews,
  watchNotes,
} from './schema.ts';

type Refusal = LocalIssueError | 'access.notFound' | 'access.forbidden';
type Asking = NonNullable<Awaited<ReturnType<typeof findProgrammeReader>>>;
type IssueRow = typeof localIssues.$inferSelect;

/** [LI1] Organisations that have challenges, interviews and notes of their own. */
export const CITY_KINDS: readonly OrganisationKind[] = ['municipality', 'intermunicipality', 'agency'];

/**
 * [LI1] Keeps a new challenge of a city (or of the programme), which then shares it. Refused: 'access.notFound' (guests),
 * 'localIssue.cityNotYours', 'localIssue.cityMissing', 'localIssue.themeMissing'.
 */
export function createIssue(
  db: Db,
  { issueId, fields, newId, ...who }: Reader & { issueId: string; fields: IssueFields; newId: () => string },
): Promise<Result<{ id: string; title: string }, Refusal>> {
  return db.transaction(async (tx) => {
    const person = await findProgrammeReader(tx, who);
    if (!person) return fail('access.notFound');
    const checked = await checkFields(tx, person, fields);
    if (!checked.ok) return checked;
    const { userId: createdBy, now } = who;
    await tx
      .insert(localIssues)
      .values({ id: issueId, ...fields, createdBy, createdAt: now, updatedAt: now });
    const { organisationId } = fields;
    if (organisationId)
      await tx
        .insert(localIssueCities)
        .values({ id: newId(), issueId, organisationId, joinedBy: createdBy, joinedAt: now });
    return ok({ id: issueId, title: fields.title });
  });
}

async function checkFields(tx: Db, person: Asking, fields: IssueFields): Promise<Result<void, Refusal>> {
  const { organisationId, themeId } = fields;
  if (!mayWriteLocalIssue(person, organisationId)) return fail('localIssue.cityNotYours');
  if (organisationId) {
    const [city] = await tx
      .select({ kind: organisations.kind })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    if (!city || !CITY_KINDS.includes(city.kind)) return fail('localIssue.cityMissing');
  }
  const [theme] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.id, themeId));
  return theme ? ok() : fail('localIssue.themeMissing');
}

/** A change of one challenge. */
export interface IssueChange extends Reader {
  readonly issueId: string;
}

/** [LI1] Changes what a challenge says. Refused: 'access.notFound', 'access.forbidden', and what `createIssue` says. */
export function changeIssue(
  db: Db,
  { fields, ...change }: IssueChange & { fields: Omit<IssueFields, 'organisationId'> },
): Promise<Result<{ id: string; title: string }, Refusal>> {
  return writing(db, change, async (tx, issue, person) => {
    const checked = await checkFields(tx, person, { ...fields, organisationId: issue.organisationId });
    if (!checked.ok) return checked;
    await tx
      .update(localIssues)
      .set({ ...fields, updatedAt: change.now })
      .where(eq(localIssues.id, issue.id));
    return ok({ id: issue.id, title: fields.title });
  });
}

/** [LI1] Throws a challenge away, or takes it back. Refused: 'access.notFound', 'access.forbidden'. */
export function trashIssue(
  db: Db,
  { isTrashed, ...change }: IssueChange & { isTrashed: boolean },
): Promise<Result<{ id: string; title: string }, Refusal>> {
  return writing(
    db,
    change,
    async (tx, { id, title }) => {
      await tx
        .update(localIssues)
        .set({ trashedAt: isTrashed ? change.now : null })
        .where(eq(localIssues.id, id));
      return ok({ id, title });
    },
    !isTrashed,
  );
}

/** [LI5] The city of this person shares a challenge, or leaves it. Refused: 'access.notFound', 'localIssue.noCity', 'localIssue.ownCity'. */
export function shareIssue(
  db: Db,
  { isSharing, rowId, issueId, userId, now }: IssueChange & { isSharing: boolean; rowId: string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const person = await findProgrammeReader(tx, { userId, now });
    const issue = person ? await lock(tx, issueId) : null;
    if (!person || !issue || issue.trashedAt) return fail('access.notFound');
    const { organisationId } = person;
    const [city] = organisationId
      ? await tx
          .select({ kind: organisations.kind })
          .from(organisations)
          .where(eq(organisations.id, organisationId))
      : [];
    if (!organisationId || !city || !CITY_KINDS.includes(city.kind)) return fail('localIssue.noCity');
    if (!isSharing && issue.organisationId === organisationId) return fail('localIssue.ownCity');
    const isTheirs = and(
      eq(localIssueCities.issueId, issueId),
      eq(localIssueCities.organisationId, organisationId),
      isNull(localIssueCities.leftAt),
    );
    if (!isSharing) await tx.update(localIssueCities).set({ leftBy: userId, leftAt: now }).where(isTheirs);
    else
      await tx
        .insert(localIssueCities)
        .values({ id: rowId, issueId, organisationId, joinedBy: userId, joinedAt: now })
        .onConflictDoNothing();
    return ok();
  });
}

/** What a challenge is said to come from. */
export type SourceOf = { readonly interviewId: string } | { readonly watchNoteId: string };

/**
 * [LI4] Says that a challenge comes from an interview or a watch note of its city, with the words that are quoted. Refused:
 * 'access.notFound', 'access.forbidden', 'localIssue.sourceNotOfCity'.
 */
export function linkSource(
  db: Db,
  { of, quotation, rowId, ...change }: IssueChange & { of: SourceOf; quotation: string; rowId: string },
): Promise<Result<void, Refusal>> {
  return writing(db, change, async (tx, issue, person) => {
    const [interviewId, watchNoteId] = 'interviewId' in of ? [of.interviewId, null] : [null, of.watchNoteId];
    const table = interviewId === null ? watchNotes : stakeholderInterviews;
    const [found] = await tx
      .select({ organisationId: table.organisationId })
      .from(table)
      .where(eq(table.id, interviewId ?? watchNoteId ?? ''));
    const isOfCity = issue.organisationId === null || found?.organisationId === issue.organisationId;
    if (!found || !isOfCity || !mayWriteLocalIssue(person, found.organisationId))
      return fail('localIssue.sourceNotOfCity');
    await tx.insert(localIssueSources).values({
      id: rowId,
      issueId: issue.id,
      interviewId,
      watchNoteId,
      quotation,
      linkedBy: change.userId,
      linkedAt: change.now,
    });
    await tx.update(localIssues).set({ updatedAt: change.now }).where(eq(localIssues.id, issue.id));
    return ok();
  });
}

/** [LI4] The challenge no longer comes from this. Refused: 'access.notFound', 'access.forbidden'. */
export function unlinkSource(
  db: Db,
  { sourceId, ...change }: IssueChange & { sourceId: string },
): Promise<Result<void, Refusal>> {
  return writing(db, change, async (tx, issue) => {
    await tx
      .delete(localIssueSources)
      .where(and(eq(localIssueSources.id, sourceId), eq(localIssueSources.issueId, issue.id)));
    return ok();
  });
}

/** [LI7] An experiment works on a challenge, or no longer. Refused: 'access.notFound', 'access.forbidden', 'localIssue.experimentNotFound'. */
export function linkExperiment(
  db: Db,
  { experimentId, isLinked, ...change }: IssueChange & { experimentId: string; isLinked: boolean },
): Promise<Result<void, Refusal>> {
  return writing(db, change, async (tx, { id: issueId }) => {
    const { userId, now } = change;
    if (!(await findExperiment(tx, { experimentId, userId, now })))
      return fail('localIssue.experimentNotFound');
    if (isLinked)
      await tx
        .insert(localIssueExperiments)
        .values({ issueId, experimentId, linkedBy: userId, linkedAt: now })
        .onConflictDoNothing();
    else
      await tx
        .delete(localIssueExperiments)
        .where(
          and(
            eq(localIssueExperiments.issueId, issueId),
            eq(localIssueExperiments.experimentId, experimentId),
          ),
        );
    return ok();
  });
}

async function lock(tx: Db, issueId: string): Promise<IssueRow | null> {
  const [issue] = await tx.select().from(localIssues).where(eq(localIssues.id, issueId)).for('update');
  return issue ?? null;
}

function writing<T>(
  db: Db,
  { issueId, userId, now }: IssueChange,
  run: (tx: Db, issue: IssueRow, person: Asking) => Promise<Result<T, Refusal>>,
  isInTrash = false,
): Promise<Result<T, Refusal>> {
  return db.transaction(async (tx) => {
    const person = await findProgrammeReader(tx, { userId, now });
    const issue = person ? await lock(tx, issueId) : null;
    if (!person || !issue || (issue.trashedAt !== null) !== isInTrash) return fail('access.notFound');
    if (!mayWriteLocalIssue(person, issue.organisationId)) return fail('access.forbidden');
    return run(tx, issue, person);
  });
}
