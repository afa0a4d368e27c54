import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { IssueForMember, IssueSource, ListedIssue } from '#shared/programme/local-issue/local-issue.ts';
import { mayReadInterviews, mayWriteLocalIssue } from '#shared/programme/local-issue/local-issue-access.ts';
import { parseSearch } from '#shared/search/search-query.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { compileTerms, rowsOf } from '../../search/search-terms.ts';
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

const PAGE = 50;

const listed = {
  id: localIssues.id,
  title: localIssues.title,
  theme: { key: themes.key, name: themes.name },
  city: organisations.name,
  sharedBy: sql<number>`(select count(*)::int from local_issue_city c where c.issue_id = ${localIssues.id} and c.left_at is null)`,
  experiments: sql<number>`(select count(*)::int from local_issue_experiment e where e.issue_id = ${localIssues.id})`,
};

/** What a list of challenges is narrowed by. */
export interface IssueFilter {
  readonly query: string;
  readonly theme: string;
  /** A city that shares it. */
  readonly city: string;
  /** From 1. */
  readonly page: number;
}

/** [LI1] The challenges that match, the last changed first; none for guests. */
export async function listIssues(
  db: Db,
  { userId, now, filter, size = PAGE }: Reader & { filter: IssueFilter; size?: number },
): Promise<{ issues: ListedIssue[]; total: number; pages: number }> {
  const person = await findProgrammeReader(db, { userId, now });
  if (!person) return { issues: [], total: 0, pages: 0 };
  const asked = parseSearch(filter.query);
  const terms = asked.ok ? asked.value.terms : [];
  const compiled = terms.length > 0 ? await compileTerms(db, terms) : null;
  if (filter.query && !compiled) return { issues: [], total: 0, pages: 0 };
  const where = and(
    isNull(localIssues.trashedAt),
    filter.theme ? eq(localIssues.themeId, filter.theme) : undefined,
    filter.city
      ? sql`exists (select from local_issue_city c where c.issue_id = ${localIssues.id} and c.left_at is null
          and c.organisation_id = ${filter.city})`
      : undefined,
    compiled ? sql`${WORDS} @@ ${compiled.query}::tsquery` : undefined,
  );
  const [counted] = await db.select({ total: sql<number>`count(*)::int` }).from(localIssues).where(where);
  const issues = await db
    .select(listed)
    .from(localIssues)
    .innerJoin(themes, eq(themes.id, localIssues.themeId))
    .leftJoin(organisations, eq(organisations.id, localIssues.organisationId))
    .where(where)
    .orderBy(desc(localIssues.updatedAt), localIssues.id)
    .limit(size)
    .offset((filter.page - 1) * size);
  const total = counted?.total ?? 0;
  return { issues, total, pages: Math.ceil(total / size) };
}

const WORDS: SQL = sql`to_tsvector('public.fr', ${localIssues.title} || ' ' || ${localIssues.context})`;

/**
 * [LI6] Challenges with words of this text by their French forms, or a title written much the same, the nearest first; none for guests.
 */
export async function listSimilarIssues(
  db: Db,
  { userId, now, text, except = null }: Reader & { text: string; except?: string | null },
): Promise<{ id: string; title: string }[]> {
  const person = await findProgrammeReader(db, { userId, now });
  if (!person || text.trim() === '') return [];
  return rowsOf(
    db,
    sql`with asked as (
        select array_to_string(array(
          select quote_literal(stem) from unnest(tsvector_to_array(to_tsvector('public.fr', ${text}::text))) as s(stem)
        ), ' | ')::tsquery as words)
      select i.id, i.title from local_issue i, asked,
        lateral (select setweight(to_tsvector('public.fr', i.title), 'A') || to_tsvector('public.fr', i.context) as said) w
      where i.trashed_at is null and i.id is distinct from ${except}
        and (w.said @@ asked.words or similarity(i.title, ${text}::text) > 0.4)
      order by ts_rank(w.said, asked.words) + similarity(i.title, ${text}::text) desc, i.id limit 5`,
  );
}

/** [LI1] The challenge, if this person may read it; null for guests, and for one in the trash. */
export async function findIssue(
  db: Db,
  { issueId, ...who }: Reader & { issueId: string },
): Promise<IssueForMember | null> {
  const person = await findProgrammeReader(db, who);
  if (!person) return null;
  const [row] = await db
    .select({
      id: localIssues.id,
      title: localIssues.title,
      context: localIssues.context,
      theme: { id: themes.id, key: themes.key, name: themes.name },
      city: { id: organisations.id, name: organisations.name },
      updatedAt: localIssues.updatedAt,
    })
    .from(localIssues)
    .innerJoin(themes, eq(themes.id, localIssues.themeId))
    .leftJoin(organisations, eq(organisations.id, localIssues.organisationId))
    .where(and(eq(localIssues.id, issueId), isNull(localIssues.trashedAt)));
  if (!row) return null;
  const sharing = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(localIssueCities)
    .innerJoin(organisations, eq(organisations.id, localIssueCities.organisationId))
    .where(and(eq(localIssueCities.issueId, issueId), isNull(localIssueCities.leftAt)))
    .orderBy(asc(organisations.name));
  const linked = await db
    .select({ id: localIssueExperiments.experimentId })
    .from(localIssueExperiments)
    .where(eq(localIssueExperiments.issueId, issueId));
  const experiments: { id: string; title: string }[] = [];
  for (const { id: experimentId } of linked) {
    const seen = await findExperiment(db, { experimentId, ...who });
    if (seen) experiments.push({ id: seen.id, title: seen.title });
  }
  return {
    ...row,
    mayWrite: mayWriteLocalIssue(person, row.city?.id ?? null),
    sharing,
    experiments,
    sources: await sourcesOf(db, issueId, person),
  };
}

/** [LI3] [LI4] Where a challenge comes from, without what this person may not know. */
async function sourcesOf(
  db: Db,
  issueId: string,
  person: Parameters<typeof mayReadInterviews>[0],
): Promise<IssueSource[]> {
  const rows = await db
    .select({
      id: localIssueSources.id,
      quotation: localIssueSources.quotation,
      interview: stakeholderInterviews,
      note: watchNotes,
    })
    .from(localIssueSources)
    .leftJoin(
      stakeholderInterviews,
      and(
        eq(stakeholderInterviews.id, localIssueSources.interviewId),
        isNull(stakeholderInterviews.trashedAt),
      ),
    )
    .leftJoin(watchNotes, and(eq(watchNotes.id, localIssueSources.watchNoteId), isNull(watchNotes.trashedAt)))
    .where(eq(localIssueSources.issueId, issueId))
    .orderBy(asc(localIssueSources.linkedAt), asc(localIssueSources.id));
  return rows.flatMap(({ id, quotation, interview, note }): IssueSource[] => {
    if (note)
      return [
        { id, kind: 'note', quotation, isCityOnly: false, title: note.title, url: note.url, says: note.says },
      ];
    if (!interview) return [];
    const isInside = mayReadInterviews(person, interview.organisationId);
    const isQuoted = quotation !== '' && interview.hasConsent;
    const { personName: name, personFunction, personOrganisation, metOn } = interview;
    const said = [personFunction, personOrganisation].filter(Boolean).join(', ');
    return [
      {
        id,
        kind: 'interview',
        quotation: isInside || isQuoted ? quotation : '',
        isCityOnly: isInside && !interview.hasConsent,
        person: isInside || isQuoted ? { name, said, metOn } : null,
      },
    ];
  });
}
