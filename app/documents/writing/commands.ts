import {
  ArrowDown,
  ArrowUp,
  Copy,
  CornerDownLeft,
  GripVertical,
  Keyboard,
  Redo2,
  Search,
  Undo2,
} from 'lucide-react';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import { editorFind } from '#shared/documents/editor/editor-find.fr.ts';
import type { EditorCommand } from '../editor/editor-command.ts';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { INSERTIONS } from '../editor/insertions.ts';
import { printKeys } from '../editor/print-keys.ts';
import { BLOCK_KEYS, duplicate, move, type Voice } from './block-actions.ts';
import { blockOf } from './block-range.ts';
import { writeUnder } from './container-blocks.ts';
import { MARKS } from './mark-commands.ts';

/** What the commands of the editor need of the screen around it. */
interface Screen {
  readonly voice: Voice;
  /** Opens the menu of the block of the caret. */
  readonly openBlockMenu: () => void;
}

interface CommandGroup {
  readonly label: string;
  readonly commands: readonly EditorCommand[];
}

/** What is done with the whole document. */
export const documentCommands: readonly EditorCommand[] = [
  {
    id: 'find',
    label: editorFind.title,
    icon: Search,
    keys: 'Mod+F',
    isReading: true,
    run: (_editor, open) => open('find'),
  },
  {
    id: 'shortcuts',
    label: words.help.title,
    icon: Keyboard,
    keys: 'Mod+/',
    isReading: true,
    run: (_editor, open) => showShortcuts(open),
  },
];

const history: readonly EditorCommand[] = [
  {
    id: 'undo',
    label: words.undo,
    icon: Undo2,
    keys: 'Mod+Z',
    run: (editor) => editor.commands.undo(),
  },
  {
    id: 'redo',
    label: words.redo,
    icon: Redo2,
    keys: 'Mod+Shift+Z',
    run: (editor) => editor.commands.redo(),
  },
];

/** Everything that can be done from the keyboard, in the order of the help. */
export function commandGroups({ voice, openBlockMenu }: Screen): readonly CommandGroup[] {
  return [
    { label: words.help.marks, commands: MARKS },
    { label: words.help.insertions, commands: INSERTIONS },
    {
      label: words.help.blocks,
      commands: [
        {
          id: 'block-up',
          label: words.block.up,
          icon: ArrowUp,
          keys: BLOCK_KEYS.up,
          run: (editor) => move(editor, voice, 'up'),
        },
        {
          id: 'block-down',
          label: words.block.down,
          icon: ArrowDown,
          keys: BLOCK_KEYS.down,
          run: (editor) => move(editor, voice, 'down'),
        },
        {
          id: 'block-duplicate',
          label: words.block.duplicate,
          icon: Copy,
          keys: BLOCK_KEYS.duplicate,
          run: (editor) => {
            const range = blockOf(editor.state);
            if (range) duplicate(editor, voice, range);
          },
        },
        {
          id: 'leave',
          label: words.leave,
          icon: CornerDownLeft,
          keys: 'Mod+Enter',
          isPossible: (editor) => writeUnder(editor, false),
          run: (editor) => writeUnder(editor, true),
        },
        {
          id: 'block-menu',
          label: words.blockMenu,
          icon: GripVertical,
          keys: BLOCK_KEYS.menu,
          run: openBlockMenu,
        },
      ],
    },
    {
      label: words.help.document,
      commands: [...documentCommands, ...history],
    },
  ];
}

/** For reading only: nothing is done from the help. */
const SILENT: Screen = {
  voice: { say: () => undefined, tell: () => undefined },
  openBlockMenu: () => undefined,
};

/** [D24] Opens the help: the keys of these commands, as they are bound. */
export function showShortcuts(open: OpenDialog): void {
  const shortcuts = commandGroups(SILENT).map(({ label, commands }) => ({
    label,
    lines: commands.flatMap(({ id, label: name, keys }) =>
      keys ? [{ id, name, keys: printKeys(keys) }] : [],
    ),
  }));
  open('shortcuts', { shortcuts });
}
