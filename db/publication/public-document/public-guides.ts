import { and, desc, eq, isNull, notExists, type SQL } from 'drizzle-orm';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { groups, themes } from '../../people/group/schema.ts';
import { publishedInterviews } from '../interview/schema.ts';
import { useCaseSheets } from '../sheet/schema.ts';
import { synthesisPublications } from '../synthesis/schema.ts';
import { publications } from './schema.ts';

/** A published document in the list of guides. */
export interface PublicGuide {
  readonly address: string;
  readonly title: string;
  readonly excerpt: string;
  /** Names of the organisations whose people wrote. */
  readonly writers: readonly string[];
  /** Of its group. */
  readonly theme: { readonly key: ThemeKey; readonly name: string };
  readonly firstAt: Date;
  readonly publishedAt: Date;
}

interface Asked {
  readonly theme?: ThemeKey | null;
  readonly size: number;
  readonly offset?: number;
}

/**
 * [PS12] Of a publication with its document and theme: it is a guide. Published, to be found by anybody [C12], and none of those that
 * have a page of their own.
 */
function isGuide(db: Db, theme: ThemeKey | null): SQL | undefined {
  const { documentId } = publications;
  return and(
    eq(publications.isIndexed, true),
    isNull(publications.withdrawnAt),
    isNull(documents.trashedAt),
    notExists(
      db.select({ id: useCaseSheets.id }).from(useCaseSheets).where(eq(useCaseSheets.documentId, documentId)),
    ),
    notExists(
      db
        .select({ id: publishedInterviews.documentId })
        .from(publishedInterviews)
        .where(eq(publishedInterviews.documentId, documentId)),
    ),
    notExists(
      db
        .select({ id: synthesisPublications.documentId })
        .from(synthesisPublications)
        .where(eq(synthesisPublications.documentId, documentId)),
    ),
    theme ? eq(themes.key, theme) : undefined,
  );
}

const shown = {
  address: publications.address,
  title: publications.title,
  excerpt: publications.excerpt,
  writers: publications.writers,
  theme: { key: themes.key, name: themes.name },
  firstAt: publications.firstAt,
  publishedAt: publications.publishedAt,
};

const ofAll = (db: Db, theme: ThemeKey | null) =>
  db
    .select(shown)
    .from(publications)
    .innerJoin(documents, eq(documents.id, publications.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .where(isGuide(db, theme));

/** [PS12] The guides, the last published first; with a theme those of its groups. For anybody. */
export function listPublicGuides(db: Db, { theme = null, size, offset = 0 }: Asked): Promise<PublicGuide[]> {
  return ofAll(db, theme)
    .orderBy(desc(publications.publishedAt), publications.address)
    .limit(size)
    .offset(offset);
}

/** [PS12] How many guides there are, of a theme with one. For anybody. */
export function countPublicGuides(db: Db, theme: ThemeKey | null = null): Promise<number> {
  return db.$count(ofAll(db, theme).as('guides'));
}

/** [PS12] The themes of which there is a guide. For anybody. */
export async function listGuideThemes(db: Db): Promise<ThemeKey[]> {
  const found = await db
    .selectDistinct({ key: themes.key })
    .from(publications)
    .innerJoin(documents, eq(documents.id, publications.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .where(isGuide(db, null));
  return found.map(({ key }) => key);
}
