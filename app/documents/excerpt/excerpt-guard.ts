import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * [EC1] Nothing that is typed, pasted, found and replaced here changes the words of an excerpt: such a change is not made. What others
 * write otherwise under its id shows as not verified.
 */
export function excerptGuard(): Plugin {
  return new Plugin({
    key: new PluginKey('excerptGuard'),
    props: { handleDOMEvents: { focus: leaveExcerpt } },
    // It comes with the first focus, after it.
    view(view) {
      if (view.hasFocus()) leaveExcerpt(view);
      return {};
    },
    filterTransaction: (tr, { doc }) => {
      if (!tr.docChanged || isChangeOrigin(tr)) return true;
      const before = wordsOf(doc);
      if (before.size === 0) return true;
      for (const [id, node] of wordsOf(tr.doc)) {
        const was = before.get(id);
        if (was && was !== node && !was.eq(node)) return false;
      }
      return true;
    },
  });
}

/** The caret of a text that begins with an excerpt stands in its words, where nobody types: whoever comes by keyboard begins after it. */
function leaveExcerpt(view: EditorView): void {
  const { selection, tr } = view.state;
  const { $from } = selection;
  if (!selection.empty) return;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== 'excerpt') continue;
    const after = Selection.findFrom(tr.doc.resolve($from.after(depth)), 1, true);
    if (after) view.dispatch(tr.setSelection(after));
  }
}

function wordsOf(doc: Node): Map<string, Node> {
  const found = new Map<string, Node>();
  doc.descendants((node) => {
    if (node.type.name === 'excerpt' && typeof node.attrs.id === 'string') found.set(node.attrs.id, node);
    return !node.isTextblock && node.type.name !== 'excerpt';
  });
  return found;
}
