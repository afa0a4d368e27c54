import { and, desc, isNotNull, isNull, sql } from 'drizzle-orm';
import type { FrozenDossier } from '#shared/publication/dossier/thematic-dossier.ts';
import type { Db } from '../../kernel/client.ts';
import { hasFrenchWords } from '../../search/french-words.ts';
import { findPublishedItems, type PublishedItem } from './published-items.ts';
import { thematicDossiers } from './schema.ts';

/** A published dossier in a list. */
export interface PublicDossierSummary extends Omit<FrozenDossier, 'items'> {
  readonly address: string;
  readonly publishedAt: Date;
  /** How many of its items the public reads today. */
  readonly count: number;
}

/** A published dossier: title, introduction and order are frozen, each item is as it is published today. */
export interface PublicDossier extends Omit<PublicDossierSummary, 'count'> {
  readonly items: readonly (Omit<PublishedItem, 'documentId'> & { readonly line: string })[];
}

const shown = {
  address: thematicDossiers.address,
  published: thematicDossiers.published,
  publishedAt: thematicDossiers.publishedAt,
};

const isThere = and(isNotNull(thematicDossiers.published), isNull(thematicDossiers.withdrawnAt));

/** [TD4] How many dossiers are published. For anybody. */
export function countPublicDossiers(db: Db): Promise<number> {
  return db.$count(thematicDossiers, isThere);
}

/** [TD4] The published dossiers, the last published first; with `query` those that have these French words [PS2]. For anybody. */
export async function listPublicDossiers(
  db: Db,
  size = 200,
  query = '',
  offset = 0,
): Promise<PublicDossierSummary[]> {
  const published = thematicDossiers.published;
  const text = sql`(${published}->>'title') || ' ' || (${published}->>'introduction')`;
  const rows = await db
    .select(shown)
    .from(thematicDossiers)
    .where(and(isThere, query === '' ? undefined : hasFrenchWords(text, query)))
    .orderBy(desc(thematicDossiers.publishedAt), thematicDossiers.address)
    .limit(size)
    .offset(offset);
  const ids = rows.flatMap(({ published }) => published?.items.map(({ documentId }) => documentId) ?? []);
  const there = await findPublishedItems(db, [...new Set(ids)]);
  return rows.flatMap(({ address, published, publishedAt }) => {
    if (!address || !published || !publishedAt) return [];
    const { items, ...dossier } = published;
    const count = items.filter(({ documentId }) => there.has(documentId)).length;
    return [{ ...dossier, address, publishedAt, count }];
  });
}

/** [TD4] [TD6] What stands at an address, known by its end: the dossier; 'withdrawn'; null when there was never one. For anybody. */
export async function findPublicDossier(db: Db, asking: string): Promise<PublicDossier | 'withdrawn' | null> {
  const key = /-([0-9a-f]{8})$/.exec(asking.toLowerCase())?.[1];
  if (!key) return null;
  const [found] = await db
    .select({ ...shown, withdrawnAt: thematicDossiers.withdrawnAt })
    .from(thematicDossiers)
    .where(sql`${thematicDossiers.address} like ${`%-${key}`}`)
    .limit(1);
  if (!found?.address || !found.published || !found.publishedAt) return null;
  if (found.withdrawnAt) return 'withdrawn';
  const { items, ...dossier } = found.published;
  const there = await findPublishedItems(
    db,
    items.map(({ documentId }) => documentId),
  );
  return {
    ...dossier,
    address: found.address,
    publishedAt: found.publishedAt,
    items: items.flatMap(({ documentId, line }) => {
      const item = there.get(documentId);
      if (!item) return [];
      const { documentId: _, ...shownToday } = item;
      return [{ ...shownToday, line }];
    }),
  };
}
