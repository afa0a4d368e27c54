import { and, eq, isNull, sql } from 'drizzle-orm';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { type Asker, findProgrammeReader, isInTeamOf } from '../../programme/experiment/experiment-rights.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheetExperiments, useCaseSheets } from './schema.ts';

/** A published sheet, as its discussions know it. */
export interface TopicSheet {
  readonly address: string;
  readonly title: string;
  readonly documentId: string;
  readonly groupId: string;
  /** Those who did what it tells, the reader excepted. */
  readonly pilots: readonly string[];
}

/** Told of a question by name: of more it would be a mailing. */
const PILOTS_MAX = 30;

/** [TP8] The sheet of a public address, if the public reads it today and this person the programme; else null. */
export async function findTopicSheet(
  db: Db,
  { address, ...asker }: Asker & { address: string },
): Promise<TopicSheet | null> {
  if (!(await findProgrammeReader(db, asker))) return null;
  const [sheet] = await db
    .select({
      id: useCaseSheets.id,
      address: publications.address,
      title: publications.title,
      documentId: useCaseSheets.documentId,
      groupId: documents.groupId,
    })
    .from(useCaseSheets)
    .innerJoin(documents, and(eq(documents.id, useCaseSheets.documentId), isNull(documents.trashedAt)))
    .innerJoin(publications, eq(publications.documentId, useCaseSheets.documentId))
    .where(and(eq(publications.address, address), isNull(publications.withdrawnAt)));
  if (!sheet) return null;
  const { id, ...shown } = sheet;
  const told = sql`select ${useCaseSheetExperiments.experimentId} from ${useCaseSheetExperiments}
    where ${useCaseSheetExperiments.sheetId} = ${id}`;
  const pilots = await db
    .select({ id: users.id })
    .from(users)
    .where(and(isInTeamOf(told), isNull(users.suspendedAt), sql`${users.id} <> ${asker.userId}`))
    .orderBy(users.id)
    .limit(PILOTS_MAX);
  return { ...shown, pilots: pilots.map((pilot) => pilot.id) };
}
