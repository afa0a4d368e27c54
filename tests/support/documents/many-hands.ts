import { getSchema } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { canJoin, Transform } from '@tiptap/pm/transform';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { readAuthors, sumOf } from '#shared/documents/history/document-authors.ts';
import { readExact } from '#shared/documents/history/exact-node.ts';
import { restoreState } from '#shared/documents/history/restore-document.ts';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';
import { narrowSchema } from '#shared/documents/text/schema-attributes.ts';
import { Authorship, type Inherited } from '#shared/realtime/lineage/authorship.ts';
import { LEAST } from '#shared/realtime/lineage/inherit.ts';
import { Lineage, type LineageRow } from '#shared/realtime/lineage/lineage.ts';

const schema = narrowSchema(getSchema([...documentExtensions]));
const typeOf = (name: string) => schema.node(name).type;

/** People who write in one document as its editor does, each under a clientID of theirs, and the log that a server would have of it. */
export class ManyHands {
  readonly docs: readonly Y.Doc[];
  readonly rows: LineageRow[] = [];
  /** Whose each row is. */
  readonly writers: number[] = [];
  readonly #undo: readonly Y.UndoManager[];
  readonly #owners: ReadonlyMap<number, string>;

  constructor(people: readonly string[]) {
    this.docs = people.map((_, at) => {
      const doc = new Y.Doc();
      doc.clientID = at + 1;
      return doc;
    });
    this.#owners = new Map(people.map((name, at) => [at + 1, name]));
    this.#undo = this.docs.map(
      (doc, by) =>
        new Y.UndoManager(doc.getXmlFragment(DOCUMENT_FRAGMENT), {
          trackedOrigins: new Set([by]),
          captureTimeout: 0,
        }),
    );
  }

  /** What one does to the shared text: one row of the log. */
  act(by: number, work: (doc: Y.Doc) => void): void {
    const doc = this.#docOf(by);
    const updates: Uint8Array[] = [];
    const note = (update: Uint8Array) => updates.push(update);
    doc.on('update', note);
    doc.transact(() => work(doc), by);
    doc.off('update', note);
    if (updates.length > 0) this.#tell(by, Y.mergeUpdates(updates));
  }

  /** What one does in an editor, which writes into the shared text what came of it. */
  edit(by: number, change: (tr: Transform) => void): void {
    this.act(by, (doc) => {
      const fragment = doc.getXmlFragment(DOCUMENT_FRAGMENT);
      const { doc: node, meta } = initProseMirrorDoc(fragment, schema);
      const tr = new Transform(node);
      change(tr);
      tr.doc.check();
      if (tr.docChanged) updateYFragment(doc, fragment, tr.doc, meta);
    });
  }

  undo(by: number): void {
    const doc = this.#docOf(by);
    const updates: Uint8Array[] = [];
    const note = (update: Uint8Array) => updates.push(update);
    doc.on('update', note);
    this.#undo[by]?.undo();
    doc.off('update', note);
    if (updates.length > 0) this.#tell(by, Y.mergeUpdates(updates));
  }

  /** The state after so many rows comes back. */
  restore(by: number, rows: number): void {
    const then = new Y.Doc();
    for (const { data } of this.rows.slice(0, rows)) Y.applyUpdate(then, data);
    this.act(by, (doc) => void restoreState(doc, { nodes: readExact(then) }));
  }

  #docOf(by: number): Y.Doc {
    const doc = this.docs[by];
    if (!doc) throw new Error(`nobody has number ${by}`);
    return doc;
  }

  #tell(by: number, data: Uint8Array): void {
    this.writers.push(by);
    this.rows.push({ seq: this.rows.length + 1, data, at: this.rows.length * 1_000 });
    for (const doc of this.docs) Y.applyUpdate(doc, data, 'others');
  }

  /** Whose the letters are, read as a server does: the log in batches of so many rows, each told once. */
  authorship(batch = 1): { authorship: Authorship; inherited: Inherited[] } {
    const authorship = new Authorship(this.#owners);
    const lineage = new Lineage();
    const inherited: Inherited[] = [];
    for (let at = 0; at < this.rows.length; at += batch)
      inherited.push(...authorship.inherit(lineage.read(this.rows.slice(at, at + batch), 0).repeated));
    return { authorship, inherited };
  }

  /** How many characters of the text are whose. */
  characters(): Record<string, number> {
    const [doc] = this.docs;
    return doc ? Object.fromEntries([...sumOf(readAuthors(doc, this.authorship().authorship))].sort()) : {};
  }

  /** The text, a line a block. */
  get text(): string {
    const [doc] = this.docs;
    if (!doc) return '';
    const { doc: node } = initProseMirrorDoc(doc.getXmlFragment(DOCUMENT_FRAGMENT), schema);
    return node.textBetween(0, node.content.size, '\n');
  }
}

/** Paragraphs at the end. */
export function write(tr: Transform, ...texts: readonly string[]): void {
  const made = texts.map((text) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]));
  tr.insert(tr.doc.content.size, made);
}

/** Where each top-level block begins and ends. */
export function placesOf(doc: Node): { from: number; to: number; node: Node }[] {
  const places: { from: number; to: number; node: Node }[] = [];
  doc.forEach((node, offset) => {
    places.push({ from: offset, to: offset + node.nodeSize, node });
  });
  return places;
}

const at = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];

/** What lays a text out and writes no word of it: each is given a text and two numbers by which it picks its places. */
export const LAYOUT: Readonly<Record<string, (tr: Transform, a: number, b: number) => void>> = {
  move: (tr, a, b) => {
    const places = placesOf(tr.doc);
    const [one, other] = [at(places, a), at(places, b)];
    if (!one || !other || one === other) return;
    tr.delete(one.from, one.to);
    tr.insert(tr.mapping.map(other.from), one.node);
  },
  swap: (tr, a) => {
    const places = placesOf(tr.doc);
    const [one, next] = [places[a % places.length], places[(a % places.length) + 1]];
    if (one && next) tr.replaceWith(one.from, next.to, [next.node, one.node]);
  },
  heading: (tr, a) => {
    const place = at(placesOf(tr.doc), a);
    if (place?.node.type.name === 'paragraph')
      tr.setBlockType(place.from, place.to, typeOf('heading'), { level: 2 });
  },
  paragraph: (tr, a) => {
    const place = at(placesOf(tr.doc), a);
    if (place?.node.type.name === 'heading') tr.setBlockType(place.from, place.to, typeOf('paragraph'));
  },
  list: (tr, a, b) => {
    const places = placesOf(tr.doc);
    const [first, last] = [a % places.length, b % places.length].sort((x, y) => x - y);
    const chosen = places.slice(first, (last ?? 0) + 1);
    const [from, to] = [chosen[0]?.from, chosen.at(-1)?.to];
    if (from === undefined || to === undefined || chosen.some(({ node }) => node.type.name !== 'paragraph'))
      return;
    const items = chosen.map(({ node }) => schema.node('listItem', null, [node]));
    tr.replaceWith(from, to, schema.node('bulletList', null, items));
  },
  unlist: (tr, a) => {
    const place = at(placesOf(tr.doc), a);
    if (place?.node.type.name !== 'bulletList') return;
    const blocks: Node[] = [];
    for (const item of place.node.children) blocks.push(...item.children);
    tr.replaceWith(place.from, place.to, blocks);
  },
  quote: (tr, a) => {
    const place = at(placesOf(tr.doc), a);
    if (place?.node.type.name === 'paragraph')
      tr.replaceWith(place.from, place.to, schema.node('blockquote', null, [place.node]));
  },
  bold: (tr, a, b) => {
    const place = at(placesOf(tr.doc), a);
    if (!place) return;
    const from = place.from + 1 + (b % Math.max(1, place.node.content.size));
    const mark = schema.mark('bold');
    if (place.node.type.name === 'paragraph') tr.addMark(from, Math.min(place.to, from + 20), mark);
  },
  split: (tr, a, b) => {
    const place = at(placesOf(tr.doc), a);
    const most = (place?.node.content.size ?? 0) - 2 * LEAST.recent;
    if (place?.node.type.name === 'paragraph' && most > 0)
      tr.split(place.from + 1 + LEAST.recent + (b % most));
  },
  join: (tr, a) => {
    const place = at(placesOf(tr.doc).slice(1), a);
    if (place && canJoin(tr.doc, place.from)) tr.join(place.from);
  },
  shuffle: (tr, a) => {
    const blocks = placesOf(tr.doc).map(({ node }) => node);
    const turn = a % Math.max(1, blocks.length);
    tr.replaceWith(0, tr.doc.content.size, [...blocks.slice(turn), ...blocks.slice(0, turn)]);
  },
};

/** A block goes, and comes at another place by a later gesture: cut and pasted. */
export function cutAndPaste(hands: ManyHands, by: number, a: number, b: number): void {
  let taken: Node | undefined;
  hands.edit(by, (tr) => {
    const place = at(placesOf(tr.doc), a);
    // A word or two that is cut and comes back is typed for all that a log says.
    if (!place || tr.doc.childCount < 2 || place.node.textContent.length < LEAST.recent) return;
    taken = place.node;
    tr.delete(place.from, place.to);
  });
  hands.edit(by, (tr) => {
    const place = at(placesOf(tr.doc), b);
    if (taken && place) tr.replace(place.from, place.from, new Slice(Fragment.from(taken), 0, 0));
  });
}
