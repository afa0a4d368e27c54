import type { Editor } from '@tiptap/core';
import type { LucideIcon } from 'lucide-react';
import type { OpenDialog } from './editor-dialogs.ts';

/** Something that can be done in the editor. Menus, keys and the list of shortcuts are made of these. */
export interface EditorCommand {
  /** One of a kind among all. */
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Its shortcut, as `printKeys` reads it: `Mod+Alt+1`. It is bound from here. */
  readonly keys?: string;
  /** Whether the selection has it already. */
  readonly isOn?: (editor: Editor) => boolean;
  /** Whether it can be done now; always, when it does not say. */
  readonly isPossible?: (editor: Editor) => boolean;
  /** It leaves the text as it is: it is there in suggestion mode too. */
  readonly isReading?: boolean;
  /** Does it; whoever needs an answer first opens a dialog. */
  readonly run: (editor: Editor, open: OpenDialog) => void;
}
