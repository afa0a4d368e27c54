import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { DossierItemKind } from '#shared/publication/dossier/thematic-dossier.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { publishedInterviews } from '../interview/schema.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheetPublications, useCaseSheets } from '../sheet/schema.ts';

/** Something that the public reads today, as it is shown today. */
export interface PublishedItem {
  readonly documentId: string;
  readonly kind: DossierItemKind;
  readonly address: string;
  readonly title: string;
  /** One or two sentences; empty when there are none. */
  readonly hook: string;
}

const PUBLISHED_MAX = 2_000;

/** Sheets and interviews, and documents that search engines may keep [C12]: the others are for whoever has their address. */
function select(db: Db, condition: SQL | undefined) {
  return db
    .select({
      documentId: publications.documentId,
      sheetId: useCaseSheetPublications.sheetId,
      sheetHook: useCaseSheetPublications.hook,
      interview: publishedInterviews.published,
      address: publications.address,
      title: publications.title,
      excerpt: publications.excerpt,
    })
    .from(publications)
    .innerJoin(documents, eq(documents.id, publications.documentId))
    .leftJoin(useCaseSheets, eq(useCaseSheets.documentId, publications.documentId))
    .leftJoin(useCaseSheetPublications, eq(useCaseSheetPublications.sheetId, useCaseSheets.id))
    .leftJoin(publishedInterviews, eq(publishedInterviews.documentId, publications.documentId))
    .where(
      and(
        isNull(publications.withdrawnAt),
        isNull(documents.trashedAt),
        or(
          isNotNull(useCaseSheetPublications.sheetId),
          isNotNull(publishedInterviews.published),
          publications.isIndexed,
        ),
        condition,
      ),
    )
    .orderBy(asc(sql`lower(${publications.title})`), asc(publications.documentId))
    .limit(PUBLISHED_MAX);
}

async function read(db: Db, condition: SQL | undefined): Promise<PublishedItem[]> {
  const rows = await select(db, condition);
  return rows.map(({ documentId, sheetId, sheetHook, interview, address, title, excerpt }) => ({
    documentId,
    kind: sheetId ? 'sheet' : interview ? 'interview' : 'document',
    address,
    title,
    hook: sheetHook ?? interview?.hook ?? excerpt,
  }));
}

/** [TD2] Everything that a dossier may show today, by title. For anybody: nothing here is closed. */
export const listPublishedItems = (db: Db): Promise<PublishedItem[]> => read(db, undefined);

/** [TD4] Those of these documents that a dossier may show today, by document. */
export async function findPublishedItems(
  db: Db,
  documentIds: readonly string[],
): Promise<Map<string, PublishedItem>> {
  if (documentIds.length === 0) return new Map();
  const found = await read(db, inArray(publications.documentId, [...documentIds]));
  return new Map(found.map((item) => [item.documentId, item]));
}
