import { z } from 'zod';
import { LABEL_COLOURS } from '../board.ts';
import { eachProperty } from '../card/property/card-properties.ts';
import { REPEATS } from '../card/repeat.ts';
import { FIELD_KINDS } from '../field/field.ts';
import { VIEW_QUERY_MAX } from '../view/saved-view.ts';

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
  fields: 100,
  options: 1_000,
  views: 100,
  /** Dependencies, and links, each. */
  relations: 4_000,
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
  ...eachProperty({ day: () => Day.default(null), members: () => z.array(z.string()).default([]) }),
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
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        bytes: z.number().nonnegative().default(0),
        kind: z.string().default(''),
        width: z.number().nullable().default(null),
        height: z.number().nullable().default(null),
        at: z.string().nullable().default(null),
      }),
    )
    .default([]),
  /** Id of one of its files. */
  cover: z.string().nullable().catch(null).default(null),
  /** Ids of the cards that must be finished first. */
  blockedBy: z.array(z.string()).default([]),
  /** What it points to: kind and id, and what it is called for whoever may know. */
  links: z.array(z.object({ key: z.string(), name: z.string().nullable().default(null) })).default([]),
  /** What it holds in the fields of the board, as it is kept. */
  values: z.array(z.object({ fieldId: z.string(), value: z.union([z.string(), z.number()]) })).default([]),
  repeat: z
    .object({
      every: z.enum(REPEATS),
      next: z.iso.date(),
      day: z.number().int().min(1).max(31),
      columnId: z.string(),
      series: z.string(),
    })
    .nullable()
    .catch(null)
    .default(null),
  /** The card that it became on another board. */
  movedTo: z.object({ boardId: z.string(), cardId: z.string() }).nullable().catch(null).default(null),
  /** What was said of it; whoever said it is named. */
  comments: z
    .array(
      z.object({ author: z.string().nullable(), at: z.string(), text: z.string(), resolved: z.boolean() }),
    )
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
      colour: z.enum(LABEL_COLOURS).nullable().catch(null).default(null),
    }),
  ),
  labels: z
    .array(z.object({ id: Id, name: z.string(), colour: z.enum(LABEL_COLOURS).catch('neutral') }))
    .default([]),
  /** What the board adds to its cards, in order; what was taken off it may be put back. */
  fields: z
    .array(
      Named.extend({
        kind: z.enum(FIELD_KINDS),
        onFace: z.boolean().default(false),
        removed: z.boolean().default(false),
        options: z.array(Named.extend({ removed: z.boolean().default(false) })).default([]),
      }),
    )
    .default([]),
  views: z.array(Named.extend({ query: z.string().max(VIEW_QUERY_MAX) })).default([]),
  people: z.array(Named).default([]),
  organisations: z.array(Named).default([]),
  /** In the order of their columns, those of the archive last. */
  cards: z.array(FileCard),
});

export type BoardFile = z.output<typeof BoardFile>;
export type FileCard = z.output<typeof FileCard>;

/** What the files of others say nothing of. */
export const PLAIN_CARD = {
  cover: null,
  blockedBy: [],
  links: [],
  values: [],
  repeat: null,
  movedTo: null,
  comments: [],
} satisfies Partial<FileCard>;
