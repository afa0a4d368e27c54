import * as Y from 'yjs';
import { entryAt } from '#shared/kernel/entry-at.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type BlockJson, DOCUMENT_FRAGMENT } from '../text/document-blocks.ts';
import { diffLine } from './diff-words.ts';
import {
  attrsKey,
  childrenOf,
  type ExactElement,
  type ExactNode,
  type ExactRun,
  exactOf,
  keyOf,
  readExact,
} from './exact-node.ts';
import { isSameKind, matchNodes } from './match-nodes.ts';
import { carryUnsaid, type SaidBlocks } from './merge-text.ts';

type Attributes = Readonly<Record<string, unknown>>;

/**
 * Makes a document say again what it said, by the smallest changes: what is the same stays where it is, so that carets and
 * what others are typing there stay too, and the past stays in the log. Nothing has to be known of what is restored.
 */
export function restoreState(
  doc: Y.Doc,
  { nodes }: { readonly nodes: readonly ExactNode[] },
): Result<void, never> {
  doc.transact(() => become(doc.getXmlFragment(DOCUMENT_FRAGMENT), nodes));
  return ok();
}

/** Makes a document say these blocks and nothing else, by the smallest changes, as `restoreState` does. */
export function rewriteBlocks(
  doc: Y.Doc,
  { blocks }: { readonly blocks: readonly BlockJson[] },
): Result<void, never> {
  return restoreState(doc, { nodes: exactOf(blocks) });
}

/**
 * [WC2] Writes into a document what differs between what a format said of it, in its order and with nothing left out, and what it is to say in
 * that format. What the format does not say (a mention, a callout, an empty line) stays wherever the text is left as it was.
 */
export function mergeText(
  doc: Y.Doc,
  { said, wanted }: { readonly said: readonly SaidBlocks[]; readonly wanted: readonly BlockJson[] },
): Result<void, never> {
  const own = readExact(doc);
  const read = exactOf([...said.flatMap(({ blocks }) => blocks), ...wanted]);
  const groups = said.map(({ own: count, blocks }) => ({
    own: own.splice(0, count),
    said: read.splice(0, blocks.length),
  }));
  return restoreState(doc, { nodes: carryUnsaid(groups, read) });
}

/** One passage of a document, told by what it says now and about where: its place may have changed since it was read. */
export interface Passage {
  /** What stands there now, null when it is to come back. */
  readonly now: ExactNode | null;
  /** What it becomes, null when it goes. */
  readonly former: ExactNode | null;
  /** The passage before it, after which it comes back; null at the start. */
  readonly after: ExactNode | null;
  /** Its place among the blocks when it was read. */
  readonly place: number;
}

/**
 * Gives one passage back the form that it had. Refused: 'document.passageChanged' when what was read there is not there any
 * more, and nothing is written.
 */
export function restorePassage(
  doc: Y.Doc,
  { now, former, after, place }: Passage,
): Result<void, 'document.passageChanged'> {
  const fragment = doc.getXmlFragment(DOCUMENT_FRAGMENT);
  const current = childrenOf(fragment);
  const find = (node: ExactNode) => {
    const alike = current.flatMap(({ node: one }, index) => (keyOf(one) === keyOf(node) ? [index] : []));
    return alike.sort((a, b) => Math.abs(a - place) - Math.abs(b - place))[0];
  };
  const anchor = now ?? after;
  const found = anchor ? find(anchor) : -1;
  if (found === undefined) return fail('document.passageChanged');
  doc.transact(() => {
    const index = current[found]?.index ?? -1;
    if (!now) {
      if (former) fragment.insert(index + 1, [made(former)]);
      return;
    }
    const type = current[found]?.type;
    if (former && type instanceof Y.XmlElement && former.kind === 'element' && former.name === type.nodeName)
      becomeElement(type, former);
    else {
      fragment.delete(index, 1);
      if (former) fragment.insert(index, [made(former)]);
    }
  });
  return ok();
}

/** Whatever the likeness: a block that stays keeps what others write in it, one that is made anew does not. */
const MATCHING = { canPair: isSameKind, least: 0 };

function become(parent: Y.XmlFragment, nodes: readonly ExactNode[]): void {
  const current = childrenOf(parent);
  const matches = matchNodes(
    current.map(({ node }) => node),
    nodes,
    MATCHING,
  );
  let shift = 0;
  let next = 0;
  for (const match of matches) {
    const child = 'before' in match ? current[match.before] : undefined;
    if (child) next = child.index + shift;
    switch (match.kind) {
      case 'same':
        next++;
        break;
      case 'changed': {
        const node = entryAt(nodes, match.after);
        if (child?.type instanceof Y.XmlText && node.kind === 'text')
          becomeText(child.type, child.node, node);
        if (child?.type instanceof Y.XmlElement && node.kind === 'element') becomeElement(child.type, node);
        next++;
        break;
      }
      case 'removed':
        parent.delete(next, 1);
        shift--;
        break;
      case 'added':
        parent.insert(next, [made(entryAt(nodes, match.after))]);
        next++;
        shift++;
        break;
    }
  }
}

function becomeElement(type: Y.XmlElement, node: ExactElement): void {
  const had: Attributes = type.getAttributes();
  for (const name of Object.keys(had)) {
    if (!Object.hasOwn(node.attrs, name) && !(had[name] instanceof Y.AbstractType))
      type.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(node.attrs)) {
    if (attrsKey({ value: had[name] }) !== attrsKey({ value })) setAttribute(type, name, value);
  }
  become(type, node.children);
}

function becomeText(type: Y.XmlText, before: ExactNode, after: ExactNode): void {
  const delta = diffLine([before], [after]).flatMap((part): object[] => {
    if (part.node.kind !== 'text') return [];
    const { runs } = part.node;
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    if (part.kind === 'same') return [{ retain: length }];
    if (part.kind === 'removed') return [{ delete: length }];
    if (part.kind === 'restyled') return restyleOf(runs, part.was.kind === 'text' ? part.was.runs : []);
    return runs.map(insertOf);
  });
  type.applyDelta(delta);
}

function insertOf({ text, attrs, ...rest }: ExactRun): object {
  return { insert: 'embed' in rest && rest.embed ? rest.embed : text, attributes: attrs };
}

/** The same letters under other formatting: what they had and have no more is taken off by name. */
function restyleOf(runs: readonly ExactRun[], was: readonly ExactRun[]): object[] {
  const gone = Object.fromEntries(was.flatMap(({ attrs }) => Object.keys(attrs)).map((name) => [name, null]));
  return runs.map(({ text, attrs }) => ({ retain: text.length, attributes: { ...gone, ...attrs } }));
}

function made(node: ExactNode): Y.XmlElement | Y.XmlText {
  if (node.kind === 'text') {
    const text = new Y.XmlText();
    text.applyDelta(node.runs.map(insertOf));
    return text;
  }
  const element = new Y.XmlElement(node.name);
  for (const [name, value] of Object.entries(node.attrs)) setAttribute(element, name, value);
  element.insert(0, node.children.map(made));
  return element;
}

/** The library's type says text; the editor's binding stores numbers, lists and truth values as they are. */
function setAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  (element as unknown as { setAttribute(name: string, value: unknown): void }).setAttribute(name, value);
}
