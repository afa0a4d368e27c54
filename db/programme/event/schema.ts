import { sql } from 'drizzle-orm';
import { bigserial, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { RegistrationState } from '#shared/programme/event/event.ts';
import type { ToldTo } from '#shared/programme/told-to.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';

/** [EV2] A meeting or a webinar to which all the programme, or everybody, may come. */
export const events = pgTable(
  'event',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    place: text('place').notNull(),
    /** Of the video conference; https, or empty. */
    link: text('link').notNull(),
    /** Null: as many as come. */
    capacity: integer('capacity'),
    toldTo: text('told_to').$type<ToldTo>().notNull(),
    /** Where it is seen again; https, or empty. */
    replay: text('replay').notNull().default(''),
    /** Goes up with each change, for calendars. */
    sequence: integer('sequence').notNull().default(0),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Null while it is a draft. */
    publishedAt: instant('published_at'),
    cancelledAt: instant('cancelled_at'),
  },
  (table) => [
    index('event_starts').on(table.startsAt),
    check('event_span', sql`${table.endsAt} > ${table.startsAt}`),
    check('event_told_to', sql`${table.toldTo} in ('programme', 'public')`),
    check('event_capacity', sql`${table.capacity} > 0`),
    check('event_where', sql`${table.place} <> '' or ${table.link} <> ''`),
    check(
      'event_secure',
      sql`(${table.link} = '' or ${table.link} like 'https://%') and (${table.replay} = '' or ${table.replay} like 'https://%')`,
    ),
  ],
);

/** [EV5] Who comes, or waits for a place: one row a person, in the order in which they asked. */
export const eventRegistrations = pgTable(
  'event_registration',
  {
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    state: text('state').$type<RegistrationState>().notNull(),
    rank: bigserial('rank', { mode: 'number' }).notNull(),
    registeredAt: instant('registered_at').notNull(),
    /** The beginning of which they were reminded. */
    remindedOf: instant('reminded_of'),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.userId] }),
    index('event_registration_user').on(table.userId),
    check('event_registration_state', sql`${table.state} in ('registered', 'waiting')`),
  ],
);

/** [EV9] What is there to read afterwards. */
export const eventDocuments = pgTable(
  'event_document',
  {
    id: text('id').primaryKey(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    url: text('url').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    index('event_document_event').on(table.eventId),
    check('event_document_secure', sql`${table.url} like 'https://%'`),
  ],
);
