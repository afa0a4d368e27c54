import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CardEventKind } from '#shared/news/news.ts';
import { instant } from '../../kernel/columns.ts';
import { boards } from '../schema.ts';

/**
 * What became of the cards of boards, for news: made with `card` from the boards' logs, never written by hand. A card's own
 * history is read from the log.
 */
export const cardEvents = pgTable(
  'card_event',
  {
    boardId: text('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    cardId: text('card_id').notNull(),
    /** The board up to this update. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    what: text('what').$type<CardEventKind>().notNull(),
    /** Of an assignment the person, else the column as it was called then. */
    subject: text('subject').notNull(),
    /** Everybody who wrote on the board since it was last looked at; empty when nothing says who. */
    writers: text('writers').array().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.boardId, table.cardId, table.seq, table.what, table.subject] }),
    index('card_event_at').on(table.boardId, table.at),
  ],
);
