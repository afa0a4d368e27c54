import { z } from 'zod';
import { LABEL_COLOURS } from '../board.ts';

/*
 * A board as a file: what « JSON » gives, and what every file that comes in is read as. Ids hold inside one file only;
 * people and organisations carry their names, by which they are found again elsewhere. Later fields are added; a reader
 * passes over those that it does not know.
 */
export const BOARD_FORMAT = 'cordee-board';

/** [B72] What one file may bring: beyond, it is refused whole. */
export const IMPORT_LIMITS = {
  bytes: 8 * 1024 * 1024,
  columns: 100,
  labels: 200,
  cards: 2_000,
  steps: 20_000,
} as const;

const Id = z.string().min(1).max(200);
const Named = z.object({ id: Id, name: z.string() });
const Day = z.iso.date().nullable().catch(null);

export const FileCard = z.object({
  id: Id,
  title: z.string(),
  /** Plain text. */
  description: z.string().default(''),
  columnId: z.string(),
  labels: z.array(z.string()).default([]),
  organisations: z.array(z.string()).default([]),
  assignees: z.array(z.string()).default([]),
  start: Day.default(null),
  due: Day.default(null),
  checklists: z
    .array(
      z.object({
        name: z.string().default(''),
        items: z.array(z.object({ text: z.string(), done: z.boolean().default(false) })),
      }),
    )
    .default([]),
  /** What it holds in the fields that its board adds to cards, in words. */
  fields: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  /** What hangs on it; the bytes are at `/fichiers/{id}` for those who may read the board. */
  files: z
    .array(z.object({ id: z.string(), name: z.string(), bytes: z.number().nonnegative().default(0) }))
    .default([]),
  archived: z.boolean().default(false),
  createdAt: z.iso.datetime().nullable().catch(null).default(null),
  createdBy: z.string().nullable().catch(null).default(null),
});

export const BoardFile = z.object({
  format: z.literal(BOARD_FORMAT),
  version: z.literal(1),
  title: z.string(),
  /** In order. */
  columns: z.array(
    z.object({
      id: Id,
      name: z.string(),
      done: z.boolean().default(false),
      limit: z.number().int().positive().nullable().catch(null).default(null),
    }),
  ),
  labels: z
    .array(z.object({ id: Id, name: z.string(), colour: z.enum(LABEL_COLOURS).catch('neutral') }))
    .default([]),
  people: z.array(Named).default([]),
  organisations: z.array(Named).default([]),
  /** In the order of their columns, those of the archive last. */
  cards: z.array(FileCard),
});

export type BoardFile = z.output<typeof BoardFile>;
export type FileCard = z.output<typeof FileCard>;
