import { bigint, date, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { DeliveryVerdict, MissionState } from '#shared/programme/mission/mission.ts';
import { documents } from '../../documents/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { experiments } from '../experiment/schema.ts';

const missionId = () =>
  text('mission_id')
    .notNull()
    .references(() => consultingMissions.id, { onDelete: 'cascade' });
const byWhom = (name: string) => text(name).references(() => users.id, { onDelete: 'set null' });

/** A mission of consulting for the cities of an experiment, funded at 100 %. What is counted is quarters of a day. */
export const consultingMissions = pgTable(
  'consulting_mission',
  {
    id: text('id').primaryKey(),
    experimentId: text('experiment_id')
      .notNull()
      .references(() => experiments.id),
    /** The consultancy. */
    firmId: text('firm_id')
      .notNull()
      .references(() => organisations.id),
    title: text('title').notNull(),
    /** What the order asks for. */
    purpose: text('purpose').notNull().default(''),
    dailyPriceCents: integer('daily_price_cents'),
    state: text('state').$type<MissionState>().notNull().default('running'),
    /** ISO days, both included; the last one as the latest grant says. */
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    /** The sum of its grants. */
    grantedQuarters: integer('granted_quarters').notNull(),
    /** The engagement letter: a document of a group. */
    letterDocumentId: text('letter_document_id').references(() => documents.id, { onDelete: 'set null' }),
    createdBy: byWhom('created_by'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('consulting_mission_experiment').on(table.experimentId),
    index('consulting_mission_firm').on(table.firmId),
  ],
);

/** Which cities of the experiment it is for. */
export const missionCities = pgTable(
  'mission_city',
  {
    missionId: missionId(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
  },
  (table) => [
    primaryKey({ columns: [table.missionId, table.organisationId] }),
    index('mission_city_of').on(table.organisationId),
  ],
);

/** Who of the consultancy works on it, since when and until when: a row that ended stays. */
export const missionConsultants = pgTable(
  'mission_consultant',
  {
    id: text('id').primaryKey(),
    missionId: missionId(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    addedBy: byWhom('added_by'),
    addedAt: instant('added_at').notNull(),
    removedBy: byWhom('removed_by'),
    removedAt: instant('removed_at'),
  },
  (table) => [
    index('mission_consultant_of').on(table.userId),
    index('mission_consultant_mission').on(table.missionId),
  ],
);

/** Days granted: by the order, then by each extension. Never changed. */
export const missionGrants = pgTable(
  'mission_grant',
  {
    id: text('id').primaryKey(),
    missionId: missionId(),
    quarters: integer('quarters').notNull(),
    /** The last day of the mission from then on. */
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    grantedBy: byWhom('granted_by'),
    grantedAt: instant('granted_at').notNull(),
  },
  (table) => [index('mission_grant_mission').on(table.missionId, table.grantedAt)],
);

/** Suspended, resumed, ended: never changed. */
export const missionStateChanges = pgTable(
  'mission_state_change',
  {
    id: text('id').primaryKey(),
    missionId: missionId(),
    from: text('from_state').$type<MissionState>().notNull(),
    to: text('to_state').$type<MissionState>().notNull(),
    reason: text('reason').notNull(),
    changedBy: byWhom('changed_by'),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [index('mission_state_change_mission').on(table.missionId, table.changedAt)],
);

/** Work of one day for one city. A correction is a row of its own that replaces one; what nothing replaces counts. */
export const missionDays = pgTable(
  'mission_day',
  {
    id: text('id').primaryKey(),
    missionId: missionId(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    consultantId: text('consultant_id')
      .notNull()
      .references(() => users.id),
    day: date('day', { mode: 'string' }).notNull(),
    /** 0 in a correction that takes the day away. */
    quarters: integer('quarters').notNull(),
    work: text('work').notNull(),
    /** The row that this one corrects. */
    replacesId: text('replaces_id'),
    reason: text('reason').notNull().default(''),
    loggedBy: byWhom('logged_by'),
    loggedAt: instant('logged_at').notNull(),
  },
  (table) => [
    unique('mission_day_replaces').on(table.replacesId),
    index('mission_day_mission').on(table.missionId, table.day),
  ],
);

/** What the consultancy owes the cities. */
export const missionDeliverables = pgTable(
  'mission_deliverable',
  {
    id: text('id').primaryKey(),
    missionId: missionId(),
    title: text('title').notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    createdBy: byWhom('created_by'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('mission_deliverable_mission').on(table.missionId)],
);

/** One submission of a deliverable: the exact text of a document, or a file. Never changed. */
export const missionDeliveries = pgTable(
  'mission_delivery',
  {
    id: text('id').primaryKey(),
    deliverableId: text('deliverable_id')
      .notNull()
      .references(() => missionDeliverables.id, { onDelete: 'cascade' }),
    /** From 1, within its deliverable. */
    number: integer('number').notNull(),
    documentId: text('document_id').references(() => documents.id, { onDelete: 'set null' }),
    /** The document up to this update, and the exact text there. */
    seq: bigint('seq', { mode: 'number' }),
    exactText: text('exact_text'),
    fileName: text('file_name'),
    contentType: text('content_type'),
    bytes: bigint('bytes', { mode: 'number' }),
    storageKey: text('storage_key'),
    /** Of the exact text or of the file, in hexadecimal. */
    sha256: text('sha256').notNull(),
    note: text('note').notNull(),
    submittedBy: byWhom('submitted_by'),
    submittedAt: instant('submitted_at').notNull(),
  },
  (table) => [unique('mission_delivery_number').on(table.deliverableId, table.number)],
);

/** What the city or the coordinator answered to a submission, once. */
export const missionVerdicts = pgTable('mission_verdict', {
  deliveryId: text('delivery_id')
    .primaryKey()
    .references(() => missionDeliveries.id, { onDelete: 'cascade' }),
  verdict: text('verdict').$type<DeliveryVerdict>().notNull(),
  reason: text('reason').notNull(),
  /** Whom they spoke for on that day. */
  organisationId: text('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
  givenBy: byWhom('given_by'),
  givenAt: instant('given_at').notNull(),
});
