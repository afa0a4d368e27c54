import { entryAt } from '../../kernel/entry-at.ts';
import { readAttrs } from '../attribute/document-attributes.ts';
import { type ObjectRef, objectsOf } from '../attribute/document-objects.ts';
import type { BlockJson } from '../text/document-blocks.ts';
import { blockHtml, READ_NAMES, type Reading } from '../text/document-html.ts';
import { textOf } from '../text/document-text.ts';
import { type DiffMark, markedBlocks } from './diff-marks.ts';
import { type BlockDiff, type Diff, diffDocuments, sideOf } from './document-diff.ts';
import { attrsKey, blocksOf, type ExactNode } from './exact-node.ts';

/** What happened at one place: something written, taken away, exchanged, formatted otherwise, or put elsewhere. */
export type ChangeKind = 'added' | 'removed' | 'replaced' | 'restyled' | 'reset' | 'moved';

export interface ListedChange {
  /** Its number, from 1: `data-n` in the HTML. */
  readonly n: number;
  readonly kind: ChangeKind;
  /** The words it took away and brought, shortened. */
  readonly before: string;
  readonly after: string;
  /** Place of its block in `entries`. */
  readonly entry: number;
  /** The Yjs clientIDs that wrote what it brought; empty when it only took away. */
  readonly clients: readonly number[];
}

/** One block of a comparison, or a run of unchanged ones; all HTML is safe, and one element a block. */
export type ComparedEntry =
  | { readonly kind: 'same'; readonly html: string; readonly blocks: number }
  | {
      readonly kind: 'changed';
      /** Both states in one. */
      readonly html: string;
      /** Each state alone; null where the block is not. */
      readonly before: string | null;
      readonly after: string | null;
      /** Places of the block in the two states, and in the later one that of the block before it; null where there is none. */
      readonly places: {
        readonly before: number | null;
        readonly after: number | null;
        readonly anchor: number | null;
      };
    };

/** Two states of a document, compared, as they are shown. */
export interface DocumentComparison {
  readonly entries: readonly ComparedEntry[];
  readonly changes: readonly ListedChange[];
  readonly objects: readonly ObjectRef[];
}

const EXCERPT = 90;

/** [V1] [V2] Compares two states of a document for readers. Total: what is unknown is compared and shows its text. */
export function compareDocuments(
  before: readonly ExactNode[],
  after: readonly ExactNode[],
  reading: Pick<Reading, 'formula'> = {},
): DocumentComparison {
  const entries: ComparedEntry[] = [];
  const changes: ListedChange[] = [];
  let anchor: number | null = null;
  for (const block of diffDocuments(before, after)) {
    if (readsTheSame(block.diff)) addSame(entries, sideOf([block.diff], 'after').flatMap(blocksOf), reading);
    else entries.push(changedEntry(block, anchor, entries.length, changes, reading));
    anchor = block.after ?? anchor;
  }
  return { entries, changes, objects: objectsOf([...before, ...after].flatMap(blocksOf)) };
}

function addSame(entries: ComparedEntry[], blocks: readonly BlockJson[], reading: Reading): void {
  const html = blocks.map((block) => elementOf(block, reading)).join('');
  const last = entries.at(-1);
  if (last?.kind === 'same')
    entries[entries.length - 1] = { ...last, html: last.html + html, blocks: last.blocks + 1 };
  else entries.push({ kind: 'same', html, blocks: 1 });
}

function changedEntry(
  { diff, before, after }: BlockDiff,
  anchor: number | null,
  entry: number,
  changes: ListedChange[],
  reading: Reading,
): ComparedEntry {
  const numbers = numbered(diff, changes.length + 1);
  for (const change of numbers.changes) changes.push({ ...change, entry });
  const htmlOf = (view: 'both' | 'before' | 'after') => {
    const marks = new Map<BlockJson, DiffMark>();
    const blocks = markedBlocks([diff], view, numbers.of, marks);
    return blocks.length === 0
      ? null
      : blocks.map((block) => elementOf(block, { ...reading, marks })).join('');
  };
  return {
    kind: 'changed',
    html: htmlOf('both') ?? '',
    before: htmlOf('before'),
    after: htmlOf('after'),
    places: { before, after, anchor },
  };
}

/** Texts and unknown nodes at the top have no element of their own. */
function elementOf(block: BlockJson, reading: Reading): string {
  return `<div class="compared">${blockHtml(block, reading)}</div>`;
}

/** [D9] An attribute that is not written reads as its default: an editor that writes it down changes nothing. */
function readsTheSame(diff: Diff): boolean {
  switch (diff.kind) {
    case 'same':
      return true;
    case 'restyled':
      return readMarks(diff.was) === readMarks(diff.node);
    case 'changed':
      return !isResetForReaders(diff) && diff.children.every(readsTheSame);
    default:
      return false;
  }
}

function isResetForReaders({ before, after, isReset }: Extract<Diff, { kind: 'changed' }>): boolean {
  return (
    isReset &&
    (before.name !== after.name || read(before.name, before.attrs) !== read(after.name, after.attrs))
  );
}

function readMarks(node: ExactNode): string {
  const marks = blocksOf(node).map(({ marks = [] }) =>
    marks.map(({ type, attrs }) => [type, read(type, attrs)]),
  );
  return JSON.stringify(marks);
}

/** What a node or a mark reads as; of those that this version does not know, all that they have. */
function read(name: string, attrs: Readonly<Record<string, unknown>> = {}): string {
  return isKnownName(name) ? attrsKey(readAttrs(name, attrs)) : attrsKey(attrs);
}

function isKnownName(name: string): boolean {
  return READ_NAMES.nodes.includes(name) || READ_NAMES.marks.includes(name);
}

type OwnChange = Omit<ListedChange, 'entry'>;

/** Neighbours in one place are one change: what stood there, and what stands there now. */
function numbered(diff: Diff, first: number): { of: ReadonlyMap<Diff, number>; changes: OwnChange[] } {
  const of = new Map<Diff, number>();
  const changes: OwnChange[] = [];
  const open = (kind: ChangeKind): OwnChange => ({
    n: first + changes.length,
    kind,
    before: '',
    after: '',
    clients: [],
  });
  const visit = (siblings: readonly Diff[]) => {
    let current = -1;
    for (const one of siblings) {
      if (readsTheSame(one)) {
        current = -1;
        continue;
      }
      if (one.kind === 'same') continue;
      if (one.kind === 'changed') {
        current = -1;
        if (isResetForReaders(one)) {
          of.set(one, first + changes.length);
          changes.push({ ...open('reset'), before: styleOf(one.before), after: styleOf(one.after) });
        }
        visit(one.children);
        continue;
      }
      const kind = kindOf(one.kind);
      const last = changes[current];
      const joins = last && (kind === last.kind || isExchange(last.kind, kind));
      if (!joins) current = changes.push(open(kind)) - 1;
      of.set(one, first + current);
      const known = entryAt(changes, current);
      changes[current] = {
        ...known,
        kind: joins && kind !== known.kind ? 'replaced' : known.kind,
        ...wordsOf(one, known),
        clients:
          kind === 'removed' ? known.clients : [...new Set([...known.clients, ...clientsOf(one.node)])],
      };
    }
  };
  visit([diff]);
  return { of, changes: changes.map(shortened) };
}

function kindOf(kind: Exclude<Diff['kind'], 'same' | 'changed'>): ChangeKind {
  return kind === 'movedFrom' || kind === 'movedTo' ? 'moved' : kind;
}

const isExchange = (one: ChangeKind, other: ChangeKind) =>
  one !== other &&
  [one, other].every((kind) => kind === 'added' || kind === 'removed' || kind === 'replaced');

function wordsOf(diff: Exclude<Diff, { kind: 'same' | 'changed' }>, known: OwnChange) {
  const text = blocksOf(diff.node).map(textOf).join(' ');
  if (diff.kind === 'removed' || diff.kind === 'movedFrom') return { before: known.before + text };
  return { after: known.after + text };
}

function shortened(change: OwnChange): OwnChange {
  const short = (text: string) => {
    const line = text.replace(/\s+/gu, ' ').trim();
    return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT).replace(/\s\S*$/u, '')}…`;
  };
  return { ...change, before: short(change.before), after: short(change.after) };
}

/** Of a block, its name and level, for « Titre 1 → Titre 2 ». */
function styleOf({ name, attrs }: { readonly name: string; readonly attrs: unknown }): string {
  if (name === 'heading') return `heading${readAttrs('heading', attrs).level}`;
  if (name === 'taskItem') return readAttrs('taskItem', attrs).checked ? 'taskDone' : 'taskOpen';
  return name;
}

function clientsOf(node: ExactNode): number[] {
  if (node.kind === 'text') return node.runs.map(({ client }) => client);
  return node.children.length === 0 ? [node.client] : node.children.flatMap(clientsOf);
}
