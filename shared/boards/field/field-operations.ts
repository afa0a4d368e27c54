import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { BOARD_EDIT, cardsOf, fieldsOf, findIn, readFields } from '../board-doc.ts';
import { writeHeld } from '../card/card-doc.ts';
import { orderAt, rankIn } from '../order.ts';
import { parseLine } from '../text.ts';
import type { FieldKind } from './field.ts';
import {
  findOption,
  newField,
  putOption,
  readField,
  type StoredField,
  writeFieldSettings,
  writeOption,
} from './field-doc.ts';
import { parseFieldValue, type ValueRefusal } from './field-value.ts';

/* Operations on the fields of a board and on what cards hold in them; like those on cards, see card-operations.ts. */

type NameRefusal = 'board.titleEmpty' | 'board.titleTooLong';
type FieldRefusal = 'board.fieldNotFound';
type OptionRefusal = FieldRefusal | 'board.optionNotFound';

/** Adds a field after the others; `fieldId` is new. Refused: name empty or too long, an id that another field has. */
export function addField(
  doc: Y.Doc,
  { fieldId, name, kind }: { readonly fieldId: string; readonly name: string; readonly kind: FieldKind },
): Result<void, NameRefusal | 'board.idTaken'> {
  const parsed = parseLine(name);
  if (!parsed.ok) return parsed;
  if (fieldsOf(doc).has(fieldId)) return fail('board.idTaken');
  const orders = readFields(doc).map(({ order }) => order);
  const order = orderAt(orders, orders.length, fieldId);
  doc.transact(() => fieldsOf(doc).set(fieldId, newField(parsed.value, kind, order)), BOARD_EDIT);
  return ok();
}

function editField(
  doc: Y.Doc,
  fieldId: string,
  write: (field: Y.Map<unknown>) => void,
): Result<void, FieldRefusal> {
  const field = findIn(fieldsOf(doc), fieldId);
  if (field === null) return fail('board.fieldNotFound');
  doc.transact(() => write(field), BOARD_EDIT);
  return ok();
}

/** Gives a field another name. Refused: name empty or too long, no such field. */
export function renameField(
  doc: Y.Doc,
  { fieldId, name }: { readonly fieldId: string; readonly name: string },
): Result<void, NameRefusal | FieldRefusal> {
  const parsed = parseLine(name);
  if (!parsed.ok) return parsed;
  return editField(doc, fieldId, (field) => writeFieldSettings(field, { name: parsed.value }));
}

/** Says whether a field is shown on the face of cards. Refused: no such field. */
export function setFieldOnFace(
  doc: Y.Doc,
  { fieldId, onFace }: { readonly fieldId: string; readonly onFace: boolean },
): Result<void, FieldRefusal> {
  return editField(doc, fieldId, (field) => writeFieldSettings(field, { onFace }));
}

/** [B4] Puts a field at `index` among the others that are shown (brought inside when outside). Refused: no such field. */
export function moveField(
  doc: Y.Doc,
  { fieldId, index }: { readonly fieldId: string; readonly index: number },
): Result<void, FieldRefusal> {
  const fields = readFields(doc).filter(({ isRemoved }) => !isRemoved);
  const from = fields.findIndex(({ id }) => id === fieldId);
  if (from < 0) return fail('board.fieldNotFound');
  const orders = fields.filter(({ id }) => id !== fieldId).map(({ order }) => order);
  const to = rankIn(orders.length, index);
  if (from === to) return ok();
  const order = orderAt(orders, to, fieldId, from > to ? 'before' : 'after');
  return editField(doc, fieldId, (field) => writeFieldSettings(field, { order }));
}

/** [B41] Takes a field off the board; what cards hold in it is kept. Refused: no such field. */
export function removeField(
  doc: Y.Doc,
  { fieldId }: { readonly fieldId: string },
): Result<void, FieldRefusal> {
  return editField(doc, fieldId, (field) => writeFieldSettings(field, { removed: true }));
}

/** [B41] Puts a field back, where it was and with what cards hold in it. Refused: no such field. */
export function restoreField(
  doc: Y.Doc,
  { fieldId }: { readonly fieldId: string },
): Result<void, FieldRefusal> {
  return editField(doc, fieldId, (field) => writeFieldSettings(field, { removed: false }));
}

/** The field as stored, for writing and reading its options. */
function findField(doc: Y.Doc, fieldId: string): { map: Y.Map<unknown>; stored: StoredField } | null {
  const map = findIn(fieldsOf(doc), fieldId);
  const stored = map && readField(fieldId, map);
  return map && stored ? { map, stored } : null;
}

/** Adds an option to a field of choices, after the others; `optionId` is new. Refused: name, field, id taken. */
export function addFieldOption(
  doc: Y.Doc,
  { fieldId, optionId, name }: { readonly fieldId: string; readonly optionId: string; readonly name: string },
): Result<void, NameRefusal | FieldRefusal | 'board.idTaken'> {
  const parsed = parseLine(name);
  if (!parsed.ok) return parsed;
  const field = findField(doc, fieldId);
  if (field?.stored.kind !== 'choice') return fail('board.fieldNotFound');
  if (findOption(field.map, optionId)) return fail('board.idTaken');
  const orders = field.stored.options.map(({ order }) => order);
  const order = orderAt(orders, orders.length, optionId);
  doc.transact(() => putOption(field.map, optionId, parsed.value, order), BOARD_EDIT);
  return ok();
}

function editOption(
  doc: Y.Doc,
  { fieldId, optionId }: { readonly fieldId: string; readonly optionId: string },
  change: Parameters<typeof writeOption>[1],
): Result<void, OptionRefusal> {
  const field = findIn(fieldsOf(doc), fieldId);
  if (field === null) return fail('board.fieldNotFound');
  const option = findOption(field, optionId);
  if (option === null) return fail('board.optionNotFound');
  doc.transact(() => writeOption(option, change), BOARD_EDIT);
  return ok();
}

/** Gives an option another name. Refused: name empty or too long, no such field or option. */
export function renameFieldOption(
  doc: Y.Doc,
  { name, ...which }: { readonly fieldId: string; readonly optionId: string; readonly name: string },
): Result<void, NameRefusal | OptionRefusal> {
  const parsed = parseLine(name);
  return parsed.ok ? editOption(doc, which, { name: parsed.value }) : parsed;
}

/** [B4] Puts an option at `index` among the others (brought inside when outside). Refused: no such field or option. */
export function moveFieldOption(
  doc: Y.Doc,
  { index, ...which }: { readonly fieldId: string; readonly optionId: string; readonly index: number },
): Result<void, OptionRefusal> {
  const options = findField(doc, which.fieldId)?.stored.options;
  if (!options) return fail('board.fieldNotFound');
  const from = options.findIndex(({ id }) => id === which.optionId);
  if (from < 0) return fail('board.optionNotFound');
  const orders = options.filter(({ id }) => id !== which.optionId).map(({ order }) => order);
  const to = rankIn(orders.length, index);
  if (from === to) return ok();
  return editOption(doc, which, {
    order: orderAt(orders, to, which.optionId, from > to ? 'before' : 'after'),
  });
}

/** [B41] Takes an option away; cards that hold it show none until it is back. Refused: no such field or option. */
export function removeFieldOption(
  doc: Y.Doc,
  which: { readonly fieldId: string; readonly optionId: string },
): Result<void, OptionRefusal> {
  return editOption(doc, which, { removed: true });
}

/** [B41] Puts an option back, where it was and on the cards that hold it. Refused: no such field or option. */
export function restoreFieldOption(
  doc: Y.Doc,
  which: { readonly fieldId: string; readonly optionId: string },
): Result<void, OptionRefusal> {
  return editOption(doc, which, { removed: false });
}

/**
 * [B42] Writes what a card holds in a field, from what somebody wrote: a text, a number in French, a day, the id of an
 * option, a person or an organisation; empty removes it. Refused: no such card or field, or not what the kind takes.
 */
export function setCardField(
  doc: Y.Doc,
  { cardId, fieldId, text }: { readonly cardId: string; readonly fieldId: string; readonly text: string },
): Result<void, FieldRefusal | 'board.cardNotFound' | ValueRefusal> {
  const field = findField(doc, fieldId);
  if (!field || field.stored.isRemoved) return fail('board.fieldNotFound');
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  const value = parseFieldValue(field.stored, text);
  if (!value.ok) return value;
  doc.transact(() => writeHeld(card, fieldId, value.value), BOARD_EDIT);
  return ok();
}
