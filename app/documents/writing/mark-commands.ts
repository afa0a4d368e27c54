import type { Editor } from '@tiptap/core';
import {
  Bold,
  CircleHelp,
  Code,
  Italic,
  Link,
  type LucideIcon,
  OctagonAlert,
  RemoveFormatting,
  Sparkles,
  Strikethrough,
  Subscript,
  Superscript,
} from 'lucide-react';
import { HIGHLIGHTS, type HighlightKind } from '#shared/documents/attribute/document-attributes.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import type { EditorCommand } from '../editor/editor-command.ts';

const chain = (editor: Editor) => editor.chain().focus();

const mark = (
  id: string,
  label: string,
  icon: LucideIcon,
  keys: string,
  run: (editor: Editor) => unknown,
): EditorCommand => ({ id, label, icon, keys, isOn: (editor) => editor.isActive(id), run });

/** The marks that everybody uses: they have a button of their own. */
export const plainMarks: readonly EditorCommand[] = [
  mark('bold', documentWords.toolbar.bold, Bold, 'Mod+B', (editor) => chain(editor).toggleBold().run()),
  mark('italic', documentWords.toolbar.italic, Italic, 'Mod+I', (editor) =>
    chain(editor).toggleItalic().run(),
  ),
  {
    id: 'link',
    label: documentWords.toolbar.link,
    icon: Link,
    keys: 'Mod+K',
    isOn: (editor) => editor.isActive('link'),
    run: (_editor, open) => open('link'),
  },
];

const KIND_ICONS: Readonly<Record<HighlightKind, LucideIcon>> = {
  important: OctagonAlert,
  check: CircleHelp,
  new: Sparkles,
};

/** What a highlighted passage can mean; the same one again takes it away. */
export const highlights: readonly EditorCommand[] = HIGHLIGHTS.map((kind, rank) => ({
  id: `highlight-${kind}`,
  label: words.highlight(documentBlocks.highlights[kind]),
  icon: KIND_ICONS[kind],
  keys: `Mod+Shift+${rank + 1}`,
  isOn: (editor) => editor.isActive('highlight', { kind }),
  run: (editor) => chain(editor).toggleMark('highlight', { kind }).run(),
}));

/** The marks that stand in a menu. */
export const otherMarks: readonly EditorCommand[] = [
  mark('strike', words.strike, Strikethrough, 'Mod+Shift+S', (editor) => chain(editor).toggleStrike().run()),
  mark('code', words.code, Code, 'Mod+E', (editor) => chain(editor).toggleCode().run()),
  mark('superscript', words.superscript, Superscript, 'Mod+.', (editor) =>
    chain(editor).unsetSubscript().toggleSuperscript().run(),
  ),
  mark('subscript', words.subscript, Subscript, 'Mod+,', (editor) =>
    chain(editor).unsetSuperscript().toggleSubscript().run(),
  ),
  {
    id: 'clear',
    label: words.clearMarks,
    icon: RemoveFormatting,
    keys: 'Mod+Shift+E',
    run: (editor) => chain(editor).unsetAllMarks().run(),
  },
];

/** All of them, in the order of the menus. */
export const MARKS: readonly EditorCommand[] = [...plainMarks, ...highlights, ...otherMarks];
