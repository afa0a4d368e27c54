import { z } from 'zod';
import { LABEL_COLOURS } from '../../boards/board.ts';
import {
  CARD_PROPERTIES,
  eachProperty,
  type MembersOf,
  membersOf,
} from '../../boards/card/property/card-properties.ts';
import { REPEATS } from '../../boards/card/repeat.ts';
import { FIELD_KINDS, type FieldKind } from '../../boards/field/field.ts';
import { FILE_KINDS } from '../../documents/attribute/document-attributes.ts';
import { ArchivedBlock } from './archived-block.ts';

const Id = z.string().min(1).max(200);
const Text = z.string().max(200_000);
const Day = z.iso.date().nullable();
const Named = z.object({ id: Id, name: Text });

const Card = z.object({
  id: Id,
  title: Text,
  description: Text,
  columnId: Id,
  ...eachProperty({ day: () => Day, members: () => z.array(Id) }),
  checklists: z.array(Named.extend({ items: z.array(z.object({ id: Id, text: Text, done: z.boolean() })) })),
  files: z.array(
    Named.extend({
      bytes: z.number().nonnegative(),
      kind: z.enum(FILE_KINDS),
      width: z.number().positive().nullable(),
      height: z.number().positive().nullable(),
      at: z.iso.datetime().nullable(),
    }),
  ),
  cover: Id.nullable(),
  blockedBy: z.array(Id),
  links: z.array(Id),
  fields: z.array(z.object({ fieldId: Id, value: z.union([Text, z.number()]) })),
  repeat: z
    .object({
      every: z.enum(REPEATS),
      next: z.iso.date(),
      day: z.number().int().min(1).max(31),
      columnId: Id,
      series: Id,
    })
    .nullable(),
  movedTo: z.object({ boardId: Id, cardId: Id }).nullable().default(null),
  createdAt: z.iso.datetime().nullable().default(null),
  createdBy: Id.nullable().default(null),
});

const Field = Named.extend({
  kind: z.enum(FIELD_KINDS),
  onFace: z.boolean(),
  options: z.array(Named),
  removedOptions: z.array(Named).default([]),
});

/** [OA7] A board as an archive has it: what `readWholeBoard` gives, and its title. */
export const ArchivedBoard = z.object({
  title: Text,
  columns: z
    .array(
      Named.extend({
        done: z.boolean(),
        limit: z.number().int().positive().nullable(),
        colour: z.enum(LABEL_COLOURS).nullable(),
        cards: z.array(Card),
      }),
    )
    .max(500),
  archived: z.array(Card),
  labels: z.array(Named.extend({ colour: z.enum(LABEL_COLOURS) })),
  fields: z.array(Field),
  removedFields: z.array(Field).default([]),
  views: z.array(Named.extend({ query: z.string().max(2_000) })),
  texts: z.array(z.object({ cardId: Id, blocks: z.array(ArchivedBlock) })).default([]),
});
export type ArchivedBoard = z.output<typeof ArchivedBoard>;
type ArchivedCard = ArchivedBoard['archived'][number];

/** What the ids are of that cards hold in fields of these kinds. */
const HELD: Partial<Record<FieldKind, MembersOf>> = { person: 'people', city: 'organisations' };

function heldOf({ fields }: ArchivedBoard): (fieldId: string) => MembersOf | undefined {
  const kinds = new Map(fields.map(({ id, kind }) => [id, kind]));
  return (fieldId) => HELD[kinds.get(fieldId) ?? 'text'];
}

/** Everybody whom a board names. */
export function peopleOf(board: ArchivedBoard): string[] {
  const cards = [...board.columns.flatMap((column) => column.cards), ...board.archived];
  const held = heldOf(board);
  return [
    ...membersOf(cards, 'people'),
    ...cards.flatMap(({ createdBy }) => createdBy ?? []),
    ...cards.flatMap(({ fields }) =>
      fields.flatMap(({ fieldId, value }) => (held(fieldId) === 'people' ? [String(value)] : [])),
    ),
  ];
}

/**
 * [OA7] The same board where `people` have an account and organisations other ids. Who has none is on no card and in no field, and
 * what they made says neither when nor by whom: whoever brings it in makes it.
 */
export function boardHere(
  board: ArchivedBoard,
  {
    people,
    organisation,
  }: {
    readonly people: { has(id: string): boolean };
    readonly organisation: (id: string) => string;
  },
): ArchivedBoard {
  const held = heldOf(board);
  const here: Record<MembersOf, (ids: string[]) => string[]> = {
    labels: (ids) => ids,
    people: (ids) => ids.filter((id) => people.has(id)),
    organisations: (ids) => ids.map(organisation),
  };
  const cardHere = ({ createdAt, createdBy, ...card }: ArchivedCard): ArchivedCard => ({
    ...card,
    ...eachProperty({
      day: (key) => card[key],
      members: (key) => here[CARD_PROPERTIES[key].of](card[key]),
    }),
    fields: card.fields.flatMap(({ fieldId, value }) => {
      const of = held(fieldId);
      return of ? here[of]([String(value)]).map((id) => ({ fieldId, value: id })) : [{ fieldId, value }];
    }),
    ...(createdBy !== null && people.has(createdBy)
      ? { createdAt, createdBy }
      : { createdAt: null, createdBy: null }),
  });
  return {
    ...board,
    columns: board.columns.map((column) => ({ ...column, cards: column.cards.map(cardHere) })),
    archived: board.archived.map(cardHere),
  };
}
