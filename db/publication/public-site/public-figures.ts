import { and, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { seasons } from '../../people/group/schema.ts';
import { experimentOrganisations, experiments } from '../../programme/experiment/schema.ts';
import { adoptions } from '../adoption/schema.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheets } from '../sheet/schema.ts';

/** [PS10] Where the programme is, in counts: nobody and nothing is named. */
export interface PublicFigures {
  /** Name of the latest season; null before the first one. */
  readonly season: string | null;
  /** Experiments under way, and the cities that do them. */
  readonly experiments: number;
  readonly cities: number;
  /** Published use-case sheets. */
  readonly sheets: number;
  /** Cities that repeat one of them, or say that they want to. */
  readonly repeating: number;
}

/** [PS10] The counts of the public home. For anybody. */
export async function findPublicFigures(db: Db): Promise<PublicFigures> {
  const [season] = await db
    .select({ name: seasons.name })
    .from(seasons)
    .orderBy(desc(seasons.number))
    .limit(1);
  const [running] = await db
    .select({
      experiments: sql<number>`count(distinct ${experiments.id})`.mapWith(Number),
      cities: sql<number>`count(distinct ${experimentOrganisations.organisationId})`.mapWith(Number),
    })
    .from(experiments)
    .leftJoin(experimentOrganisations, eq(experimentOrganisations.experimentId, experiments.id))
    .where(eq(experiments.state, 'running'));
  const [published] = await db
    .select({
      sheets: sql<number>`count(distinct ${useCaseSheets.id})`.mapWith(Number),
      repeating: sql<number>`count(distinct ${adoptions.organisationId})`.mapWith(Number),
    })
    .from(useCaseSheets)
    .innerJoin(documents, and(eq(documents.id, useCaseSheets.documentId), isNull(documents.trashedAt)))
    .innerJoin(
      publications,
      and(eq(publications.documentId, useCaseSheets.documentId), isNull(publications.withdrawnAt)),
    )
    .leftJoin(
      adoptions,
      and(
        eq(adoptions.sheetId, useCaseSheets.id),
        isNotNull(adoptions.interest),
        ne(adoptions.interest, 'givenUp'),
      ),
    );
  return {
    season: season?.name ?? null,
    experiments: running?.experiments ?? 0,
    cities: running?.cities ?? 0,
    sheets: published?.sheets ?? 0,
    repeating: published?.repeating ?? 0,
  };
}
