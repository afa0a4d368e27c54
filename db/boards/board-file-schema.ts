import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { files } from '../documents/file/schema.ts';
import { boards } from './schema.ts';

/** Which boards show, or once showed, which files on their cards: who may read one of them may read the file. */
export const boardFiles = pgTable(
  'board_file',
  {
    boardId: text('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    fileId: text('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.boardId, table.fileId] }),
    index('board_file_file').on(table.fileId),
  ],
);
