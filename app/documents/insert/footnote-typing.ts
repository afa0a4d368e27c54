import { Plugin, PluginKey, type Selection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/**
 * [D13] Browsers keep no caret at the edges of an element inside a line: in an empty note, what is typed lands beside it; right
 * after one, inside it. There the caret gets something to stand behind, and letters are put in where the selection says.
 */
export const footnoteTyping = new Plugin({
  key: new PluginKey('footnoteTyping'),
  props: {
    decorations({ doc, selection }) {
      if (!isAtEdge(selection)) return null;
      const stand = () => {
        const made = document.createElement('img');
        made.className = 'ProseMirror-separator';
        made.alt = '';
        return made;
      };
      const { pos } = selection.$from;
      return DecorationSet.create(doc, [Decoration.widget(pos, stand, { side: -1, key: 'stand' })]);
    },
    handleDOMEvents: {
      beforeinput(view, event) {
        if (event.inputType !== 'insertText' || !event.data || !isAtEdge(view.state.selection)) return false;
        event.preventDefault();
        view.dispatch(view.state.tr.insertText(event.data).scrollIntoView());
        return true;
      },
    },
  },
});

function isAtEdge({ $from, empty }: Selection): boolean {
  if (!empty) return false;
  const isNote = (name: string | undefined) => name === 'footnote';
  if (isNote($from.parent.type.name)) return $from.parent.content.size === 0;
  return isNote($from.nodeBefore?.type.name) || isNote($from.nodeAfter?.type.name);
}
