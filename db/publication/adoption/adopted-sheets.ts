import { and, desc, eq, exists, type SQL, sql } from 'drizzle-orm';
import type { SheetFacts } from '#shared/publication/sheet/sheet-facts.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { experimentOrganisations } from '../../programme/experiment/schema.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheetExperiments, useCaseSheetPublications, useCaseSheets } from '../sheet/schema.ts';

/** What the public reads, or last read, of a sheet that cities think of repeating. */
export interface AdoptedSheet {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly hook: string;
  readonly facts: SheetFacts;
  readonly blocks: readonly string[];
  readonly publishedAt: Date;
  /** The public reads it today. */
  readonly isPublic: boolean;
}

const shown = {
  id: useCaseSheets.id,
  address: publications.address,
  title: publications.title,
  hook: useCaseSheetPublications.hook,
  facts: useCaseSheetPublications.facts,
  blocks: publications.blocks,
  publishedAt: publications.publishedAt,
  isPublic: sql<boolean>`${publications.withdrawnAt} is null and ${documents.trashedAt} is null`,
};

async function select(db: Db, where: SQL | undefined): Promise<AdoptedSheet[]> {
  return db
    .select(shown)
    .from(useCaseSheetPublications)
    .innerJoin(useCaseSheets, eq(useCaseSheets.id, useCaseSheetPublications.sheetId))
    .innerJoin(documents, eq(documents.id, useCaseSheets.documentId))
    .innerJoin(publications, eq(publications.documentId, useCaseSheets.documentId))
    .where(where)
    .orderBy(desc(publications.publishedAt));
}

/** The sheet of a public address, as it was last published; null when there never was one. */
export async function findSheetAt(db: Db, address: string): Promise<AdoptedSheet | null> {
  const [found] = await select(db, eq(publications.address, address));
  return found ?? null;
}

/** The sheet, as it was last published. */
export async function findPublishedSheet(db: Db, sheetId: string): Promise<AdoptedSheet | null> {
  const [found] = await select(db, eq(useCaseSheets.id, sheetId));
  return found ?? null;
}

/** Is this organisation of one of the experiments that the sheet tells? */
export async function isOfSheet(
  db: Db,
  { sheetId, organisationId }: { sheetId: string; organisationId: string },
): Promise<boolean> {
  const told = db
    .select({ one: sql`1` })
    .from(experimentOrganisations)
    .where(
      and(
        eq(experimentOrganisations.experimentId, useCaseSheetExperiments.experimentId),
        eq(experimentOrganisations.organisationId, organisationId),
      ),
    );
  const [found] = await db
    .select({ id: useCaseSheetExperiments.sheetId })
    .from(useCaseSheetExperiments)
    .where(and(eq(useCaseSheetExperiments.sheetId, sheetId), exists(told)))
    .limit(1);
  return found !== undefined;
}
