import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { Db } from '../../kernel/client.ts';
import { groups } from '../../people/group/schema.ts';
import { acquaintancesOf, groupsAllowing } from '../../people/person/visible-people.ts';
import { isReadableBy, type Reader } from '../listed-documents.ts';
import { documents } from '../schema.ts';
import { excerptPlaces, excerpts } from './schema.ts';

/** A document in which excerpts of another stand. */
export interface QuotingDocument {
  readonly id: string;
  readonly title: string;
  readonly groupName: string;
  /** Does one of them follow its source? */
  readonly follows: boolean;
}

/** Where a document is quoted, as one reader may know it. */
export interface Quoting {
  readonly documents: readonly QuotingDocument[];
  /** How many others there are that this person may not read. */
  readonly others: number;
}

/**
 * [EC10] The documents that quote this one, outside the trash: those that this person may read, by title, and how many others. As the tables
 * say ([K2]: at most some seconds late).
 */
export async function listQuoting(
  db: Db,
  { sourceId, ...reader }: Reader & { sourceId: Readable<'document'> },
): Promise<Quoting> {
  const rows = await db
    .select({
      id: documents.id,
      title: documents.title,
      groupName: groups.name,
      follows: sql<boolean>`bool_or(${excerpts.mode} = 'live')`,
    })
    .from(excerptPlaces)
    .innerJoin(excerpts, eq(excerpts.id, excerptPlaces.excerptId))
    .innerJoin(documents, eq(documents.id, excerptPlaces.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .where(and(eq(excerpts.sourceId, sourceId), isNull(documents.trashedAt)))
    .groupBy(documents.id, groups.name)
    .orderBy(asc(sql`lower(${documents.title})`), asc(documents.id));
  if (rows.length === 0) return { documents: [], others: 0 };
  const groupIds = groupsAllowing(await acquaintancesOf(db, reader), 'document.read');
  const readable = new Set(
    (
      await db
        .selectDistinct({ id: documents.id })
        .from(excerptPlaces)
        .innerJoin(excerpts, eq(excerpts.id, excerptPlaces.excerptId))
        .innerJoin(documents, eq(documents.id, excerptPlaces.documentId))
        .where(and(eq(excerpts.sourceId, sourceId), isReadableBy(db, { ...reader, groupIds })))
    ).map(({ id }) => id),
  );
  const shown = rows.filter(({ id }) => readable.has(id));
  return { documents: shown, others: rows.length - shown.length };
}
