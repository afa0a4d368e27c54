import type { EditorCommand } from './editor-command.ts';

/** Groups of the menus that insert, in their order there. */
export const INSERTION_GROUPS = [
  'text',
  'lists',
  'outcomes',
  'callouts',
  'layout',
  'media',
  'inline',
] as const;
export type InsertionGroup = (typeof INSERTION_GROUPS)[number];

/**
 * Something that can be put into the text, where the caret is. The slash menu, the menu « Insérer » of the toolbar and the list
 * of shortcuts are made of these.
 */
export interface Insertion extends EditorCommand {
  readonly group: InsertionGroup;
  /** Other words under which people look for it, separated by spaces; case and accents do not count. */
  readonly keywords: string;
}
