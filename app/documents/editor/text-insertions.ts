import type { Editor } from '@tiptap/core';
import {
  Heading1,
  Heading2,
  Heading3,
  List,
  ListChecks,
  ListOrdered,
  Minus,
  Pilcrow,
  Quote,
  SquareCode,
} from 'lucide-react';
import { editorInsertions as words } from '#shared/documents/editor/editor-insertions.fr.ts';
import type { Insertion } from './insertion.ts';

const { insertions: names, keywords } = words;

const chain = (editor: Editor) => editor.chain().focus();

/** Paragraphs, headings, quotations, code and lists: the block of the caret becomes one. */
export const textInsertions: readonly Insertion[] = [
  {
    id: 'paragraph',
    group: 'text',
    label: names.paragraph,
    keywords: keywords.paragraph,
    icon: Pilcrow,
    keys: 'Mod+Alt+0',
    run: (editor) => chain(editor).setParagraph().run(),
  },
  ...([2, 3, 4] as const).map(
    (level): Insertion => ({
      id: `heading-${level}`,
      group: 'text',
      label: names.heading(level),
      keywords: `${keywords.heading}${level - 1}`,
      icon: { 2: Heading1, 3: Heading2, 4: Heading3 }[level],
      keys: `Mod+Alt+${level - 1}`,
      run: (editor) => chain(editor).setHeading({ level }).run(),
    }),
  ),
  {
    id: 'quote',
    group: 'text',
    label: names.quote,
    keywords: keywords.quote,
    icon: Quote,
    keys: 'Mod+Shift+B',
    run: (editor) => chain(editor).toggleBlockquote().run(),
  },
  {
    id: 'code',
    group: 'text',
    label: names.code,
    keywords: keywords.code,
    icon: SquareCode,
    keys: 'Mod+Alt+C',
    run: (editor) => chain(editor).setCodeBlock().run(),
  },
  {
    id: 'rule',
    group: 'text',
    label: names.rule,
    keywords: keywords.rule,
    icon: Minus,
    run: (editor) => chain(editor).setHorizontalRule().run(),
  },
  {
    id: 'bullet-list',
    group: 'lists',
    label: names.bulletList,
    keywords: keywords.bulletList,
    icon: List,
    keys: 'Mod+Shift+8',
    run: (editor) => chain(editor).toggleBulletList().run(),
  },
  {
    id: 'ordered-list',
    group: 'lists',
    label: names.orderedList,
    keywords: keywords.orderedList,
    icon: ListOrdered,
    keys: 'Mod+Shift+7',
    run: (editor) => chain(editor).toggleOrderedList().run(),
  },
  {
    id: 'task-list',
    group: 'lists',
    label: names.taskList,
    keywords: keywords.taskList,
    icon: ListChecks,
    keys: 'Mod+Shift+9',
    run: (editor) => chain(editor).toggleTaskList().run(),
  },
];
