import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { uuidv4 } from 'lib0/random';
import { OUTCOME_KINDS } from '#shared/documents/attribute/outcome-kind.ts';

const KINDS = new Set<string>(OUTCOME_KINDS);
const key = new PluginKey<ReadonlySet<string>>('outcomeIds');

/**
 * [DA9] A copied decision or action is another one: of two blocks with one id, the one that was there keeps it. What is pasted from another
 * document is new; what was cut out of this one and is put back is the same.
 */
export function outcomeIds(): Plugin {
  return new Plugin<ReadonlySet<string>>({
    key,
    state: {
      init: (_config, { doc }) => new Set(idsOf(doc)),
      // An id once seen here stays of here: it may have been cut to be put elsewhere.
      apply: (tr, seen) => {
        if (!tr.docChanged) return seen;
        const now = idsOf(tr.doc).filter((id) => !seen.has(id));
        return now.length === 0 ? seen : new Set([...seen, ...now]);
      },
    },
    props: {
      transformPasted: (slice, view) => {
        const seen = key.getState(view.state) ?? new Set<string>();
        return new Slice(renewed(slice.content, seen), slice.openStart, slice.openEnd);
      },
    },
    appendTransaction(transactions, before, after) {
      const own = transactions.filter((tr) => tr.docChanged && !isChangeOrigin(tr));
      return own.length > 0 ? giveIds(own, before, after) : null;
    },
  });
}

/** [DA9] Ids for the blocks that have none or another's; null when there is none to give. */
function giveIds(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
): Transaction | null {
  const places = new Map<string, number[]>();
  const without: number[] = [];
  after.doc.descendants((node, at) => {
    if (!KINDS.has(node.type.name)) return;
    const id: unknown = node.attrs.id;
    if (typeof id === 'string') places.set(id, [...(places.get(id) ?? []), at]);
    else without.push(at);
  });
  const copies = [...places].flatMap(([id, found]) => {
    if (found.length < 2) return [];
    const original = placeBefore(transactions, before, id);
    const kept = original !== null && found.includes(original) ? original : found[0];
    return found.filter((at) => at !== kept);
  });
  const anew = [...without, ...copies];
  if (anew.length === 0) return null;
  const { tr } = after;
  for (const at of anew) tr.setNodeAttribute(at, 'id', uuidv4());
  return tr;
}

/** Where the block of this id that was there before is now; null without one. */
function placeBefore(transactions: readonly Transaction[], { doc }: EditorState, id: string): number | null {
  let found: number | null = null;
  doc.descendants((node, at) => {
    if (found === null && KINDS.has(node.type.name) && node.attrs.id === id) found = at;
    return found === null;
  });
  if (found === null) return null;
  return transactions.reduce((at: number, { mapping }) => mapping.map(at), found);
}

function idsOf(doc: Node): string[] {
  const ids: string[] = [];
  doc.descendants(({ type, attrs }) => {
    if (KINDS.has(type.name) && typeof attrs.id === 'string') ids.push(attrs.id);
  });
  return ids;
}

function renewed(content: Fragment, seen: ReadonlySet<string>): Fragment {
  return Fragment.fromArray(
    content.content.map((node) => {
      if (node.isText) return node;
      const inner = renewed(node.content, seen);
      if (!KINDS.has(node.type.name) || seen.has(node.attrs.id)) return node.copy(inner);
      return node.type.create({ ...node.attrs, id: uuidv4() }, inner, node.marks);
    }),
  );
}
