import { and, desc, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { paths } from '#shared/paths.ts';
import { isListedTo } from '../documents/listed-documents.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import { decisions } from '../meetings/decision/schema.ts';
import { type AskedNews, asked, countedBy, type FoundNews, inEach, tableOf } from './news-source.ts';

/** [HV1] Decisions that were noted since then, in documents that this person may see. */
export async function newsOfDecisions(
  db: Db,
  { userId, groups, now, limit }: AskedNews,
): Promise<FoundNews[]> {
  const found = db
    .select({
      id: decisions.id,
      text: decisions.text,
      document: sql<string>`${documents.title}`.as('document_title'),
      createdBy: sql<string | null>`${decisions.createdBy}`.as('decided_by'),
      at: decisions.seenAt,
      ...countedBy(sql`${decisions.seenAt} desc, ${decisions.number} desc`),
    })
    .from(decisions)
    .innerJoin(documents, eq(documents.id, decisions.documentId))
    .where(
      and(
        eq(decisions.groupId, asked.groupId),
        gt(decisions.seenAt, asked.since),
        isNotNull(decisions.number),
        eq(decisions.isInText, true),
        ne(decisions.createdBy, userId),
        isNull(documents.trashedAt),
        isListedTo(db, { userId, now }),
      ),
    )
    .orderBy(desc(decisions.seenAt), desc(decisions.number))
    .limit(limit)
    .as('found');
  const { id, text, document, createdBy, at, total } = found;
  const rows = await db
    .select({ groupId: asked.groupId, id, text, document, createdBy, at, total })
    .from(tableOf(groups))
    .innerJoinLateral(found, inEach)
    .orderBy(asked.rank, found.place);
  return rows.map((row) => ({
    groupId: row.groupId,
    total: row.total,
    byIds: [row.createdBy],
    item: {
      kind: 'decision',
      id: row.id,
      title: row.text,
      href: paths.decision(row.id),
      compareHref: null,
      context: row.document,
      facts: [],
      at: row.at,
    },
  }));
}
