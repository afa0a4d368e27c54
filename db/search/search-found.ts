import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { KINDS, type KindName } from '#shared/kinds.ts';
import type { FoundItem } from '#shared/search/found-item.ts';
import { MARK_END, MARK_START, readExcerpt, readMarks } from '#shared/search/marked-text.ts';
import { boards, cards } from '../boards/schema.ts';
import { commentThreads } from '../documents/comment/schema.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import { groupMembers, groupOrganisations, groups } from '../people/group/schema.ts';
import { organisations } from '../people/organisation/schema.ts';
import { users } from '../people/person/schema.ts';
import { experiments } from '../programme/experiment/schema.ts';
import { agreementMunicipalities, departments, municipalities } from '../programme/territory/schema.ts';
import { searchEntries } from './schema.ts';

export type { FoundItem };

interface Context {
  readonly query: string;
  readonly stems: readonly (readonly string[])[];
  /** The reader's own. */
  readonly groupIds: readonly string[];
  readonly now: Date;
  /** Nobody looks at the excerpts: they are left empty. */
  readonly isShort: boolean;
}

/** Kinds that stand under the name of the organisation that they are of. */
const OF_ORGANISATION: readonly KindName[] = [
  'organisation',
  'person',
  'issue',
  'interview',
  'note',
  'application',
  'adoption',
];

/** Before the first word found, and altogether. */
const BEFORE = 90;
const LENGTH = 260;

/** What a list shows of these objects, in this order. */
export async function readFound(
  db: Db,
  page: readonly { kind: KindName; objectId: Readable<KindName> }[],
  { query, stems, groupIds, now, isShort }: Context,
): Promise<FoundItem[]> {
  if (page.length === 0) return [];
  const { kind, objectId, title, body, labels, updatedAt, documentId, boardId, parentId } = searchEntries;
  const marked = (text: SQL) =>
    sql<string>`ts_headline('public.fr', ${text}, ${query}::tsquery, ${`HighlightAll=true, StartSel="${MARK_START}", StopSel="${MARK_END}"`})`;
  const start = sql`greatest(1, regexp_instr(lower(public.unaccent(${body})), ${beginnings(stems)}) - ${BEFORE}::int)`;
  const rows = await db
    .select({
      kind: sql<KindName>`${kind}`,
      id: objectId,
      title,
      documentId,
      boardId,
      parentId,
      updatedAt,
      markedTitle: marked(sql`${title}`),
      ...(isShort
        ? { excerpt: sql<string>`''`, start: sql<number>`1`, length: sql<number>`0` }
        : {
            excerpt: marked(sql`substr(${body}, ${start}, ${LENGTH}::int)`),
            start: sql<number>`${start}`.mapWith(Number),
            length: sql<number>`length(${body})`.mapWith(Number),
          }),
      groupName: groups.name,
      documentTitle: documents.title,
      boardTitle: boards.title,
      cardId: commentThreads.cardId,
      cardTitle: cards.title,
      author: users.name,
      labels,
      cityCode: agreementMunicipalities.municipalityCode,
      departmentName: departments.name,
      sharedGroupId: sql<
        string | null
      >`case when ${kind} = 'person' then ${sharedGroup(db, groupIds, now)} end`,
      experimentTitle: experiments.title,
      organisationName: organisations.name,
    })
    .from(searchEntries)
    .leftJoin(groups, eq(groups.id, searchEntries.groupId))
    .leftJoin(documents, eq(documents.id, documentId))
    .leftJoin(boards, eq(boards.id, boardId))
    .leftJoin(commentThreads, and(eq(kind, 'comment'), eq(commentThreads.id, parentId)))
    .leftJoin(cards, and(eq(cards.boardId, commentThreads.boardId), eq(cards.cardId, commentThreads.cardId)))
    .leftJoin(users, and(eq(users.id, searchEntries.authorId), isNull(users.suspendedAt)))
    .leftJoin(
      organisations,
      and(inArray(kind, OF_ORGANISATION), eq(organisations.id, sql`${searchEntries.organisationIds}[1]`)),
    )
    .leftJoin(experiments, and(inArray(kind, ['data-need', 'log']), eq(experiments.id, parentId)))
    .leftJoin(municipalities, and(eq(kind, 'city'), eq(municipalities.code, objectId)))
    .leftJoin(departments, eq(departments.code, municipalities.departmentCode))
    .leftJoin(
      agreementMunicipalities,
      and(
        eq(kind, 'organisation'),
        eq(agreementMunicipalities.municipalityCode, organisations.municipalityCode),
      ),
    )
    .where(sql`(${kind}, ${objectId}) in ${page.map((row) => sql`(${row.kind}, ${row.objectId})`)}`);
  const byKey = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]));
  return page.flatMap((place) => {
    const row = byKey.get(`${place.kind} ${place.objectId}`);
    return row ? [present(row)] : [];
  });
}

/** Where in a text the first of these stems begins: but for its end, which other forms of the word have otherwise. */
function beginnings(stems: readonly (readonly string[])[]): string {
  const cut = stems.flat().map((stem) => (stem.length >= 5 ? stem.slice(0, -1) : stem));
  return `\\m(${cut.map((stem) => stem.replaceAll(/[^\p{L}\p{N}]/gu, '.')).join('|')})`;
}

/** A group of the reader's in which the person of the row is, today. */
function sharedGroup(db: Db, groupIds: readonly string[], now: Date): SQL {
  const ids = sql`${sql.param([...groupIds])}::text[]`;
  const own = db
    .select({ id: groupMembers.groupId })
    .from(groupMembers)
    .where(
      and(
        eq(groupMembers.userId, searchEntries.objectId),
        sql`${groupMembers.groupId} = any(${ids})`,
        or(isNull(groupMembers.until), sql`${groupMembers.until} > ${now.toISOString()}::timestamptz`),
      ),
    );
  const inherited = db
    .select({ id: groupOrganisations.groupId })
    .from(groupOrganisations)
    .where(
      and(
        sql`${groupOrganisations.organisationId} = ${searchEntries.organisationIds}[1]`,
        sql`${groupOrganisations.groupId} = any(${ids})`,
      ),
    );
  return sql`coalesce((${own} limit 1), (${inherited} limit 1))`;
}

interface Row {
  kind: KindName;
  id: string;
  title: string;
  documentId: string | null;
  boardId: string | null;
  parentId: string | null;
  cardId: string | null;
  sharedGroupId: string | null;
  cityCode: string | null;
  markedTitle: string;
  excerpt: string;
  start: number;
  length: number;
  updatedAt: Date;
  groupName: string | null;
  documentTitle: string | null;
  boardTitle: string | null;
  cardTitle: string | null;
  author: string | null;
  organisationName: string | null;
  experimentTitle: string | null;
  departmentName: string | null;
}

function present(row: Row): FoundItem {
  const { kind, id, updatedAt, author, groupName, boardTitle } = row;
  const about = row.cardTitle ?? row.documentTitle ?? boardTitle ?? '';
  const inside = {
    card: boardTitle,
    comment: row.cardId ? boardTitle : null,
    organisation: null,
    city: row.departmentName,
  };
  const outside = kind === 'group' ? null : (groupName ?? row.experimentTitle);
  const innermost = Object.hasOwn(inside, kind) ? inside[kind as keyof typeof inside] : row.organisationName;
  return {
    kind,
    id,
    title: kind === 'comment' ? { text: about, marks: [] } : readMarks(row.markedTitle),
    excerpt: readExcerpt(row.excerpt, {
      before: row.start > 1,
      after: row.start + LENGTH <= row.length,
    }),
    where: [outside, innermost].flatMap((place) => place || []),
    author: kind === 'comment' ? author : null,
    updatedAt,
    path: KINDS[kind].path(row),
  };
}
