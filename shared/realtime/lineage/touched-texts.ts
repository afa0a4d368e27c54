import * as Y from 'yjs';
import type { Inserted } from './inherit.ts';
import { type Run, RunDraft } from './run.ts';

/** What one update did to the texts of a document, letters only. */
export interface Touched {
  readonly inserted: readonly Inserted[];
  /** What was read until then, as it was read. */
  readonly deleted: readonly Run[];
  /** Of objects that were deleted before where new ones came: an undone deletion makes them anew. */
  readonly gaps: readonly Run[];
  /** What came and went at once: nobody else has read it, and nothing is given back by it. */
  readonly ghosts: Y.Snapshot['ds'];
}

/** Deeper nothing is written ([R4]). */
const DEEPEST = 64;

/** What holds objects; the root of a room has no other type before it is asked for by its name. */
type Parent = Pick<Y.XmlFragment, '_start'>;

type State = 'inserted' | 'deleted' | 'gone' | 'ghost' | 'live';

/** Reads a transaction while it ends, before Yjs merges what stands side by side. */
export function touchedBy(transaction: Y.Transaction, known: Touched['ghosts']): Touched {
  const inserted: Inserted[] = [];
  const deleted: Run[] = [];
  const { texts, parents, came } = touchedTypes(transaction);
  const ghosts = Y.mergeDeleteSets([known, came]);
  const stateOf = (item: Y.Item): State => {
    if (item.deleted && Y.isDeleted(ghosts, item.id)) return 'ghost';
    const isNew = item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
    if (!item.deleted) return isNew ? 'inserted' : 'live';
    return Y.isDeleted(transaction.deleteSet, item.id) ? 'deleted' : 'gone';
  };
  for (const text of texts) readText(text, stateOf, { inserted, deleted });
  const gaps = [...parents].flatMap((parent) => gapsOf(parent, stateOf));
  return { inserted, deleted, gaps, ghosts };
}

/** The texts in which letters came or went, the parents of objects that came, and what came and is deleted. */
function touchedTypes(transaction: Y.Transaction) {
  const came = Y.createDeleteSet();
  const texts = new Set<Y.XmlText>();
  const parents = new Set<Parent>();
  const note = (struct: Y.AbstractStruct | Y.Item) => {
    if (!(struct instanceof Y.Item)) return;
    const { content, parent } = struct;
    if (content instanceof Y.ContentString && parent instanceof Y.XmlText) texts.add(parent);
    const isObject = content instanceof Y.ContentType && content.type instanceof Y.XmlElement;
    if (isObject && !struct.deleted && parent instanceof Y.AbstractType) parents.add(parent);
  };
  for (const [client, after] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0;
    const structs = transaction.doc.store.clients.get(client);
    if (after <= before || !structs) continue;
    const gone = structs.slice(Y.findIndexSS(structs, before)).filter((struct) => {
      note(struct);
      return struct.deleted;
    });
    // As Yjs keeps what is deleted.
    if (gone.length > 0)
      came.clients.set(
        client,
        gone.map(({ id, length }) => ({ clock: id.clock, len: length })),
      );
  }
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, note);
  return { texts, parents, came };
}

/** Between two letters that stay: what came, what went, and what had gone. */
function readText(
  text: Y.XmlText,
  stateOf: (item: Y.Item) => State,
  into: { inserted: Inserted[]; deleted: Run[] },
): void {
  const runs: { came: RunDraft; gap: RunDraft }[] = [];
  let [came, went, gap] = [new RunDraft(), new RunDraft(), new RunDraft()];
  let hasLive = false;
  const end = () => {
    if (came.text !== '') runs.push({ came, gap });
    if (went.text !== '') into.deleted.push(went);
    [came, went, gap] = [new RunDraft(), new RunDraft(), new RunDraft()];
  };
  for (let item = text._start; item; item = item.right) {
    const { content } = item;
    const state = stateOf(item);
    if (!item.deleted && state === 'live' && item.countable) {
      hasLive = true;
      end();
    }
    if (!(content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    if (state === 'inserted') came.add(content.str, client, clock);
    if (state === 'deleted') went.add(content.str, client, clock);
    if (state === 'deleted' || state === 'gone') gap.add(content.str, client, clock);
  }
  end();
  for (const { came: run, gap: old } of runs)
    into.inserted.push({
      text: run.text,
      spans: run.spans,
      gap: old,
      isWhole: !hasLive && runs.length === 1,
    });
}

/** The letters of deleted objects that stand beside one that came. */
function gapsOf(parent: Parent, stateOf: (item: Y.Item) => State): Run[] {
  const found: Run[] = [];
  let gone: Y.Item[] = [];
  let hasCome = false;
  const end = () => {
    if (hasCome) for (const item of gone) found.push(...textsIn(item));
    [gone, hasCome] = [[], false];
  };
  for (let item = parent._start; item; item = item.right) {
    const state = stateOf(item);
    if (state === 'live') end();
    else if (state === 'inserted') hasCome = true;
    // What goes now is told with the letters that went.
    else if (state === 'gone') gone.push(item);
  }
  end();
  return found;
}

/** The texts of an object, deleted ones as they are. */
function textsIn({ content }: Y.Item, depth = 0): Run[] {
  if (!(content instanceof Y.ContentType) || depth > DEEPEST) return [];
  const { type } = content;
  if (!(type instanceof Y.XmlText)) {
    const runs: Run[] = [];
    for (let item = type._start; item; item = item.right) runs.push(...textsIn(item, depth + 1));
    return runs;
  }
  const run = new RunDraft();
  for (let item = type._start; item; item = item.right)
    if (item.content instanceof Y.ContentString) run.add(item.content.str, item.id.client, item.id.clock);
  return run.text === '' ? [] : [run];
}

/** Every text of a document as it is read now. */
export function readTexts(fragment: Y.XmlFragment, depth = 0): Run[] {
  const runs: Run[] = [];
  for (let item = fragment._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
    const { type } = item.content;
    if (type instanceof Y.XmlText) {
      const run = new RunDraft();
      for (let part = type._start; part; part = part.right)
        if (!part.deleted && part.content instanceof Y.ContentString)
          run.add(part.content.str, part.id.client, part.id.clock);
      if (run.text !== '') runs.push(run);
    } else if (type instanceof Y.XmlElement && depth < DEEPEST) runs.push(...readTexts(type, depth + 1));
  }
  return runs;
}
