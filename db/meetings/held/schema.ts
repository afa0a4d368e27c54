import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { AttendanceMode, Presence } from '#shared/meetings/held/attendance.ts';
import type { MinutesStatus } from '#shared/meetings/held/minutes.ts';
import type { Quorum, VoteBy, VoteChoice, VoteResult } from '#shared/meetings/held/vote.ts';
import { documents } from '../../documents/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { meetings } from '../meeting/schema.ts';

const meetingId = () =>
  text('meeting_id')
    .notNull()
    .references(() => meetings.id, { onDelete: 'cascade' });
const userId = () =>
  text('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });
const byWhom = (name: string) => text(name).references(() => users.id, { onDelete: 'set null' });

/** Where a held meeting stands in its agenda, and how often anything of it changed. */
export const meetingRuns = pgTable('meeting_run', {
  meetingId: text('meeting_id')
    .primaryKey()
    .references(() => meetings.id, { onDelete: 'cascade' }),
  currentItemId: text('current_item_id'),
  itemStartedAt: instant('item_started_at'),
  /** Seconds by item. */
  spent: jsonb('spent').$type<Readonly<Record<string, number>>>().notNull().default({}),
  /** Minutes by item. */
  added: jsonb('added').$type<Readonly<Record<string, number>>>().notNull().default({}),
  /** Goes up with every change: an open page that knows it asks for nothing else. */
  revision: integer('revision').notNull().default(0),
});

/** Who was there: a person of the programme, or a guest by name. */
export const meetingAttendances = pgTable(
  'meeting_attendance',
  {
    id: text('id').primaryKey(),
    meetingId: meetingId(),
    /** Null for a guest. */
    userId: text('user_id').references(() => users.id, { onDelete: 'cascade' }),
    /** Of a guest; empty for somebody who has an account. */
    guestName: text('guest_name').notNull().default(''),
    guestOrganisation: text('guest_organisation').notNull().default(''),
    /** Their organisation on that day: they may change it later. */
    organisationId: text('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
    presence: text('presence').$type<Presence>().notNull(),
    mode: text('mode').$type<AttendanceMode>().notNull(),
    arrivedAt: instant('arrived_at'),
    leftAt: instant('left_at'),
  },
  (table) => [unique('meeting_attendance_one').on(table.meetingId, table.userId)],
);

/** A voice given for a meeting: `organisation:<id>` or `person:<id>`. */
export const meetingProxies = pgTable(
  'meeting_proxy',
  {
    meetingId: meetingId(),
    giver: text('giver').notNull(),
    holder: text('holder').notNull(),
    givenBy: byWhom('given_by'),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.giver] })],
);

/** Who wants to speak, and who does. */
export const meetingHands = pgTable(
  'meeting_hand',
  {
    meetingId: meetingId(),
    userId: userId(),
    raisedAt: instant('raised_at').notNull(),
    /** Since when they have the floor; null while they wait. */
    floorAt: instant('floor_at'),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.userId] })],
);

/** A question that is put to those who are there. */
export const meetingVotes = pgTable(
  'meeting_vote',
  {
    id: text('id').primaryKey(),
    meetingId: meetingId(),
    question: text('question').notNull(),
    choices: jsonb('choices').$type<readonly VoteChoice[]>().notNull(),
    by: text('by').$type<VoteBy>().notNull(),
    isSecret: boolean('is_secret').notNull(),
    quorum: text('quorum').$type<Quorum>().notNull(),
    openedAt: instant('opened_at').notNull(),
    openedBy: byWhom('opened_by'),
    closedAt: instant('closed_at'),
    /** Null while it is open. */
    result: jsonb('result').$type<VoteResult>(),
  },
  (table) => [index('meeting_vote_meeting').on(table.meetingId, table.openedAt)],
);

/** One voice in a vote: a voter has one, whoever casts it. */
export const meetingBallots = pgTable(
  'meeting_ballot',
  {
    voteId: text('vote_id')
      .notNull()
      .references(() => meetingVotes.id, { onDelete: 'cascade' }),
    voter: text('voter').notNull(),
    /** The voter's name on that day. */
    voterName: text('voter_name').notNull(),
    /** Null once a secret vote is closed. */
    choice: text('choice'),
    castBy: byWhom('cast_by'),
    castAt: instant('cast_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.voteId, table.voter] })],
);

/** The minutes of a meeting: which document they are, and how far they have come. */
export const minutes = pgTable('minutes', {
  meetingId: text('meeting_id')
    .primaryKey()
    .references(() => meetings.id, { onDelete: 'cascade' }),
  documentId: text('document_id')
    .notNull()
    .unique()
    .references(() => documents.id, { onDelete: 'cascade' }),
  status: text('status').$type<MinutesStatus>().notNull().default('draft'),
  /** The attendance stands in the text. */
  sheetAt: instant('sheet_at'),
  submittedAt: instant('submitted_at'),
  submittedBy: byWhom('submitted_by'),
  /** The state of the document that was submitted. */
  seq: integer('seq'),
  /** The exact text that was submitted, and its SHA-256 in hexadecimal. */
  exactText: text('exact_text'),
  sha256: text('sha256'),
  approvedAt: instant('approved_at'),
  approvedBy: byWhom('approved_by'),
  approvedIn: text('approved_in').references(() => meetings.id, { onDelete: 'set null' }),
});
