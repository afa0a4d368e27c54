import type * as Y from 'yjs';
import { z } from 'zod';
import { LABEL_COLOURS } from '../../boards/board.ts';
import { BOARD_EDIT, cardsOf, fieldsOf, findIn, savedViewsOf } from '../../boards/board-doc.ts';
import { writeHeld } from '../../boards/card/card-doc.ts';
import { addCardFile, setCardCover } from '../../boards/card/card-file-operations.ts';
import { archiveCard } from '../../boards/card/card-operations.ts';
import { eachProperty } from '../../boards/card/property/card-properties.ts';
import { addBlocker, addLink } from '../../boards/card/relation-operations.ts';
import { REPEATS } from '../../boards/card/repeat.ts';
import { setCardRepeat } from '../../boards/card/repeat-operations.ts';
import { FIELD_KINDS } from '../../boards/field/field.ts';
import { newField, putOption, writeFieldSettings } from '../../boards/field/field-doc.ts';
import { fillBoard } from '../../boards/fill-board.ts';
import { orderAt } from '../../boards/order.ts';
import { fitLine } from '../../boards/text.ts';
import { newSavedView } from '../../boards/view/saved-view-doc.ts';
import { FILE_KINDS } from '../../documents/attribute/document-attributes.ts';

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
  repeat: z.object({ every: z.enum(REPEATS), next: z.iso.date(), series: Id }).nullable(),
});

/** [OA7] A board as an archive has it: what `readBoard` gives, and its title. */
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
  fields: z.array(Named.extend({ kind: z.enum(FIELD_KINDS), onFace: z.boolean(), options: z.array(Named) })),
  views: z.array(Named.extend({ query: z.string().max(2_000) })),
});
export type ArchivedBoard = z.output<typeof ArchivedBoard>;

/** Puts things one behind the other, each with its key. */
function putInOrder<T extends { readonly id: string }>(
  all: readonly T[],
  put: (one: T, order: string) => void,
): void {
  const orders: string[] = [];
  for (const one of all) {
    const order = orderAt(orders, orders.length, one.id);
    orders.push(order);
    put(one, order);
  }
}

/**
 * [OA7] Writes a board of an archive into a new document, under the ids that it had. What it says is written as `fillBoard` does,
 * lines cut and nothing refused [B10]; what hangs on cards by the operations of people, and what one of them refuses is left out:
 * a file beyond the limit, a card that waits for itself.
 * @throws when columns, labels and cards do not hold together: nothing of it is then kept.
 */
export function fillArchivedBoard(
  doc: Y.Doc,
  { columns, archived, labels, fields, views }: ArchivedBoard,
  born: { readonly createdAt: Date; readonly createdBy: string },
): void {
  const cards = [...columns.flatMap((column) => column.cards), ...archived];
  fillBoard(
    doc,
    {
      columns: columns.map(({ id, name, done, limit, colour }) => ({
        ...{ id, name, done },
        ...(limit && { limit }),
        ...(colour && { colour }),
      })),
      labels,
      cards,
    },
    born,
  );
  doc.transact(() => {
    putInOrder(fields, ({ id, name, kind, onFace, options }, order) => {
      const field = newField(fitLine(name), kind, order);
      fieldsOf(doc).set(id, field);
      writeFieldSettings(field, { onFace });
      putInOrder(options, (option, rank) => putOption(field, option.id, fitLine(option.name), rank));
    });
    for (const { id, name, query } of views)
      savedViewsOf(doc).set(id, newSavedView({ name: fitLine(name), query }));
    for (const { id, fields: held } of cards) {
      const card = findIn(cardsOf(doc), id);
      if (card === null) throw new Error('a card was not written');
      for (const { fieldId, value } of held)
        writeHeld(card, fieldId, typeof value === 'string' ? fitLine(value) : value);
    }
  }, BOARD_EDIT);
  for (const { id: cardId, files, cover, blockedBy, links, repeat } of cards) {
    for (const file of files) addCardFile(doc, { cardId, file });
    if (cover !== null) setCardCover(doc, { cardId, fileId: cover });
    for (const blockerId of blockedBy) addBlocker(doc, { cardId, blockerId });
    for (const key of links) addLink(doc, { cardId, key });
    if (repeat) setCardRepeat(doc, { cardId, repeat, series: repeat.series });
  }
  for (const { id: cardId } of archived) archiveCard(doc, { cardId });
}
