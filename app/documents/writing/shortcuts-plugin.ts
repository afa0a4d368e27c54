import type { Editor } from '@tiptap/core';
import { keydownHandler } from '@tiptap/pm/keymap';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorCommand } from '../editor/editor-command.ts';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { refusesForm } from '../editor/suggestion-mode.ts';
import { BLOCK_KEYS } from './block-actions.ts';

const key = new PluginKey('shortcuts');

/**
 * [D24] Binds every command to the keys that it is shown with: what the help says is what the keys do. The text says from then on that it
 * has a menu of the block: before, nobody hears these keys.
 */
export function shortcutsPlugin(
  editor: Editor,
  commands: readonly EditorCommand[],
  open: OpenDialog,
): Plugin {
  const bound = commands.flatMap((command) =>
    command.keys ? [[command.keys.replaceAll('+', '-').replace(/[A-Z]$/, lower), command] as const] : [],
  );
  const handlers = bound.map(([keys, { isPossible, isReading, run }]) => [
    keys,
    () => {
      if (isPossible && !isPossible(editor)) return false;
      if (!isReading && refusesForm(editor)) return true;
      run(editor, open);
      return true;
    },
  ]);
  return new Plugin({
    key,
    props: {
      attributes: { 'aria-keyshortcuts': BLOCK_KEYS.menu },
      handleKeyDown: keydownHandler(Object.fromEntries(handlers)),
    },
  });
}

const lower = (letter: string) => letter.toLowerCase();
