import { and, asc, eq, exists, inArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { FoundObject } from '#shared/documents/attribute/document-objects.ts';
import { LINKED_KINDS } from '#shared/documents/text/object-address.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { keysOf } from '#shared/kernel/keys.ts';
import type { StatedKind } from '#shared/kind-states.fr.ts';
import { KINDS, type KindName } from '#shared/kinds.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import { mayReadProgramme } from '#shared/people/organisation/organisation-access.ts';
import type { Reader } from './documents/listed-documents.ts';
import type { Db } from './kernel/client.ts';
import { byName, holds } from './kernel/names.ts';
import { meetings } from './meetings/meeting/schema.ts';
import { groups, themes } from './people/group/schema.ts';
import { type Acquaintances, groupsAllowing } from './people/person/visible-people.ts';
import { isReadBy } from './programme/application/application-rights.ts';
import { applications } from './programme/application/schema.ts';
import { isBulletinReadBy } from './programme/bulletin/bulletins.ts';
import { bulletins } from './programme/bulletin/schema.ts';
import { isPublished } from './programme/call/calls.ts';
import { calls } from './programme/call/schema.ts';
import { isEventReadBy } from './programme/event/events.ts';
import { events } from './programme/event/schema.ts';
import {
  type ExperimentPerson,
  findExperimentPerson,
  isReadInsideBy,
  isSeenBy,
} from './programme/experiment/experiment-rights.ts';
import { experiments } from './programme/experiment/schema.ts';
import { localIssues } from './programme/local-issue/schema.ts';
import { isSeenByPerson } from './programme/mission/mission-access.ts';
import { consultingMissions } from './programme/mission/schema.ts';
import { topicRead } from './programme/topic/topic-rights.ts';
import { tracks } from './programme/track/schema.ts';
import { adoptions } from './publication/adoption/schema.ts';
import { isNewsletterReadBy } from './publication/newsletter/newsletters.ts';
import { newsletters } from './publication/newsletter/schema.ts';
import { searchEntries as entries } from './search/schema.ts';

/** Kinds that no group holds and that are not everybody’s: their own noun says who reads them. */
type OwnKind = Exclude<
  { [Name in KindName]: (typeof KINDS)[Name]['right'] extends null ? Name : never }[KindName],
  'person' | 'organisation' | 'city'
>;

interface Asking {
  readonly db: Db;
  readonly person: ExperimentPerson;
  readonly now: Date;
}

const { kind: entryKind, objectId, parentId } = entries;

/** There is such a row, of which this holds; undefined: of all of them. */
function row(db: Db, table: PgTable, key: SQL, condition: SQL | undefined): SQL {
  return exists(db.select({ one: sql`1` }).from(table).where(and(key, condition)));
}

const ifOnly = (is: boolean) => (is ? sql`true` : sql`false`);
const ofProgramme = ({ person }: Asking) => ifOnly(mayReadProgramme(person.standing));

/** [LI2] What a city heard is its own, and the programme’s. */
const ofCity = ({ person: { standing, platformRole, organisationId } }: Asking) =>
  canOnPlatform(platformRole, 'programme.follow')
    ? sql`true`
    : and(ifOnly(mayReadProgramme(standing)), organisationId ? eq(parentId, organisationId) : sql`false`);

/** [KI2] Of rows of `search_entry` of each of these kinds: those that this person may read, asked of the objects themselves. */
const READERS: Readonly<Record<OwnKind, (asking: Asking) => SQL | undefined | Promise<SQL | undefined>>> = {
  experiment: ({ db, person }) => row(db, experiments, eq(experiments.id, objectId), isSeenBy(db, person)),
  'data-need': ({ db, person }) => row(db, experiments, eq(experiments.id, parentId), isSeenBy(db, person)),
  log: ({ db, person }) => row(db, experiments, eq(experiments.id, parentId), isReadInsideBy(db, person)),
  issue: ofProgramme,
  track: ofProgramme,
  interview: ofCity,
  note: ofCity,
  facilitator: () => sql`true`,
  event: ({ db, person }) => row(db, events, eq(events.id, objectId), isEventReadBy(person)),
  newsletter: ({ db, person }) =>
    row(db, newsletters, eq(newsletters.id, objectId), isNewsletterReadBy(person)),
  bulletin: ({ db, person }) => row(db, bulletins, eq(bulletins.id, objectId), isBulletinReadBy(person)),
  call: ({ db, person: { platformRole }, now }) => {
    const mayPrepare = canOnPlatform(platformRole, 'call.manage');
    return row(db, calls, eq(calls.id, objectId), mayPrepare ? undefined : isPublished(now));
  },
  application: ({ db, person }) => row(db, applications, eq(applications.id, objectId), isReadBy(db, person)),
  mission: ({ db, person, now }) =>
    row(
      db,
      consultingMissions,
      eq(consultingMissions.id, objectId),
      isSeenByPerson(db, person, { userId: person.userId, now }),
    ),
  topic: ({ db, person: { userId, standing }, now }) => topicRead(db, { userId, standing, now }, objectId),
  adoption: ({ db, person: { platformRole, organisationId } }) => {
    if (canOnPlatform(platformRole, 'programme.coordinate')) return sql`true`;
    if (!organisationId) return sql`false`;
    const isOwn = eq(adoptions.organisationId, organisationId);
    return row(db, adoptions, eq(adoptions.id, objectId), isOwn);
  },
};

/** Somebody of the programme of whom nothing more is known: what they may open, anybody of it may. */
export const ANYBODY: ExperimentPerson = {
  ...{ userId: '', organisationId: null, consulted: [] },
  ...{ platformRole: 'member', standing: 'member' },
};

/** [KI2] Whether this person may open, at this moment, the object of this kind and id; what is gone or thrown away nobody may. */
export async function isOpenedBy(
  asking: Asking,
  { kind, id }: { kind: OwnKind; id: SQLWrapper | string },
): Promise<SQL> {
  const is = and(eq(entryKind, kind), sql`${objectId} = ${id}`, await READERS[kind](asking));
  return exists(asking.db.select({ one: sql`1` }).from(entries).where(is));
}

/** What an object of the programme is called at this moment; null for what is not there. */
export async function findTitle(db: Db, { kind, id }: { kind: string; id: string }): Promise<string | null> {
  const isOne = and(eq(entryKind, kind), eq(objectId, id));
  const [found] = await db.select({ title: entries.title }).from(entries).where(isOne);
  return found?.title ?? null;
}

/** [SE5] Where the state of an object stands, of each kind that has states. */
const STATES: Readonly<Record<StatedKind, readonly [PgTable, PgColumn, PgColumn]>> = {
  experiment: [experiments, experiments.id, experiments.state],
  application: [applications, applications.id, applications.status],
  mission: [consultingMissions, consultingMissions.id, consultingMissions.state],
  track: [tracks, tracks.id, tracks.phase],
  adoption: [adoptions, adoptions.id, adoptions.interest],
  meeting: [meetings, meetings.id, meetings.status],
};

/** [SE5] Of rows of `search_entry`: objects of this kind in this state. */
export function isInState(db: Db, kind: StatedKind, state: string): SQL | undefined {
  const [table, id, column] = STATES[kind];
  return and(eq(entryKind, kind), row(db, table, eq(id, objectId), eq(column, state)));
}

/** [SE5] Of rows of `search_entry`: what a group of this theme holds, and what experiments and challenges of it are, with their parts. */
export function isOfTheme(db: Db, key: ThemeKey): SQL | undefined {
  const of = (table: PgTable, id: PgColumn, themeId: PgColumn) =>
    db.select({ id }).from(table).innerJoin(themes, eq(themes.id, themeId)).where(eq(themes.key, key));
  const experimentIds = of(experiments, experiments.id, experiments.themeId);
  return or(
    inArray(entries.groupId, of(groups, groups.id, groups.themeId)),
    inArray(objectId, experimentIds),
    inArray(parentId, experimentIds),
    inArray(objectId, of(localIssues, localIssues.id, localIssues.themeId)),
  );
}

/** [SE4] Of rows of `search_entry`, all that this person may read of the kinds that no group holds; null for nobody. */
export async function ownKindsReadBy(db: Db, reader: Reader): Promise<SQL | null> {
  const person = await findExperimentPerson(db, reader);
  if (!person) return null;
  const parts: (SQL | undefined)[] = [];
  for (const [name, readers] of Object.entries(READERS))
    parts.push(and(eq(entryKind, name), await readers({ db, person, now: reader.now })));
  return or(...parts) ?? null;
}

/** Kinds of which `search_entry` alone says what they are called, and who reads them. */
const ENTRY_KINDS = [...keysOf(READERS), 'meeting', 'resource', 'dataset'] as const;

/** Of rows of `search_entry` of these kinds, those that this person may read, and link to; nothing for nobody. */
async function entriesReadBy(
  db: Db,
  kinds: readonly KindName[],
  known: Acquaintances,
  reader: Reader,
): Promise<SQL | undefined> {
  const own = await ownKindsReadBy(db, reader);
  if (!own) return sql`false`;
  const { visibility, groupId } = entries;
  const ofGroups = kinds.flatMap((kind) => {
    const { right } = KINDS[kind];
    if (!right) return [];
    const isOfGroup = and(eq(visibility, 'group'), inArray(groupId, groupsAllowing(known, right)));
    return [and(eq(entryKind, kind), or(eq(visibility, 'programme'), isOfGroup))];
  });
  return and(inArray(entryKind, [...kinds]), or(own, ...ofGroups));
}

/** [D10] Those of these objects of a kind that this person may see today, with their names; none of a kind that the search does not know. */
export async function findEntryNames(
  db: Db,
  { kind, ids }: { kind: KindName | null; ids: readonly string[] },
  known: Acquaintances,
  reader: Reader,
): Promise<{ id: string; name: string }[]> {
  if (!ENTRY_KINDS.some((one) => one === kind) || kind === null) return [];
  return db
    .select({ id: objectId, name: entries.title })
    .from(entries)
    .where(and(inArray(objectId, [...ids]), await entriesReadBy(db, [kind], known, reader)));
}

/** [D14] Objects to link to, by their titles: of the programme, meetings, resources, data sets. */
export async function searchEntries(
  db: Db,
  known: Acquaintances,
  { query, limit, ...reader }: Reader & { query: string; limit: number },
): Promise<FoundObject[]> {
  const kinds = ENTRY_KINDS.filter((kind) => LINKED_KINDS.includes(kind));
  const { title } = entries;
  return db
    .select({ kind: entryKind, id: objectId, name: title, detail: sql<string>`coalesce(${groups.name}, '')` })
    .from(entries)
    .leftJoin(groups, eq(groups.id, entries.groupId))
    .where(and(await entriesReadBy(db, kinds, known, reader), holds(title, query)))
    .orderBy(...byName(title, query), asc(entryKind), asc(objectId))
    .limit(limit);
}
