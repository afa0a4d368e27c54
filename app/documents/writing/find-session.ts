import { type Editor, getExtensionField, type RawCommands } from '@tiptap/core';
import {
  FindAndReplace,
  FindAndReplacePlugin,
  FindAndReplacePluginKey,
  type FindAndReplacePluginState,
} from '@tiptap/extension-find-and-replace';
import { TextSelection } from '@tiptap/pm/state';
import { later } from '../editor/later.ts';
import { addLatePlugins } from './late-plugins.ts';

const OPTIONS = {
  searchTerm: '',
  replaceTerm: '',
  caseSensitive: false,
  // The term is ours: `find-terms.ts` makes it.
  useRegex: true,
  wholeWord: false,
  searchDebounceMs: 0,
  injectCSS: false,
  injectNonce: undefined,
};

export type Found = Pick<FindAndReplacePluginState, 'results' | 'currentIndex'>;

/** What is found in the text now. */
export function found(editor: Editor): Found {
  return FindAndReplacePluginKey.getState(editor.state) ?? { results: [], currentIndex: null };
}

/** The commands of the library's extension, for an editor that was made without it. */
export function findCommands(editor: Editor) {
  addLatePlugins(editor, [FindAndReplacePlugin(OPTIONS, () => undefined)]);
  const context = { name: FindAndReplace.name, options: OPTIONS, storage: {}, editor };
  const commands: Partial<RawCommands> =
    getExtensionField<() => Partial<RawCommands>>(FindAndReplace, 'addCommands', context)?.() ?? {};
  const set = (meta: Partial<FindAndReplacePluginState>) =>
    editor.view.dispatch(
      editor.state.tr.setMeta(FindAndReplacePluginKey, meta).setMeta('addToHistory', false),
    );
  const run = (name: 'replace' | 'replaceAll' | 'goToNextResult' | 'goToPreviousResult') => {
    const command = commands[name]?.();
    return command ? editor.commands.command(command) : false;
  };
  return {
    /** Looks for a term, from the caret on. */
    look(searchTerm: string, caseSensitive: boolean) {
      set({ searchTerm, caseSensitive });
      const { results } = found(editor);
      const { from } = editor.state.selection;
      const next = results.findIndex((result) => result.to >= from);
      if (results.length > 0) show(editor, Math.max(next, 0));
    },
    next: () => run('goToNextResult') && reveal(editor),
    previous: () => run('goToPreviousResult') && reveal(editor),
    replace(replaceTerm: string) {
      set({ replaceTerm });
      return run('replace') && reveal(editor);
    },
    /** All in one step of undoing; how many there were. */
    replaceAll(replaceTerm: string): number {
      const { length } = found(editor).results;
      set({ replaceTerm });
      return run('replaceAll') ? length : 0;
    },
    clear: () => set({ searchTerm: '' }),
  };
}

function show(editor: Editor, index: number): void {
  const result = found(editor).results[index];
  if (!result) return;
  const { tr } = editor.state;
  tr.setSelection(TextSelection.create(tr.doc, result.from, result.to))
    .setMeta(FindAndReplacePluginKey, { currentIndex: index })
    .setMeta('addToHistory', false);
  editor.view.dispatch(tr);
  reveal(editor);
}

/** The library scrolls the selection only while the text has the focus; here the search field has it. */
function reveal(editor: Editor): true {
  const { node } = editor.view.domAtPos(editor.state.selection.from);
  const element = node instanceof Element ? node : node.parentElement;
  const folded = element?.closest('[data-type="details"]:has([hidden])');
  if (folded) unfold(folded);
  element?.scrollIntoView({ block: 'center' });
  return true;
}

/** Opens a folding whose text was found. Its button takes the focus to the text: it goes back to where it was. */
function unfold(details: Element): void {
  const active = document.activeElement;
  details.querySelector<HTMLElement>(':scope > button')?.click();
  later(() => active instanceof HTMLElement && active.focus());
}
