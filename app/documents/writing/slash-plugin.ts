import type { Editor } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { type EditorState, PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionKeyDownProps, type SuggestionProps } from '@tiptap/suggestion';
import { findInsertions } from '../editor/find-insertions.ts';
import type { Insertion } from '../editor/insertion.ts';

const key = new PluginKey<{ readonly active: boolean }>('slash');

export type SlashProps = SuggestionProps<Insertion, Insertion>;

export interface SlashView {
  readonly show: (props: SlashProps) => void;
  readonly hide: () => void;
  readonly press: (props: SuggestionKeyDownProps) => boolean;
}

/** Longer than any name: what follows is a text that begins with a slash. */
const LONGEST_QUERY = 30;

/** [D20] Watches for a slash at the beginning of a word, and tells the menu what is looked for. */
export function slashPlugin(
  editor: Editor,
  insertions: readonly Insertion[],
  view: SlashView,
  insert: (insertion: Insertion) => void,
) {
  return Suggestion<Insertion, Insertion>({
    pluginKey: key,
    editor,
    char: '/',
    allowSpaces: true,
    allowedPrefixes: [' ', '\u00a0', '\u202f'],
    decorationClass: 'slash-query',
    placement: 'bottom-start',
    floatingUi: { strategy: 'fixed' },
    allow: ({ state, range }) => mayAsk(state, range.from, insertions),
    // What others write elsewhere opens nothing, and closes nothing.
    shouldShow: ({ transaction }) =>
      !isChangeOrigin(transaction) || key.getState(editor.state)?.active === true,
    command: ({ range, props }) => {
      editor.chain().focus().deleteRange(range).run();
      insert(props);
    },
    render: () => ({
      onStart: view.show,
      onUpdate: view.show,
      onExit: view.hide,
      onKeyDown: view.press,
    }),
  });
}

function mayAsk(state: EditorState, from: number, insertions: readonly Insertion[]): boolean {
  const { $from } = state.selection;
  if ($from.parent.type.spec.code || $from.marks().some(({ type }) => type.spec.code)) return false;
  const query = state.doc.textBetween(from, $from.pos).slice(1);
  if (/^\s/.test(query) || query.length > LONGEST_QUERY) return false;
  // « 3 km/h sur le quai » is a text: a second word must still mean something.
  return !/\s/.test(query) || findInsertions(insertions, query).length > 0;
}
