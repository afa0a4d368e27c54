import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { OBLIGATION_DAYS } from '#shared/obligations.ts';
import { documents } from '../../documents/schema.ts';
import { DUE_MAX, type DueAsking, due } from '../../people/due.ts';
import { useCaseSheets } from '../sheet/schema.ts';
import { adoptions } from './schema.ts';

/** [RP6] What their city said that it would repeat, and how far it is: to be said again every month. */
export function adoptionsDue({ db, organisationId }: DueAsking) {
  if (organisationId === null) return null;
  const { id, updatedAt, interest } = adoptions;
  return db
    .select(
      due('adoption', {
        id,
        title: documents.title,
        day: sql`(${updatedAt} at time zone 'Europe/Paris')::date + ${OBLIGATION_DAYS.adoption}::int`,
      }),
    )
    .from(adoptions)
    .innerJoin(useCaseSheets, eq(useCaseSheets.id, adoptions.sheetId))
    .innerJoin(documents, eq(documents.id, useCaseSheets.documentId))
    .where(and(eq(adoptions.organisationId, organisationId), inArray(interest, ['declared', 'preparing'])))
    .orderBy(asc(updatedAt), asc(id))
    .limit(DUE_MAX);
}
