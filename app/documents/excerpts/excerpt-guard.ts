import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/**
 * [EC1] Nothing that is typed, pasted, found and replaced here changes the words of an excerpt: such a change is not made. What others
 * write otherwise under its id shows as not verified.
 */
export function excerptGuard(): Plugin {
  return new Plugin({
    key: new PluginKey('excerptGuard'),
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

function wordsOf(doc: Node): Map<string, Node> {
  const found = new Map<string, Node>();
  doc.descendants((node) => {
    if (node.type.name === 'excerpt' && typeof node.attrs.id === 'string') found.set(node.attrs.id, node);
    return !node.isTextblock && node.type.name !== 'excerpt';
  });
  return found;
}
