import { Extension } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** What is taken over from the binding; `tests/app/documents/editor/narrow-redraw.test.ts` fails when its insides move. */
type Binding = ProsemirrorBinding & { readonly _tr: Transaction };
type Mapping = Map<object, Node | Node[]>;
type Observe = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => void;

/**
 * [D30] Draws only what others changed. The binding makes every node of the text anew at each change from elsewhere and puts
 * them in the place of the whole document, which costs a look at every block and every decoration. Here the same observer of
 * the binding runs with a memory of the nodes made from the shared text, and its replacement is cut down to what differs.
 */
export const NarrowRedraw = Extension.create({
  name: 'narrowRedraw',
  // Right after the binding, which is 1,000: it has to be there.
  priority: 999,
  addProseMirrorPlugins: () => [
    new Plugin({
      view: ({ state }) => ({ destroy: redrawNarrowly(ySyncPluginKey.getState(state).binding) }),
    }),
  ],
});

function redrawNarrowly(binding: Binding): () => void {
  const { doc, type } = binding;
  const own: Observe = binding._observeFunction;
  const nodes = new MadeNodes(type);
  const forget = (transaction: Y.Transaction) => nodes.forget(transaction);
  // The binding as its observer sees it: the rest, selection and history included, stays its own.
  const seen: Binding = Object.create(binding, {
    mapping: { value: nodes },
    _tr: { get: () => narrowed(binding, nodes) },
  });
  const observe: Observe = (events, transaction) => binding._typeChanged.call(seen, events, transaction);
  const putInPlace = (next: Observe) => {
    type.unobserveDeep(binding._observeFunction);
    // The binding takes away what it finds here.
    binding._observeFunction = next;
    type.observeDeep(next);
  };
  doc.on('beforeObserverCalls', forget);
  putInPlace(observe);
  return () => {
    doc.off('beforeObserverCalls', forget);
    putInPlace(own);
  };
}

/**
 * Nodes made from the shared text, never what the editor takes the shared text to be: every transaction, ours too, removes what
 * it touched and all that is around it.
 */
class MadeNodes extends Map<object, Node> {
  readonly #type: Y.XmlFragment;

  constructor(type: Y.XmlFragment) {
    super();
    this.#type = type;
  }

  /** The binding's observer clears its mapping before it reads. */
  override clear(): void {
    // What is here is right.
  }

  forget(transaction: Y.Transaction): void {
    for (const changed of transaction.changed.keys()) {
      let around: unknown = changed;
      while (around instanceof Y.AbstractType) {
        this.delete(around);
        around = around._item?.parent;
      }
    }
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType)
        this.delete(struct.content.type);
    });
  }

  /** The nodes at the top have become equal ones, those of the editor: one object for both, so that finding it again is quick. */
  become(shown: Node, made: Fragment): void {
    let at = 0;
    for (const element of this.#type.toArray()) {
      const node = this.get(element);
      if (!node || node !== made.maybeChild(at)) continue;
      this.set(element, shown.child(at++));
    }
  }
}

/** The transaction of a redrawing: its one replacement, of the whole, becomes the narrowest with the same result. */
function narrowed(binding: Binding, nodes: MadeNodes): Transaction {
  const transaction = binding._tr;
  const replace = (from: number, to: number, slice: Slice) => {
    Reflect.deleteProperty(transaction, 'replace');
    const made = slice.content;
    if (replaceDifference(transaction, made)) nodes.become(transaction.doc, made);
    else transaction.replace(from, to, slice);
    const mapping: Mapping = binding.mapping;
    mapping.clear();
    for (const [element, node] of nodes) mapping.set(element, node);
    return transaction;
  };
  return Object.assign(transaction, { replace });
}

/** Makes `made` the content of the document by one step at most; false, and nothing done, where the schema would not have it. */
function replaceDifference(transaction: Transaction, made: Fragment): boolean {
  const { doc } = transaction;
  const most = Math.min(doc.childCount, made.childCount);
  let start = 0;
  let from = 0;
  while (start < most && doc.child(start).eq(made.child(start))) from += doc.child(start++).nodeSize;
  const [last, madeLast] = [doc.childCount - 1, made.childCount - 1];
  let end = 0;
  let to = doc.content.size;
  while (end < most - start && doc.child(last - end).eq(made.child(madeLast - end)))
    to -= doc.child(last - end++).nodeSize;
  const [stop, madeStop] = [doc.childCount - end, made.childCount - end];
  if (start === stop && start === madeStop) return true;
  const between = Fragment.from(made.content.slice(start, madeStop));
  if (!doc.canReplace(start, stop, between)) return false;
  const [before, after] = [doc.child(Math.min(start, last)), between.firstChild];
  const isSameBlock = stop - start === 1 && between.childCount === 1;
  if (!isSameBlock || !after || !replaceInText(transaction, from + 1, before, after))
    transaction.step(new ReplaceStep(from, to, new Slice(between, 0, 0)));
  return true;
}

/** The letters that differ between two states of one block; false where it is more than text in a row. */
function replaceInText(transaction: Transaction, at: number, before: Node, after: Node): boolean {
  const isFlat = (node: Node) => node.isTextblock && node.children.every(({ isLeaf }) => isLeaf);
  if (!before.sameMarkup(after) || !isFlat(before) || !isFlat(after)) return false;
  const [start, end] = [
    before.content.findDiffStart(after.content),
    before.content.findDiffEnd(after.content),
  ];
  if (start === null || end === null) return false;
  // `aa` in the place of `a`: both ends claim the same letter.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const put = new Slice(after.content.cut(start, end.b + overlap), 0, 0);
  transaction.step(new ReplaceStep(at + start, at + end.a + overlap, put));
  return true;
}
