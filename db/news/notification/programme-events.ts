import { and, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import {
  isOutside,
  kindOfEvent,
  PROGRAMME_KINDS,
  PROGRAMME_VERBS,
  type ProgrammeKind,
  type ProgrammeVerb,
  programmeEventOf,
} from '#shared/people/activity/programme-events.ts';
import type { Db } from '../../kernel/client.ts';
import { ANYBODY, isOpenedBy } from '../../kinds.ts';
import { activities } from '../../people/activity/schema.ts';
import { users } from '../../people/person/schema.ts';
import { listSpeakers } from '../../programme/experiment/experiment-comments.ts';
import {
  type Asker,
  type ExperimentPerson,
  findExperimentPerson,
  isReadInsideBy,
} from '../../programme/experiment/experiment-rights.ts';
import { experiments } from '../../programme/experiment/schema.ts';
import { territorialFacilitators } from '../../programme/facilitator/schema.ts';
import { isInterestKnownTo } from '../../publication/adoption/adoption-interests.ts';
import { adoptions } from '../../publication/adoption/schema.ts';
import { AUDIENCES } from './programme-audiences.ts';

interface Happened {
  readonly verb: string;
  readonly objectId: string;
  readonly actorId: string | null;
  readonly data: Readonly<Record<string, string>>;
}

/** [NO12] [NO13] Whom an event of the programme concerns, and who spoke there before; nobody when it is none. */
export async function audienceOf(
  db: Db,
  { verb, objectId, actorId, data: { place = '' } }: Happened,
): Promise<{ readonly concerned: readonly string[]; readonly inThread: readonly string[] }> {
  const event = programmeEventOf(verb);
  const isComment = verb === 'experiment.commented';
  const inThread = isComment ? await listSpeakers(db, objectId, place) : [];
  // What was taken off before it was told is told to nobody.
  const isGone = isComment && !inThread.some((id) => id === actorId);
  if (!event || isGone) return { concerned: [], inThread: [] };
  const rows = await db.select({ id: users.id }).from(users).where(AUDIENCES[event.concerns](objectId));
  return { concerned: rows.map(({ id }) => id), inThread };
}

type Id = SQLWrapper | string;

/** What of an object somebody must be allowed to read, where that is not the object itself. */
const READ_BY = {
  inside: (db: Db, person: ExperimentPerson, id: Id) =>
    sql`exists (select from ${experiments} where ${experiments.id} = ${id} and ${isReadInsideBy(db, person) ?? true})`,
  interest: (_: Db, person: ExperimentPerson, id: Id) =>
    sql`exists (select from ${adoptions} where ${adoptions.id} = ${id} and ${isInterestKnownTo(person)})`,
  /** [AT6] What a city asks of a structure is known to its people and to the coordination. */
  structure: (_: Db, { platformRole, organisationId }: ExperimentPerson, id: Id) =>
    canOnPlatform(platformRole, 'programme.coordinate')
      ? sql`true`
      : sql`exists (select from ${territorialFacilitators} where ${territorialFacilitators.id} = ${id}
          and ${territorialFacilitators.organisationId} = ${organisationId} and ${isNull(territorialFacilitators.removedAt)})`,
} as const;

/** The right to read what these verbs tell of objects of one kind. */
async function rightOf(
  db: Db,
  { person, now }: { person: ExperimentPerson; now: Date },
  { kind, verbs, id, verb }: { kind: ProgrammeKind; verbs: readonly ProgrammeVerb[]; id: Id; verb: Id },
): Promise<SQL | undefined> {
  const parts: SQL[] = [];
  for (const readBy of [undefined, 'inside', 'interest', 'structure'] as const) {
    const own = verbs.filter((one) => kindOfEvent(one) === kind && programmeEventOf(one)?.readBy === readBy);
    if (own.length === 0) continue;
    const may = readBy
      ? READ_BY[readBy](db, person, id)
      : await isOpenedBy({ db, person, now }, { kind, id });
    parts.push(sql`(${verb}::text = any(${sql.param(own)}::text[]) and ${may})`);
  }
  return parts.length > 0 ? or(...parts) : sql`false`;
}

/** [NO7] [NO12] By kind of object of the programme, whether this person may see at this moment what is told of it. */
export async function programmeRights(
  db: Db,
  reader: Asker,
  { id, verb }: { id: Id; verb: Id },
): Promise<Record<ProgrammeKind, SQL | undefined>> {
  const person = await findExperimentPerson(db, reader);
  const rights: [ProgrammeKind, SQL | undefined][] = [];
  for (const kind of PROGRAMME_KINDS) {
    const asked = { kind, verbs: PROGRAMME_VERBS, id, verb };
    rights.push([kind, person ? await rightOf(db, { person, now: reader.now }, asked) : sql`false`]);
  }
  return Object.fromEntries(rights) as Record<ProgrammeKind, SQL | undefined>;
}

/** [WH10] A condition on activities: what anybody of the programme may know at this moment, and hence another program. */
export async function isHeardByAll(db: Db, now: Date): Promise<SQL | undefined> {
  const { objectId: id, verb, groupId } = activities;
  const verbs = PROGRAMME_VERBS.filter(isOutside);
  const parts: (SQL | undefined)[] = [];
  for (const kind of new Set(verbs.map(kindOfEvent)))
    parts.push(await rightOf(db, { person: ANYBODY, now }, { kind, verbs, id, verb }));
  return and(isNull(groupId), or(...parts));
}
