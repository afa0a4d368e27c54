import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { isReady } from '#shared/publication/adoption/cases-for-city.ts';
import type { InterestState } from '#shared/publication/adoption/interest.ts';
import { boards } from '../../boards/schema.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheetPublications, useCaseSheets } from '../sheet/schema.ts';
import type { Adopter } from './adoptions.ts';
import { adoptions } from './schema.ts';

/** What a city makes of one sheet, as its own people read it in a list. */
export interface OwnAdoption {
  readonly id: string;
  readonly title: string;
  /** Of the sheet. */
  readonly cities: readonly string[];
  readonly asked: number;
  readonly ready: number;
  readonly interest: InterestState | null;
  readonly board: { readonly id: string; readonly title: string } | null;
}

/** [RP12] What a city reproduces or has checked, for its own people, the last changed first; the board where it is in these groups. */
export async function listOwnAdoptions(
  db: Db,
  {
    city,
    groupIds,
    limit,
  }: { city: Pick<Adopter, 'id'>; groupIds: readonly Readable<'group'>[]; limit: number },
): Promise<OwnAdoption[]> {
  const rows = await db
    .select({
      id: adoptions.id,
      title: publications.title,
      facts: useCaseSheetPublications.facts,
      answers: adoptions.answers,
      interest: adoptions.interest,
      board: { id: boards.id, title: boards.title },
    })
    .from(adoptions)
    .innerJoin(useCaseSheets, eq(useCaseSheets.id, adoptions.sheetId))
    .innerJoin(documents, eq(documents.id, useCaseSheets.documentId))
    .innerJoin(publications, eq(publications.documentId, useCaseSheets.documentId))
    .innerJoin(useCaseSheetPublications, eq(useCaseSheetPublications.sheetId, useCaseSheets.id))
    .leftJoin(
      boards,
      and(eq(boards.id, adoptions.boardId), isNull(boards.trashedAt), inArray(boards.groupId, [...groupIds])),
    )
    .where(and(eq(adoptions.organisationId, city.id), sql`${adoptions.interest} is distinct from 'givenUp'`))
    .orderBy(desc(adoptions.updatedAt), adoptions.id)
    .limit(limit);
  return rows.map(({ facts, answers, ...row }) => {
    const said = new Map(answers.data.map(({ name, answer }) => [name, answer]));
    const ready = facts.needs.filter(({ name }) => {
      const answer = said.get(name);
      return answer !== undefined && isReady(answer);
    });
    return { ...row, cities: facts.cities, asked: facts.needs.length, ready: ready.length };
  });
}
