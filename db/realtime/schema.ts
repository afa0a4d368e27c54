import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant, orderedText } from '../kernel/columns.ts';

/** A live room: the head of its log. No foreign key to its object, so that one statement can append for all rooms. */
export const docRooms = pgTable('doc_room', {
  /** `document:<id>` or `board:<id>`. */
  room: orderedText('room').primaryKey(),
  /** Sequence number of the last update, 0 for an empty room. */
  seq: bigint('seq', { mode: 'number' }).notNull().default(0),
  /** Bytes of all updates so far, a cheap upper bound of the document's size. */
  bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
  /** Generation: raised when a database is restored, so that clients of another one never merge blindly. */
  epoch: integer('epoch').notNull().default(1),
  /** Up to here the log has been packed, see `log-packing.ts`. */
  packedSeq: bigint('packed_seq', { mode: 'number' }).notNull().default(0),
  /** Tombstone: its object is gone for good, and nothing is ever appended again. */
  deletedAt: instant('deleted_at'),
  createdAt: instant('created_at').notNull(),
});

/**
 * The truth of every document and board: updates in order, committed before anybody else sees them. Rows older than a day
 * are packed, a minute becoming one row under its last number: nothing that was written is lost, deleted text included.
 */
export const docUpdates = pgTable(
  'doc_update',
  {
    room: orderedText('room').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** The writer, or null when one flush merged several: `doc_client` then says who wrote what. */
    userId: text('user_id'),
    data: bytes('data').notNull(),
    at: instant('at').notNull(),
    /** How many numbers this row covers, ending with `seq`: 1 as it came, more once packed. */
    span: integer('span').notNull().default(1),
    /** Packed rows only: when its first update came. */
    firstAt: instant('first_at'),
    /** Packed rows only: everybody who wrote in it. */
    writers: text('writers').array(),
  },
  (table) => [primaryKey({ columns: [table.room, table.seq] })],
);

/** A cache for opening: the state up to `seq`, garbage-collected. The log is kept. */
export const docSnapshots = pgTable('doc_snapshot', {
  room: orderedText('room').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  data: bytes('data').notNull(),
  at: instant('at').notNull(),
});

/** Which account first used a Yjs clientID in a room: attribution, and refusal of writes in another's name. */
export const docClients = pgTable(
  'doc_client',
  {
    room: orderedText('room').notNull(),
    clientId: bigint('client_id', { mode: 'number' }).notNull(),
    userId: text('user_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.room, table.clientId] }),
    index('doc_client_user').on(table.userId, table.at),
    index('doc_client_day').on(table.at, table.userId),
  ],
);

/** [LG1] Letters that were written by somebody else than whose clientID they stand under: moved, laid out anew, pasted or restored. */
export const docLineage = pgTable(
  'doc_lineage',
  {
    room: orderedText('room').notNull(),
    clientId: bigint('client_id', { mode: 'number' }).notNull(),
    /** What Yjs calls the first of them. */
    clock: bigint('clock', { mode: 'number' }).notNull(),
    length: integer('length').notNull(),
    /** Who wrote them. */
    userId: text('user_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.room, table.clientId, table.clock] }),
    index('doc_lineage_user').on(table.userId),
  ],
);

/** How far the tables made from a room's content (`document_text`, `card`) reflect its log. It only moves forward. */
export const docProjections = pgTable('doc_projection', {
  room: orderedText('room').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  at: instant('at').notNull(),
  /** How far `doc_lineage` does. */
  lineageSeq: bigint('lineage_seq', { mode: 'number' }).notNull().default(0),
});
