import { and, asc, desc, eq, exists, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { type Asker, findProgrammeReader, isInTeamOf } from '../../programme/experiment/experiment-rights.ts';
import { experimentTeam } from '../../programme/experiment/schema.ts';
import { organisationsCovering } from '../../programme/facilitator/department-facilitators.ts';
import { useCaseSheetExperiments } from '../sheet/schema.ts';
import { findSheetAt } from './adopted-sheets.ts';
import { saidDepartment } from './said-department.ts';
import { sheetLetters } from './sheet-letter-schema.ts';

/** Somebody whom a mail goes to. */
export interface Addressee {
  readonly name: string;
  readonly email: string;
}

/** Beyond this a message would be a mailing. */
const ADDRESSEES_MAX = 30;

/** What a message from a sheet needs to be known. */
export interface LetterPlace {
  readonly sheet: {
    readonly id: string;
    readonly title: string;
    readonly address: string;
    readonly isPublic: boolean;
  };
  readonly writer: Addressee & {
    readonly jobTitle: string;
    readonly organisationId: string | null;
    readonly organisation: string | null;
  };
  readonly team: readonly Addressee[];
  /** The territorial facilitators of the writer’s city who are not in the team. */
  readonly facilitators: readonly Addressee[];
  readonly hasWrittenToday: boolean;
}

/** [RP13] Where a message from the sheet of this address would go; null for whoever may not read the programme, and where there is no sheet. */
export async function findLetterPlace(
  tx: Tx,
  { address, userId, now }: Asker & { address: string },
): Promise<LetterPlace | null> {
  const sheet = (await findProgrammeReader(tx, { userId, now })) && (await findSheetAt(tx, address));
  const [found] = await tx
    .select({
      name: users.name,
      email: users.email,
      jobTitle: users.jobTitle,
      organisationId: users.organisationId,
      organisation: organisations.name,
    })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(users.id, userId));
  if (!sheet || !found) return null;
  const team = await listTeam(tx, { sheetId: sheet.id, userId });
  const inTeam = new Set(team.map(({ id }) => id));
  const { organisationId: cityId } = found;
  const covering = cityId ? await listCovering(tx, { cityId, userId }) : [];
  const { sheetId, senderId, sentOn } = sheetLetters;
  const today = and(eq(sheetId, sheet.id), eq(senderId, userId), eq(sentOn, parisDay(now)));
  return {
    ...{ sheet, writer: found, team },
    facilitators: covering.filter(({ id }) => !inTeam.has(id)),
    hasWrittenToday: (await tx.$count(sheetLetters, today)) > 0,
  };
}

/** [RP13] Keeps a message; false when another of the same day was kept meanwhile. `message` went through `parseLetter`. */
export async function keepLetter(
  tx: Tx,
  { id, message, place, userId, now }: Asker & { id: string; message: string; place: LetterPlace },
): Promise<boolean> {
  const { sheet, writer, team } = place;
  const kept = await tx
    .insert(sheetLetters)
    .values({
      ...{ id, sheetId: sheet.id, senderId: userId, organisationId: writer.organisationId, message },
      ...{ recipients: team.length, sentOn: parisDay(now), sentAt: now },
    })
    .onConflictDoNothing()
    .returning({ id: sheetLetters.id });
  return kept.length > 0;
}

/** The people named in the teams of the experiments that a sheet tells; where none is, the people of their cities. */
async function listTeam(tx: Tx, { sheetId, userId }: { sheetId: string; userId: string }) {
  const told = sql`select ${useCaseSheetExperiments.experimentId} from ${useCaseSheetExperiments}
    where ${useCaseSheetExperiments.sheetId} = ${sheetId}`;
  const named = exists(
    tx
      .select({ one: sql`1` })
      .from(experimentTeam)
      .where(
        and(
          sql`${experimentTeam.experimentId} in (${told})`,
          eq(experimentTeam.userId, users.id),
          sql`${experimentTeam.organisationId} is not distinct from ${users.organisationId}`,
        ),
      ),
  );
  const found = await listPeople(tx, userId, named);
  return found.length > 0 ? found : listPeople(tx, userId, isInTeamOf(told));
}

function listCovering(tx: Tx, { cityId, userId }: { cityId: string; userId: string }) {
  return listPeople(tx, userId, worksForFacilitatorOf(cityId));
}

/** [AT3] Of rows of `user`: they are of a structure that covers this city. */
export const worksForFacilitatorOf = (cityId: string): SQL =>
  sql`${users.organisationId} in (${organisationsCovering(sql`${cityId}`, saidDepartment(sql`${cityId}`))})`;

/** Those of whom this holds and who may sign in, the writer excepted. */
export function listPeople(tx: Tx, userId: string, which: SQL) {
  return tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(which, isNull(users.suspendedAt), ne(users.id, userId)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(ADDRESSEES_MAX);
}

/** [RP13] What this person wrote from the sheet of this address, the last first. */
export function listOwnLetters(
  db: Db,
  { sheetId, userId }: { sheetId: string; userId: string },
): Promise<{ id: string; message: string; sentAt: Date }[]> {
  const { id, message, sentAt } = sheetLetters;
  return db
    .select({ id, message, sentAt })
    .from(sheetLetters)
    .where(and(eq(sheetLetters.sheetId, sheetId), eq(sheetLetters.senderId, userId)))
    .orderBy(desc(sentAt))
    .limit(LISTED);
}

const LISTED = 20;
