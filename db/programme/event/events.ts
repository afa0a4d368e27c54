import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { segment } from '#shared/kernel/address-parts.ts';
import { mayReadProgramme } from '#shared/people/organisation/organisation-access.ts';
import { isLinkShown, type ListedEvent, type RegistrationState } from '#shared/programme/event/event.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { ExperimentPerson } from '../experiment/experiment-rights.ts';
import { eventDocuments, eventRegistrations, events } from './schema.ts';

/** Who reads, as `findExperimentPerson` finds them. */
type Person = Pick<ExperimentPerson, 'userId' | 'platformRole' | 'standing'>;

const counted = (state: RegistrationState) =>
  sql<number>`(select count(*)::int from event_registration r where r.event_id = ${events.id} and r.state = ${state})`;

const shown = {
  id: events.id,
  title: events.title,
  description: events.description,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  place: events.place,
  link: events.link,
  capacity: events.capacity,
  toldTo: events.toldTo,
  replay: events.replay,
  sequence: events.sequence,
  publishedAt: events.publishedAt,
  cancelledAt: events.cancelledAt,
  registered: counted('registered'),
  waiting: counted('waiting'),
};
const ofReader = { ...shown, own: eventRegistrations.state };

const isPublished = () => isNotNull(events.publishedAt);
const isPublic = () => and(isPublished(), eq(events.toldTo, 'public'));
const isFor = ({ standing }: Pick<Person, 'standing'>) =>
  mayReadProgramme(standing) ? isPublished() : isPublic();
const mayManage = ({ platformRole }: Pick<Person, 'platformRole'>) =>
  canOnPlatform(platformRole, 'programme.announce');

/** [EV1] Of a row of `event`: this person may read it. Undefined: all of them, drafts too. */
export function isEventReadBy(person: Pick<Person, 'platformRole' | 'standing'>): SQL | undefined {
  return mayManage(person) ? undefined : isFor(person);
}

/** [EV4] Without the video address for whoever is not told it. */
function told<Row extends ListedEvent>(row: Row, person: Pick<Person, 'platformRole'>): Row {
  return isLinkShown({ ...row, mayManage: mayManage(person) }) ? row : { ...row, link: '' };
}

const read = (db: Db, { userId }: Pick<Person, 'userId'>, where: SQL | undefined) =>
  db
    .select(ofReader)
    .from(events)
    .leftJoin(
      eventRegistrations,
      and(eq(eventRegistrations.eventId, events.id), eq(eventRegistrations.userId, userId)),
    )
    .where(where);

/** [EV1] One event, if this person may read it. */
export async function findEvent(
  db: Db,
  { eventId, person }: { eventId: string; person: Person },
): Promise<ListedEvent | null> {
  const [row] = await read(db, person, and(eq(events.id, eventId), isEventReadBy(person)));
  return row ? told(row, person) : null;
}

interface Part {
  readonly limit: number;
  readonly offset?: number;
}

const isComing = (now: Date) => and(isPublished(), gt(events.endsAt, now));
const isPast = (now: Date) => and(isPublished(), lte(events.endsAt, now));
const soonest = [asc(events.startsAt), asc(events.id)] as const;
const last = [desc(events.startsAt), desc(events.id)] as const;

/** [EV1] Events to come that are there for this person, the next first; cancelled ones are told as such. */
export async function listComing(
  db: Db,
  { person, now, limit }: Part & { person: Person; now: Date },
): Promise<ListedEvent[]> {
  const rows = await read(db, person, and(isFor(person), isComing(now)))
    .orderBy(...soonest)
    .limit(limit);
  return rows.map((row) => told(row, person));
}

/** [EV1] Past events, the last first. */
export async function listPast(
  db: Db,
  { person, now, limit, offset = 0 }: Part & { person: Person; now: Date },
): Promise<ListedEvent[]> {
  const where = and(isFor(person), isPast(now), isNull(events.cancelledAt));
  const rows = await read(db, person, where)
    .orderBy(...last)
    .limit(limit)
    .offset(offset);
  return rows.map((row) => told(row, person));
}

/** How many there are of them. */
export const countPast = (db: Db, { person, now }: { person: Person; now: Date }): Promise<number> =>
  db.$count(events, and(isFor(person), isPast(now), isNull(events.cancelledAt)));

const DRAFTS = 100;

/** [EV3] Drafts, for whoever manages events. */
export async function listEventDrafts(db: Db, person: Person): Promise<ListedEvent[]> {
  if (!mayManage(person)) return [];
  return read(db, person, isNull(events.publishedAt))
    .orderBy(...soonest)
    .limit(DRAFTS);
}

const HOME = 3;

/** [EV10] The next events of which the home tells: not cancelled, unless this person is registered. */
export async function listOnHome(
  db: Db,
  { person, now }: { person: Person; now: Date },
): Promise<Pick<ListedEvent, 'id' | 'title' | 'startsAt' | 'endsAt' | 'cancelledAt' | 'own'>[]> {
  const where = and(
    isFor(person),
    isComing(now),
    or(isNull(events.cancelledAt), isNotNull(eventRegistrations.userId)),
  );
  return read(db, person, where)
    .orderBy(...soonest)
    .limit(HOME);
}

/** [EV7] What somebody’s calendar shows: events in which they have a place, cancelled ones included, so that calendars take them back. */
export async function listOfCalendar(db: Db, person: Person): Promise<ListedEvent[]> {
  const where = and(isFor(person), eq(eventRegistrations.state, 'registered'));
  return read(db, person, where)
    .orderBy(...last)
    .limit(CALENDAR);
}
const CALENDAR = 500;

/** [EV9] What is there to read afterwards, in the order in which it was added. */
export const listDocuments = (db: Db, eventId: string) =>
  db
    .select({ id: eventDocuments.id, title: eventDocuments.title, url: eventDocuments.url })
    .from(eventDocuments)
    .where(eq(eventDocuments.eventId, eventId))
    .orderBy(asc(eventDocuments.addedAt), asc(eventDocuments.id));

/** Somebody who is registered. */
export interface Registered {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string | null;
  readonly state: RegistrationState;
  readonly registeredAt: Date;
}

/** [EV6] Who has a place, then who waits, in the order in which they asked; for whoever manages events only. */
export async function listRegistered(
  db: Db,
  { eventId, person }: { eventId: string; person: Person },
): Promise<Registered[]> {
  if (!mayManage(person)) return [];
  const { userId, state, registeredAt, rank } = eventRegistrations;
  return db
    .select({
      userId,
      name: users.name,
      email: users.email,
      organisation: organisations.name,
      state,
      registeredAt,
    })
    .from(eventRegistrations)
    .innerJoin(users, eq(users.id, userId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(eventRegistrations.eventId, eventId))
    .orderBy(asc(state), asc(rank));
}

/** An event that anybody reads. */
export interface PublicEvent extends ListedEvent {
  /** Where it stands for good, with its title of today. */
  readonly address: string;
}

const publicOf = (row: Omit<ListedEvent, 'own'>): PublicEvent => {
  const event = { ...row, own: null };
  const link = isLinkShown({ ...event, mayManage: false }) ? row.link : '';
  return { ...event, link, address: segment(row) };
};

/** [EV8] Events to come that anybody reads, the next first. */
export async function listPublicComing(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<PublicEvent[]> {
  const where = and(isPublic(), isComing(now), isNull(events.cancelledAt));
  const rows = await db
    .select(shown)
    .from(events)
    .where(where)
    .orderBy(...soonest)
    .limit(limit);
  return rows.map(publicOf);
}

/** [EV8] Past ones, the last first. */
export async function listPublicPast(
  db: Db,
  { now, limit, offset = 0 }: Part & { now: Date },
): Promise<PublicEvent[]> {
  const where = and(isPublic(), isPast(now), isNull(events.cancelledAt));
  const rows = await db
    .select(shown)
    .from(events)
    .where(where)
    .orderBy(...last)
    .limit(limit)
    .offset(offset);
  return rows.map(publicOf);
}

/** How many there are of them. */
export const countPublicPast = (db: Db, now: Date): Promise<number> =>
  db.$count(events, and(isPublic(), isPast(now), isNull(events.cancelledAt)));

/** [EV8] One that anybody reads, cancelled ones told as such. */
export async function findPublicEvent(db: Db, eventId: string): Promise<PublicEvent | null> {
  const [row] = await db
    .select(shown)
    .from(events)
    .where(and(eq(events.id, eventId), isPublic()));
  return row ? publicOf(row) : null;
}
