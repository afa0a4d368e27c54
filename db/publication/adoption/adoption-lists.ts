import { and, asc, desc, eq, isNotNull, or, sql } from 'drizzle-orm';
import { adoptionRoleOf, canInAdoption } from '#shared/publication/adoption/adoption-access.ts';
import type { ListedAdoption } from '#shared/publication/adoption/adoption-list.ts';
import { verdictOf } from '#shared/publication/adoption/feasibility.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { type Asker, findExperimentPerson } from '../../programme/experiment/experiment-rights.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheetPublications, useCaseSheets } from '../sheet/schema.ts';
import { adoptionSteps, adoptions } from './schema.ts';

/** Two hundred cities and some dozens of sheets: more than this is no list that somebody reads. */
const LIST_MAX = 5_000;

/**
 * [RP5] What this person may know of what cities make of sheets, the last changed first: all of it for their own city and for the
 * coordination; for people of the programme whose interest was declared, its state and day; nothing for guests. With
 * `municipalityCode`, of the local authorities of this commune only.
 */
export async function listAdoptions(
  db: Db,
  { municipalityCode, ...asker }: Asker & { municipalityCode?: string },
): Promise<ListedAdoption[]> {
  const person = await findExperimentPerson(db, asker);
  if (!person) return [];
  const { platformRole, organisationId } = person;
  const seesAll = platformRole === 'admin' || platformRole === 'coordinator';
  const own = organisationId ? eq(adoptions.organisationId, organisationId) : undefined;
  const since = sql<Date | null>`(select max(${adoptionSteps.at}) from ${adoptionSteps}
    where ${adoptionSteps.adoptionId} = ${adoptions.id})`.mapWith(adoptionSteps.at);
  const rows = await db
    .select({
      id: adoptions.id,
      city: {
        id: organisations.id,
        name: organisations.name,
        municipalityCode: organisations.municipalityCode,
      },
      sheet: {
        title: publications.title,
        address: publications.address,
        isPublic: sql<boolean>`${publications.withdrawnAt} is null and ${documents.trashedAt} is null`,
      },
      interest: adoptions.interest,
      since,
      answers: adoptions.answers,
      boardId: adoptions.boardId,
      facts: useCaseSheetPublications.facts,
    })
    .from(adoptions)
    .innerJoin(organisations, eq(organisations.id, adoptions.organisationId))
    .innerJoin(useCaseSheets, eq(useCaseSheets.id, adoptions.sheetId))
    .innerJoin(documents, eq(documents.id, useCaseSheets.documentId))
    .innerJoin(publications, eq(publications.documentId, useCaseSheets.documentId))
    .innerJoin(useCaseSheetPublications, eq(useCaseSheetPublications.sheetId, useCaseSheets.id))
    .where(
      and(
        seesAll ? undefined : or(isNotNull(adoptions.interest), own),
        municipalityCode === undefined ? undefined : eq(organisations.municipalityCode, municipalityCode),
      ),
    )
    .orderBy(desc(sql`coalesce(${since}, ${adoptions.updatedAt})`), asc(adoptions.id))
    .limit(LIST_MAX);
  return rows.flatMap(({ answers, facts, boardId, ...row }) => {
    const role = adoptionRoleOf(person, row.city.id);
    if (!canInAdoption(role, 'interest.read')) return [];
    const mayRead = canInAdoption(role, 'check.read');
    return [
      {
        ...row,
        verdict: mayRead ? verdictOf(facts.needs, answers).kind : null,
        hasBoard: mayRead && boardId !== null,
      },
    ];
  });
}
