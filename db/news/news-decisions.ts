import { and, desc, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { paths } from '#shared/paths.ts';
import { isListedTo } from '../documents/listed-documents.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import { decisions } from '../meetings/decision/schema.ts';
import { type AskedNews, type FoundNews, namesOf } from './news-source.ts';

/** [HV1] Decisions that were noted since then, in documents that this person may see. */
export async function newsOfDecisions(
  db: Db,
  { userId, groupId, since, now, limit }: AskedNews,
): Promise<FoundNews> {
  const rows = await db
    .select({
      id: decisions.id,
      text: decisions.text,
      document: documents.title,
      createdBy: decisions.createdBy,
      at: decisions.seenAt,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(decisions)
    .innerJoin(documents, eq(documents.id, decisions.documentId))
    .where(
      and(
        eq(decisions.groupId, groupId),
        gt(decisions.seenAt, since),
        isNotNull(decisions.number),
        eq(decisions.isInText, true),
        ne(decisions.createdBy, userId),
        isNull(documents.trashedAt),
        isListedTo(db, { userId, now }),
      ),
    )
    .orderBy(desc(decisions.seenAt), desc(decisions.number))
    .limit(limit);
  const names = await namesOf(
    db,
    rows.map(({ createdBy }) => createdBy),
  );
  const items = rows.map(({ id, text, document, createdBy, at }) => ({
    kind: 'decision' as const,
    id,
    title: text,
    href: paths.decision(id),
    compareHref: null,
    context: document,
    by: names([createdBy]),
    facts: [],
    at,
  }));
  return { items, total: rows[0]?.total ?? 0 };
}
