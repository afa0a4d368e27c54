import { simpleDiffString } from 'lib0/diff';
import type * as Y from 'yjs';
import { byOrder, orderAt, readOrder } from '../../boards/order.ts';
import type { Splice } from './text-splice.ts';

/*
 * The Y.Doc of room `application:<id>`. Nothing here knows the form: an answer has an address, `key` for a field and
 * `key/row/cell` for a field of a repeated block.
 *
 *   values           Y.Map    address, or address#part → text, number, boolean or file: the last writer’s
 *   text:<address>   Y.Text   short and long texts, merged letter by letter
 *   rows:<key>       Y.Map    row → its order; a row that was taken away keeps its answers, and comes back with them
 *
 * All are root types: made by two people at once they are one. A choice among several has one value each (`key#choice`),
 * and so have the two days of a period: two people who tick two boxes both keep theirs.
 */
const VALUES = 'values';
const TEXT = 'text:';
const ROWS = 'rows:';

/** Origin of every transaction of this file. */
const APPLICATION_EDIT = 'application.edit';

/** A file as it stands in the document: who may read it is in SQL. */
export interface StoredFileValue {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

/** One value as it is stored. */
export type StoredValue = string | number | boolean | StoredFileValue;

/** What a document says, by address; form and meaning come later (`answersOf`). */
export interface RawAnswers {
  readonly values: Readonly<Record<string, StoredValue>>;
  readonly texts: Readonly<Record<string, string>>;
  /** Ids of the rows of each block, in order. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

const KEY = '[a-z][a-z0-9_]{0,39}';
const ROW = '[0-9a-f-]{36}';
const BLOCK = new RegExp(`^${KEY}$`);
const ADDRESS = new RegExp(`^${KEY}(?:/${ROW}/${KEY})?$`);
const VALUE_ADDRESS = new RegExp(`^${KEY}(?:/${ROW}/${KEY})?(?:#${KEY})?$`);
const ROW_ID = new RegExp(`^${ROW}$`);

/** Beyond these nothing more is read: an honest application has a hundredth of it. */
const MOST_ROWS = 200;
const MOST_ANSWERS = 5_000;
const LONGEST_VALUE = 2_000;

/** The address of a field, or of a field of a row. */
export function addressOf(key: string, of?: { readonly block: string; readonly row: string }): string {
  return of ? `${of.block}/${of.row}/${key}` : key;
}

/** A text, for reading and for binding; merged letter by letter. */
export function textOf(doc: Y.Doc, address: string): Y.Text {
  return doc.getText(TEXT + address);
}

function readValue(value: unknown): StoredValue | null {
  if (typeof value === 'string') return value.slice(0, LONGEST_VALUE);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  const { fileId, name, size } = value as Record<string, unknown>;
  if (typeof fileId !== 'string' || typeof name !== 'string' || typeof size !== 'number') return null;
  return { fileId: fileId.slice(0, 64), name: name.slice(0, 300), size };
}

/** Names of root types that begin like this, of which no other use was made. */
function namesOf(doc: Y.Doc, prefix: string): string[] {
  return [...doc.share.keys()].filter((name) => name.startsWith(prefix)).sort();
}

/** [AP5] Everything that a document answers. Total: takes whatever any peer wrote, passes over what it does not understand. */
export function readApplication(doc: Y.Doc): RawAnswers {
  const values: [string, StoredValue][] = [];
  for (const [address, stored] of doc.getMap<unknown>(VALUES)) {
    const value = VALUE_ADDRESS.test(address) && values.length < MOST_ANSWERS ? readValue(stored) : null;
    if (value !== null) values.push([address, value]);
  }
  const texts: [string, string][] = [];
  for (const name of namesOf(doc, TEXT)) {
    const address = name.slice(TEXT.length);
    if (!ADDRESS.test(address) || texts.length >= MOST_ANSWERS) continue;
    const text = textOf(doc, address).toString();
    if (text !== '') texts.push([address, text]);
  }
  const rows: [string, string[]][] = [];
  for (const name of namesOf(doc, ROWS)) {
    const block = name.slice(ROWS.length);
    const ids = BLOCK.test(block) ? readRows(doc, block).map(({ id }) => id) : [];
    if (ids.length > 0) rows.push([block, ids]);
  }
  return {
    values: Object.fromEntries(values),
    texts: Object.fromEntries(texts),
    rows: Object.fromEntries(rows),
  };
}

function readRows(doc: Y.Doc, block: string): { id: string; order: string }[] {
  return [...doc.getMap<unknown>(ROWS + block)]
    .flatMap(([id, order]) => (ROW_ID.test(id) && order !== null ? [{ id, order: readOrder(order) }] : []))
    .sort(byOrder)
    .slice(0, MOST_ROWS);
}

/** One change of an application. */
export type ApplicationEdit =
  /** Null forgets it. */
  | { readonly kind: 'value'; readonly address: string; readonly value: StoredValue | null }
  | { readonly kind: 'text'; readonly address: string; readonly text: string }
  /** What was typed in a text that the writer sees: at this place, so much less and this more. */
  | ({ readonly kind: 'splice'; readonly address: string } & Splice)
  | { readonly kind: 'addRow'; readonly block: string; readonly row: string }
  | { readonly kind: 'removeRow'; readonly block: string; readonly row: string };

/**
 * [AP4] Makes these changes as one. A text is changed where it differs and nowhere else, so that what others write in it
 * meanwhile stays; an answer that is the same already is left alone.
 */
export function editApplication(doc: Y.Doc, edits: readonly ApplicationEdit[]): void {
  doc.transact(() => {
    for (const edit of edits) apply(doc, edit);
  }, APPLICATION_EDIT);
}

function apply(doc: Y.Doc, edit: ApplicationEdit): void {
  if (edit.kind === 'text') {
    if (ADDRESS.test(edit.address)) writeText(textOf(doc, edit.address), edit.text);
  } else if (edit.kind === 'splice') {
    if (ADDRESS.test(edit.address)) splice(textOf(doc, edit.address), edit);
  } else if (edit.kind === 'value') {
    if (VALUE_ADDRESS.test(edit.address)) writeValue(doc.getMap(VALUES), edit.address, edit.value);
  } else if (BLOCK.test(edit.block) && ROW_ID.test(edit.row)) {
    const map = doc.getMap<unknown>(ROWS + edit.block);
    const orders = readRows(doc, edit.block).map(({ order }) => order);
    if (edit.kind === 'removeRow') map.delete(edit.row);
    else if (!map.has(edit.row)) map.set(edit.row, orderAt(orders, orders.length, edit.row));
  }
}

function writeValue(map: Y.Map<unknown>, address: string, value: StoredValue | null): void {
  const before = readValue(map.get(address));
  if (JSON.stringify(before) === JSON.stringify(value)) return;
  if (value === null) map.delete(address);
  else map.set(address, value);
}

function splice(text: Y.Text, { index, remove, insert }: Splice): void {
  const at = Math.min(Math.max(0, index), text.length);
  const less = Math.min(Math.max(0, remove), text.length - at);
  if (less > 0) text.delete(at, less);
  if (insert !== '') text.insert(at, insert);
}

function writeText(text: Y.Text, wanted: string): void {
  splice(text, simpleDiffString(text.toString(), wanted));
}
