/**
 * Where Y.Docs are: readers, operations and compaction run here, in a thread that can be ended when it takes too long.
 * One task in, one answer out; `doc-workers.ts` is the other side.
 */
import { parentPort, workerData } from 'node:worker_threads';
import * as Y from 'yjs';
import { cardsOf } from '#shared/boards/board-doc.ts';
import { type ProjectedCard, projectBoard } from '#shared/boards/board-projection.ts';
import { writtenCardFilesOf } from '#shared/boards/card/card-files-doc.ts';
import type { CardEvent } from '#shared/boards/card/card-history.ts';
import { type LoggedUpdate, readCardHistory } from '#shared/boards/card/card-history-doc.ts';
import { compareDocuments, type DocumentComparison } from '#shared/documents/history/document-comparison.ts';
import { readExact } from '#shared/documents/history/exact-node.ts';
import { type WrittenFile, writtenFilesOf } from '#shared/documents/text/document-files.ts';
import { type DocumentProjection, projectDocument } from '#shared/documents/text/document-projection.ts';
import { type RawAnswers, readApplication } from '#shared/programme/application/application-doc.ts';
import { type AuthorRegister, authorshipOf } from '#shared/realtime/lineage/authorship.ts';
import { repeatedIn } from '#shared/realtime/lineage/lineage.ts';
import type { Repeated, Run } from '#shared/realtime/lineage/run.ts';
import type { RoomKind } from '#shared/realtime/realtime.ts';
import { toldError } from '../../kernel/told-error.ts';
import { ClockSet } from '../clock-set.ts';
import { type Forgotten, forgetWords } from '../log/forget-words.ts';
import { describeUpdate, readUpdate } from '../read-update.ts';
import type { UpdateMeta } from '../update-meta.ts';
import { docOperations } from './doc-operations.ts';
import { docQuestions } from './doc-questions.ts';
import { docReaders, formula } from './doc-readers.ts';
import { isHeavy } from './heavy-task.ts';
import { HeldLineages, type LineageAnswer, type LineageTask } from './held-lineages.ts';
import { open, tryOut } from './open-doc.ts';
import { returnMemory } from './return-memory.ts';

/** What a thread is told as it starts: its own heap says nothing of that of the process. */
export interface DocWorkerData {
  readonly givesBack: boolean;
}

/** `parts` are updates whose merge is the state of the room. */
export type DocTask =
  | { readonly kind: 'read'; readonly reader: string; readonly parts: readonly Uint8Array[] }
  | {
      readonly kind: 'ask';
      readonly question: string;
      readonly input: unknown;
      readonly parts: readonly Uint8Array[];
    }
  | {
      readonly kind: 'apply';
      readonly operation: string;
      readonly input: unknown;
      readonly clientId: number;
      readonly parts: readonly Uint8Array[];
    }
  /** Two states of a document: that of the first `before` parts, and that of all. */
  | { readonly kind: 'compare'; readonly before: number; readonly parts: readonly Uint8Array[] }
  /** The log of a board from its beginning, and whose each clientID is. */
  | {
      readonly kind: 'cardHistory';
      readonly log: readonly LoggedUpdate[];
      readonly owners: ReadonlyMap<number, string>;
      readonly cardId: string;
    }
  | {
      readonly kind: 'project';
      readonly of: RoomKind;
      readonly parts: readonly Uint8Array[];
      /** Whose the letters of a document are. */
      readonly authors?: AuthorRegister;
    }
  | ({ readonly kind: 'lineage' } & LineageTask)
  /** [LG4] Which of these words are or were read in a document, by its log. */
  | { readonly kind: 'repeated'; readonly runs: readonly Run[]; readonly parts: readonly Uint8Array[] }
  | { readonly kind: 'compact'; readonly parts: readonly Uint8Array[] }
  | { readonly kind: 'merge'; readonly parts: readonly Uint8Array[] }
  /** Each run becomes one update. */
  | { readonly kind: 'pack'; readonly runs: readonly (readonly Uint8Array[])[] }
  /** [PD6] The log of a room, without some words. */
  | { readonly kind: 'forget'; readonly updates: readonly Uint8Array[]; readonly forgotten: Forgotten }
  /** Of the outside: checked. */
  | { readonly kind: 'inspect'; readonly update: Uint8Array }
  /** Of the outside: applied to a copy of the room, to see whether those who read it could bear it. */
  | { readonly kind: 'try'; readonly update: Uint8Array; readonly parts: readonly Uint8Array[] }
  /** Of the database. */
  | { readonly kind: 'describe'; readonly update: Uint8Array };

/** What each kind of task answers. */
export interface DocAnswers {
  read: { readonly value: unknown };
  ask: { readonly value: unknown };
  compare: DocumentComparison;
  cardHistory: readonly CardEvent[];
  /** `update` is null when the operation changed nothing. */
  apply: { readonly value: unknown; readonly update: Uint8Array | null };
  project: {
    readonly board?: readonly ProjectedCard[];
    readonly document?: DocumentProjection;
    /** What of our files is named in it. */
    readonly files?: readonly WrittenFile[];
    readonly application?: RawAnswers;
  };
  lineage: LineageAnswer;
  repeated: readonly Repeated[];
  compact: { readonly data: Uint8Array; readonly elements: number };
  merge: { readonly data: Uint8Array };
  /** Null for a run that cannot be merged without loss. */
  pack: { readonly runs: readonly (MergedRun | null)[] };
  /** Null for an update that stays as it is. */
  forget: { readonly updates: readonly (Uint8Array | null)[] };
  inspect: UpdateMeta;
  try: null;
  describe: UpdateMeta;
}

function named<T>(registry: Record<string, T>, name: string): T {
  const found = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (!found) throw new Error(`nothing registered under ${name}`);
  return found;
}

function read({ reader, parts }: Extract<DocTask, { kind: 'read' }>): DocAnswers['read'] {
  const run: (doc: Y.Doc) => unknown = named(docReaders, reader);
  return { value: run(open(parts)) };
}

function ask({ question, input, parts }: Extract<DocTask, { kind: 'ask' }>): DocAnswers['ask'] {
  // The registry's questions differ in their input; `rooms.ask` has tied this one to its own by type.
  const answer = named<unknown>(docQuestions, question) as (doc: Y.Doc, input: unknown) => unknown;
  return { value: answer(open(parts), input) };
}

function compare({ before, parts }: Extract<DocTask, { kind: 'compare' }>): DocumentComparison {
  const doc = open(parts.slice(0, before));
  const then = readExact(doc);
  doc.transact(() => {
    for (const part of parts.slice(before)) Y.applyUpdate(doc, part);
  });
  return compareDocuments(then, readExact(doc), { formula });
}

function project({
  of,
  parts,
  authors = { owners: [], inherited: [] },
}: Extract<DocTask, { kind: 'project' }>): DocAnswers['project'] {
  const doc = open(parts);
  if (of === 'application') return { application: readApplication(doc) };
  return of === 'board'
    ? { board: projectBoard(doc), files: writtenCardFilesOf(cardsOf(doc)) }
    : { document: projectDocument(doc, authorshipOf(authors)), files: writtenFilesOf(doc) };
}

function apply({
  operation,
  input,
  clientId,
  parts,
}: Extract<DocTask, { kind: 'apply' }>): DocAnswers['apply'] {
  // The registry's operations differ in their input; `rooms.apply` has tied this one to its own by type.
  const run = named<unknown>(docOperations, operation) as (doc: Y.Doc, input: unknown) => unknown;
  const doc = open(parts);
  // After loading: Yjs gives itself another id when it meets its own in what it loads.
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => updates.push(update));
  const value = run(doc, input);
  // A refused operation writes nothing, even when it had begun to write.
  return { value, update: updates.length > 0 && !isRefusal(value) ? Y.mergeUpdates(updates) : null };
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}

/** Through a garbage-collecting Y.Doc, since merging alone keeps deleted text; nothing else may be lost on the way. */
function compact(parts: readonly Uint8Array[]): DocAnswers['compact'] {
  const data = Y.encodeStateAsUpdate(open(parts));
  const before = Y.encodeStateVectorFromUpdate(Y.mergeUpdates([...parts]));
  const after = Y.encodeStateVectorFromUpdate(data);
  if (!sameVector(before, after)) throw new Error('compaction would lose structs');
  return { data, elements: describeUpdate(data).elements };
}

function sameVector(one: Uint8Array, other: Uint8Array): boolean {
  const left = Y.decodeStateVector(one);
  const right = Y.decodeStateVector(other);
  return left.size === right.size && [...left].every(([client, clock]) => right.get(client) === clock);
}

/** Several updates as one, with the Yjs clientIDs that wrote in them. */
export interface MergedRun {
  readonly data: Uint8Array;
  readonly clients: readonly number[];
}

/** Merged as they are: a Y.Doc would forget deleted text, which the log keeps. */
function pack(parts: readonly Uint8Array[]): MergedRun | null {
  try {
    const data = Y.mergeUpdates([...parts]);
    const whole = describeUpdate(data);
    const structs = new ClockSet(whole.structs);
    const deletes = new ClockSet(whole.deletes);
    const isWhole = parts
      .map(describeUpdate)
      .every(
        (part) =>
          part.structs.every((range) => structs.has(range)) &&
          part.deletes.every((range) => deletes.has(range)),
      );
    return isWhole ? { data, clients: [...new Set(whole.structs.map(({ client }) => client))] } : null;
  } catch {
    return null;
  }
}

const lineages = new HeldLineages();

function answer(task: DocTask): unknown {
  switch (task.kind) {
    case 'read':
      return read(task);
    case 'ask':
      return ask(task);
    case 'compare':
      return compare(task);
    case 'cardHistory':
      return readCardHistory(task.log, task.owners, task.cardId);
    case 'project':
      return project(task);
    case 'lineage':
      return lineages.read(task);
    case 'repeated':
      return repeatedIn(task.runs, task.parts);
    case 'apply':
      return apply(task);
    case 'compact':
      return compact(task.parts);
    case 'merge':
      return { data: Y.mergeUpdates([...task.parts]) };
    case 'pack':
      return { runs: task.runs.map(pack) };
    case 'forget':
      return { updates: forgetWords(task.updates, task.forgotten) };
    case 'inspect':
      return readUpdate(task.update);
    case 'try':
      return tryOut(task);
    case 'describe':
      return describeUpdate(task.update);
  }
}

const port = parentPort;
if (!port) throw new Error('doc-worker runs as a worker thread');
const tell = (said: object) => {
  const { user, system } = process.threadCpuUsage();
  port.postMessage({ ...said, used: user + system });
};
const { givesBack } = workerData as DocWorkerData;
/** [SC21] What it has taken it would keep. */
const leave = () => {
  returnMemory();
  process.exit();
};
port.on('message', (task: DocTask) => {
  try {
    tell({ result: answer(task) });
  } catch (error) {
    tell({ error: toldError(error) });
  }
  // Once nothing holds the task any more.
  if (givesBack && isHeavy(task)) setImmediate(leave);
});
// Its time is counted from now on.
tell({ isReady: true });
