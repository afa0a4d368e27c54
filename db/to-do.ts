import { and, eq, exists, isNull, sql } from 'drizzle-orm';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { byUrgency, type Obligation } from '#shared/news/to-do/to-do.ts';
import { OBLIGATION_KINDS, type ObligationKind } from '#shared/obligations.ts';
import { cardsDue } from './boards/card/card-lists.ts';
import { accessDue, mentionsDue, suggestionsDue } from './documents/documents-due.ts';
import type { Db } from './kernel/client.ts';
import { needsDue } from './library/need/needs-due.ts';
import {
  answersDue,
  datePollsDue,
  draftMinutesDue,
  itemsDue,
  minutesDue,
  preparationsDue,
} from './meetings/meetings-due.ts';
import { silentDue } from './news/cockpit/silent-due.ts';
import type { DueAsking, DueSource } from './people/due.ts';
import { entriesDue, tiesDue } from './people/entry/entries-due.ts';
import { type GroupForMember, listGroupsForMember } from './people/group/groups.ts';
import { joinsDue } from './people/member/joins-due.ts';
import { users } from './people/person/schema.ts';
import { complementsDue, correctionsDue, draftsDue } from './programme/application/applications-due.ts';
import { assessmentsDue, assignmentsDue, opinionsDue } from './programme/assessment/assessments-due.ts';
import {
  logsDue,
  milestonesDue,
  missingLogsDue,
  questionsDue,
} from './programme/experiment/experiments-due.ts';
import { deliverablesDue, verdictsDue } from './programme/mission/deliverables-due.ts';
import { adoptionsDue } from './publication/adoption/adoptions-due.ts';
import { supportsDue } from './publication/support/supports-due.ts';
import { chaptersDue, cityTextsDue } from './publication/synthesis/chapters-due.ts';
import { gatheringsDue, reviewsDue } from './reviews/reviews-due.ts';

/** [AF1] Who owes each of these: its own noun says it, by what they may do now. */
const SOURCES: Readonly<Record<ObligationKind, DueSource>> = {
  answer: answersDue,
  datePoll: datePollsDue,
  item: itemsDue,
  prepare: preparationsDue,
  draftMinutes: draftMinutesDue,
  minutes: minutesDue,
  review: reviewsDue,
  gather: gatheringsDue,
  join: joinsDue,
  silent: silentDue,
  tie: tiesDue,
  entry: entriesDue,
  access: accessDue,
  suggestion: suggestionsDue,
  mention: mentionsDue,
  card: cardsDue,
  log: logsDue,
  missingLog: missingLogsDue,
  question: questionsDue,
  milestone: milestonesDue,
  need: needsDue,
  draft: draftsDue,
  correction: correctionsDue,
  complement: complementsDue,
  assign: assignmentsDue,
  assess: assessmentsDue,
  opinion: opinionsDue,
  deliverable: deliverablesDue,
  verdict: verdictsDue,
  chapter: chaptersDue,
  cityText: cityTextsDue,
  adoption: adoptionsDue,
  support: supportsDue,
};

/** Who asks what waits for them: a person of the session, and their groups as `listGroupsForMember` found them. */
export interface ToDoAsking extends Pick<DueAsking, 'userId' | 'platformRole' | 'organisationId' | 'now'> {
  readonly groups: readonly Pick<GroupForMember, 'id' | 'role'>[];
}

/** [AF1] [AF2] What waits for this person and what they may do now, the most urgent first: one question to the database. */
export async function listToDo(db: Db, { groups, ...person }: ToDoAsking): Promise<Obligation[]> {
  const asking: DueAsking = {
    db,
    ...person,
    today: parisDay(person.now),
    groupsFor: (action) => groups.filter(({ role }) => canInGroup(role, action)).map(({ id }) => id),
  };
  const questions = OBLIGATION_KINDS.flatMap((kind) => SOURCES[kind](asking) ?? []);
  const found = sql.join(
    questions.map((question) => sql`(${question.getSQL()})`),
    sql` union all `,
  );
  const rows = await db
    .select({
      kind: sql<ObligationKind>`kind`,
      id: sql<string>`id`,
      parentId: sql<string | null>`parent_id`,
      title: sql<string>`title`,
      place: sql<string>`place`,
      count: sql<number>`count`,
      total: sql<number>`total`,
      by: sql<string | null>`by_name`,
      may: sql<boolean>`may`,
      day: sql<string | null>`due_day::text`,
      at: sql<Date | null>`due_at`.mapWith((at: string) => new Date(at)),
    })
    .from(sql`(${found}) as found`)
    .where(isActive(db, person.userId));
  return rows.map((row) => ({ ...row, day: row.at ? parisDay(row.at) : row.day })).sort(byUrgency);
}

/** [AF1] The same of somebody who is not here, or is known by an id alone: nothing of nobody. */
export async function findToDo(
  db: Db,
  { userId, now }: { readonly userId: string; readonly now: Date },
): Promise<Obligation[]> {
  const [person] = await db
    .select({ platformRole: users.platformRole, organisationId: users.organisationId })
    .from(users)
    .where(eq(users.id, userId));
  if (!person) return [];
  const groups = await listGroupsForMember(db, { userId, now });
  return listToDo(db, { userId, now, groups, ...person });
}

/** A suspended account owes nothing, whoever asks. */
const isActive = (db: Db, userId: string) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.suspendedAt))),
  );
