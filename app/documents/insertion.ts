import type { Editor } from '@tiptap/core';
import type { LucideIcon } from 'lucide-react';
import type { OpenDialog } from './editor-dialogs.ts';

/** Groups of the menus that insert, in their order there. */
export const INSERTION_GROUPS = ['text', 'lists', 'callouts', 'layout', 'media', 'inline'] as const;
export type InsertionGroup = (typeof INSERTION_GROUPS)[number];

/**
 * Something that can be put into the text. The slash menu, the menu « Insérer » of the toolbar and the list of shortcuts are
 * made of these.
 */
export interface Insertion {
  /** One of a kind among all. */
  readonly id: string;
  readonly group: InsertionGroup;
  readonly label: string;
  /** Other words under which people look for it, separated by spaces; case and accents do not count. */
  readonly keywords: string;
  readonly icon: LucideIcon;
  /** Its shortcut, as `printKeys` reads it: `Mod+Alt+1`. */
  readonly keys?: string;
  /** Puts it where the caret is; whoever needs an answer first opens a dialog. */
  readonly run: (editor: Editor, open: OpenDialog) => void;
}
