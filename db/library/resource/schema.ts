import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type { FileKind } from '#shared/documents/attribute/document-attributes.ts';
import type {
  Language,
  Licence,
  ReadingFault,
  ResourceKind,
  Scan,
} from '#shared/library/resource/resource.ts';
import { instant, orderedText } from '../../kernel/columns.ts';
import { groups, themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { consultingMissions } from '../../programme/mission/schema.ts';

/** Something that a group shares: a link, or a file with its versions. */
export const resources = pgTable(
  'resource',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id),
    title: text('title').notNull(),
    kind: text('kind').$type<ResourceKind>().notNull(),
    description: text('description').notNull(),
    producer: text('producer').notNull(),
    licence: text('licence').$type<Licence>().notNull(),
    language: text('language').$type<Language>().notNull(),
    contentOn: date('content_on', { mode: 'string' }),
    reviewOn: date('review_on', { mode: 'string' }),
    /** Of a link; null for what has files. */
    address: text('address'),
    /** When the address was last asked; null while it never was. */
    linkCheckedAt: instant('link_checked_at'),
    /** Since when it has not answered; null while it does. */
    linkLostAt: instant('link_lost_at'),
    /** `programme`: every signed-in member reads it, besides its group. */
    visibility: text('visibility').$type<'group' | 'programme'>().notNull().default('group'),
    /** Whom it is credited to: the organisation of whoever shared it, as it was then. */
    organisationId: text('organisation_id').references(() => organisations.id),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    trashedAt: instant('trashed_at'),
    trashedBy: text('trashed_by').references(() => users.id),
  },
  (table) => [index('resource_group').on(table.groupId)],
);

/** What a resource is about. */
export const resourceThemes = pgTable(
  'resource_theme',
  {
    resourceId: text('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    themeId: text('theme_id')
      .notNull()
      .references(() => themes.id),
  },
  (table) => [primaryKey({ columns: [table.resourceId, table.themeId] })],
);

/** One state of a resource's file. Going back to a former one makes a new row with the same bytes. */
export const resourceVersions = pgTable(
  'resource_version',
  {
    id: text('id').primaryKey(),
    resourceId: text('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    /** From 1, without a gap. */
    number: integer('number').notNull(),
    name: text('name').notNull(),
    /** By content, never by name. */
    contentType: text('content_type').notNull(),
    kind: text('kind').$type<FileKind>().notNull(),
    /** More than an integer of SQL holds. */
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    storageKey: text('storage_key').notNull(),
    note: text('note').notNull(),
    by: text('by')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
    scan: text('scan').$type<Scan>().notNull(),
    /** When its text and picture were made; null while nobody has looked at it. */
    readAt: instant('read_at'),
    /** It has a picture of its own in the store. */
    hasPicture: boolean('has_picture').notNull().default(false),
    /** Why its words are not known, once somebody has looked for them. */
    readingFault: text('reading_fault').$type<ReadingFault>(),
  },
  (table) => [unique('resource_version_number').on(table.resourceId, table.number)],
);

/** The words of the latest version of a resource's file, for searches and previews. */
export const resourceTexts = pgTable('resource_text', {
  resourceId: text('resource_id')
    .primaryKey()
    .references(() => resources.id, { onDelete: 'cascade' }),
  version: integer('version').notNull(),
  text: text('text').notNull(),
});

/** A file on its way: its bytes so far are in the store, and how many they are, the store says. */
export const resourceUploads = pgTable(
  'resource_upload',
  {
    id: text('id').primaryKey(),
    /** Where it goes: to a group, or to a mission. */
    groupId: text('group_id').references(() => groups.id, { onDelete: 'cascade' }),
    missionId: text('mission_id').references(() => consultingMissions.id, { onDelete: 'cascade' }),
    by: text('by')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    /** As its sender announced it; null when nothing was said. */
    sha256: text('sha256'),
    storageKey: text('storage_key').notNull(),
    /** The last time that a piece came. */
    touchedAt: instant('touched_at').notNull(),
  },
  (table) => [
    index('resource_upload_by').on(table.by),
    check('resource_upload_place', sql`num_nonnulls(${table.groupId}, ${table.missionId}) = 1`),
  ],
);

/** Resources that a group puts one after the other. */
export const collections = pgTable(
  'resource_collection',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    /** Removed; undoing gives it back with what is in it. */
    removedAt: instant('removed_at'),
  },
  (table) => [index('resource_collection_group').on(table.groupId)],
);

export const collectionItems = pgTable(
  'resource_collection_item',
  {
    collectionId: text('collection_id')
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
    resourceId: text('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    order: orderedText('order').notNull(),
  },
  (table) => [primaryKey({ columns: [table.collectionId, table.resourceId] })],
);
