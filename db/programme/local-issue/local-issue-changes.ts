import { and, eq, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';
import type { IssueFields } from '#shared/programme/local-issue/local-issue.ts';
import { mayWriteLocalIssue } from '#shared/programme/local-issue/local-issue-access.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import type { ExperimentPerson } from '../experiment/experiment-rights.ts';
import { findExperiment } from '../experiment/experiments.ts';
import {
  localIssueCities,
  localIssueExperiments,
  localIssueSources,
  localIssues,
  stakeholderInterviews,
  watchNotes,
} from './schema.ts';

/** A challenge as it is kept. */
export type Issue = typeof localIssues.$inferSelect;
/** Who changes one, and when. */
interface Change {
  readonly by: string;
  readonly now: Date;
}

/** [LI1] Organisations that have challenges, interviews and notes of their own. */
export const CITY_KINDS: readonly OrganisationKind[] = ['municipality', 'intermunicipality', 'agency'];

/** [LI1] Whether this organisation has challenges of its own. */
export async function isCity(tx: Tx, organisationId: string): Promise<boolean> {
  const [found] = await tx
    .select({ kind: organisations.kind })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return found !== undefined && CITY_KINDS.includes(found.kind);
}

async function isTheme(tx: Tx, themeId: string): Promise<boolean> {
  const [theme] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.id, themeId));
  return theme !== undefined;
}

/** The challenge, held: two changes at once follow one another. */
export async function holdIssue(tx: Tx, issueId: string): Promise<Issue | null> {
  const [issue] = await tx.select().from(localIssues).where(eq(localIssues.id, issueId)).for('update');
  return issue ?? null;
}

/** [LI1] Keeps a new challenge of a city (or of the programme), which then shares it. Refused: what is no city, no theme. */
export async function createIssue(
  tx: Tx,
  { issueId, fields, rowId, by, now }: Change & { issueId: string; fields: IssueFields; rowId: string },
): Promise<Result<{ id: string; title: string }, 'localIssue.cityMissing' | 'localIssue.themeMissing'>> {
  const { organisationId, title } = fields;
  if (organisationId && !(await isCity(tx, organisationId))) return fail('localIssue.cityMissing');
  if (!(await isTheme(tx, fields.themeId))) return fail('localIssue.themeMissing');
  await tx
    .insert(localIssues)
    .values({ id: issueId, ...fields, createdBy: by, createdAt: now, updatedAt: now });
  if (organisationId)
    await tx
      .insert(localIssueCities)
      .values({ id: rowId, issueId, organisationId, joinedBy: by, joinedAt: now });
  return ok({ id: issueId, title });
}

/** [LI1] Changes what a challenge says. Refused: what is no theme. */
export async function changeIssue(
  tx: Tx,
  { issueId: id, fields, now }: { issueId: string; fields: Omit<IssueFields, 'organisationId'>; now: Date },
): Promise<Result<{ id: string; title: string }, 'localIssue.themeMissing'>> {
  if (!(await isTheme(tx, fields.themeId))) return fail('localIssue.themeMissing');
  await tx
    .update(localIssues)
    .set({ ...fields, updatedAt: now })
    .where(eq(localIssues.id, id));
  return ok({ id, title: fields.title });
}

/** [LI1] Throws a challenge away, or takes it back (null). */
export async function trashIssue(
  tx: Tx,
  { issueId, trashedAt }: { issueId: string; trashedAt: Date | null },
): Promise<void> {
  await tx.update(localIssues).set({ trashedAt }).where(eq(localIssues.id, issueId));
}

/** A city, null for nobody's, beside a challenge. */
interface OfCity extends Change {
  readonly issue: Issue;
  readonly organisationId: string | null;
}

/** [LI5] A city shares a challenge. Refused: what is no city. */
export async function shareIssue(
  tx: Tx,
  { issue, organisationId, rowId, by, now }: OfCity & { rowId: string },
): Promise<Result<void, 'localIssue.noCity'>> {
  if (!organisationId || !(await isCity(tx, organisationId))) return fail('localIssue.noCity');
  await tx
    .insert(localIssueCities)
    .values({ id: rowId, issueId: issue.id, organisationId, joinedBy: by, joinedAt: now })
    .onConflictDoNothing();
  return ok();
}

/** [LI5] A city no longer shares a challenge. Refused: what is no city, the city whose challenge it is. */
export async function leaveIssue(
  tx: Tx,
  { issue, organisationId, by, now }: OfCity,
): Promise<Result<void, 'localIssue.noCity' | 'localIssue.ownCity'>> {
  if (!organisationId || !(await isCity(tx, organisationId))) return fail('localIssue.noCity');
  if (issue.organisationId === organisationId) return fail('localIssue.ownCity');
  await tx
    .update(localIssueCities)
    .set({ leftBy: by, leftAt: now })
    .where(
      and(
        eq(localIssueCities.issueId, issue.id),
        eq(localIssueCities.organisationId, organisationId),
        isNull(localIssueCities.leftAt),
      ),
    );
  return ok();
}

/** What a challenge is said to come from. */
export type SourceOf = { readonly interviewId: string } | { readonly watchNoteId: string };

/**
 * [LI4] Says that a challenge comes from an interview or a watch note of its city, with the words that are quoted. Refused: one of another
 * city, or of one that this person does not write for.
 */
export async function linkSource(
  tx: Tx,
  {
    issue,
    person,
    of,
    quotation,
    rowId: id,
    by: linkedBy,
    now: linkedAt,
  }: Change & {
    issue: Issue;
    person: Pick<ExperimentPerson, 'platformRole' | 'organisationId'>;
    of: SourceOf;
    quotation: string;
    rowId: string;
  },
): Promise<Result<void, 'localIssue.sourceNotOfCity'>> {
  const [interviewId, watchNoteId] = 'interviewId' in of ? [of.interviewId, null] : [null, of.watchNoteId];
  const table = interviewId === null ? watchNotes : stakeholderInterviews;
  const [found] = await tx
    .select({ organisationId: table.organisationId })
    .from(table)
    .where(and(eq(table.id, interviewId ?? watchNoteId ?? ''), isNull(table.trashedAt)));
  const isOfCity = issue.organisationId === null || found?.organisationId === issue.organisationId;
  if (!found || !isOfCity || !mayWriteLocalIssue(person, found.organisationId))
    return fail('localIssue.sourceNotOfCity');
  await tx
    .insert(localIssueSources)
    .values({ id, issueId: issue.id, interviewId, watchNoteId, quotation, linkedBy, linkedAt });
  await tx.update(localIssues).set({ updatedAt: linkedAt }).where(eq(localIssues.id, issue.id));
  return ok();
}

/** [LI4] The challenge no longer comes from this. */
export async function unlinkSource(
  tx: Tx,
  { issueId, sourceId }: { issueId: string; sourceId: string },
): Promise<void> {
  await tx
    .delete(localIssueSources)
    .where(and(eq(localIssueSources.id, sourceId), eq(localIssueSources.issueId, issueId)));
}

interface OfExperiment extends Reader {
  readonly issueId: string;
  readonly experimentId: string;
}

/** [LI7] An experiment works on a challenge. Refused: one that this person does not see. */
export async function linkExperiment(
  tx: Tx,
  { issueId, experimentId, userId, now }: OfExperiment,
): Promise<Result<void, 'localIssue.experimentNotFound'>> {
  if (!(await findExperiment(tx, { experimentId, userId, now })))
    return fail('localIssue.experimentNotFound');
  await tx
    .insert(localIssueExperiments)
    .values({ issueId, experimentId, linkedBy: userId, linkedAt: now })
    .onConflictDoNothing();
  return ok();
}

/** [LI7] An experiment works on a challenge no longer. Refused: one that this person does not see. */
export async function unlinkExperiment(
  tx: Tx,
  { issueId, experimentId, ...reader }: OfExperiment,
): Promise<Result<void, 'localIssue.experimentNotFound'>> {
  if (!(await findExperiment(tx, { experimentId, ...reader }))) return fail('localIssue.experimentNotFound');
  await tx
    .delete(localIssueExperiments)
    .where(
      and(eq(localIssueExperiments.issueId, issueId), eq(localIssueExperiments.experimentId, experimentId)),
    );
  return ok();
}
