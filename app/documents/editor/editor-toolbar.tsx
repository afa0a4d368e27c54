import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  ChevronDown,
  Image,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Undo2,
} from 'lucide-react';
import { type RefObject, useEffect } from 'react';
import { commentEntry } from '#shared/documents/comment/comment-entry.fr.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { CommentButtons, type EditorComments } from '../comment/comment-buttons.tsx';
import type { OpenDialog } from './editor-dialogs.ts';
import { LateMenus, REFUSED } from './late-menus.tsx';
import { later } from './later.ts';
import { printKeys } from './print-keys.ts';
import { refusesForm } from './suggestion-mode.ts';
import type { WritingToolsModule } from './use-writing-tools.ts';

const words = documentWords.toolbar;

interface Tool {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly keys?: string;
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

interface EditorToolbarProps {
  readonly editor: Editor;
  readonly toolbar: RefObject<HTMLDivElement | null>;
  readonly open: OpenDialog;
  /** What is loaded once somebody is about to write; null before. */
  readonly writing: WritingToolsModule | null;
  /** Null where nothing is said about the text. */
  readonly comments: EditorComments | null;
}

/** Everything that can be done to the text, by mouse, by keyboard (arrows inside, Tab out) and by shortcut. */
export function EditorToolbar({ editor, toolbar, open, writing, comments }: EditorToolbarProps) {
  const on = useEditorState({
    editor,
    selector: () => ({
      level: LEVELS.find((level) => editor.isActive('heading', { level })) ?? null,
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      link: editor.isActive('link'),
      bulletList: editor.isActive('bulletList'),
      orderedList: editor.isActive('orderedList'),
      taskList: editor.isActive('taskList'),
      blockquote: editor.isActive('blockquote'),
      image: editor.isActive('image'),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
    }),
  });
  useEffect(() => {
    const bar = toolbar.current;
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') editor.commands.focus();
    };
    bar?.addEventListener('keydown', onKey);
    return () => bar?.removeEventListener('keydown', onKey);
  }, [editor, toolbar]);
  const chain = () => editor.chain().focus();
  const groups: readonly (readonly Tool[])[] = [
    [
      { name: words.bold, icon: Bold, keys: 'Mod+B', isOn: on.bold, run: () => chain().toggleBold().run() },
      {
        name: words.italic,
        icon: Italic,
        keys: 'Mod+I',
        isOn: on.italic,
        run: () => chain().toggleItalic().run(),
      },
      { name: words.link, icon: Link, keys: 'Mod+K', isOn: on.link, run: () => open('link') },
    ],
    [
      {
        name: words.bulletList,
        icon: List,
        keys: 'Mod+Shift+8',
        isOn: on.bulletList,
        run: () => chain().toggleBulletList().run(),
      },
      {
        name: words.orderedList,
        icon: ListOrdered,
        keys: 'Mod+Shift+7',
        isOn: on.orderedList,
        run: () => chain().toggleOrderedList().run(),
      },
      {
        name: words.taskList,
        icon: ListChecks,
        keys: 'Mod+Shift+9',
        isOn: on.taskList,
        run: () => chain().toggleTaskList().run(),
      },
    ],
    [
      {
        name: words.quote,
        icon: Quote,
        keys: 'Mod+Shift+B',
        isOn: on.blockquote,
        run: () => chain().toggleBlockquote().run(),
      },
      { name: words.image, icon: Image, isOn: on.image, run: () => open('image') },
    ],
  ];
  const history: readonly Tool[] = [
    {
      name: words.undo,
      icon: Undo2,
      keys: 'Mod+Z',
      isDisabled: !on.canUndo,
      run: () => chain().undo().run(),
    },
    {
      name: words.redo,
      icon: Redo2,
      keys: 'Mod+Shift+Z',
      isDisabled: !on.canRedo,
      run: () => chain().redo().run(),
    },
  ];
  const [marks = [], lists = [], inserts = []] = groups;
  const isSuggesting = comments?.isSuggesting ?? false;
  const late = { editor, open, menus: writing?.toolbarMenus ?? null, isSuggesting };
  const mode = { editor, isSuggesting };
  return (
    <Toolbar ref={toolbar} className="toolbar" aria-label={words.label}>
      <Tools {...mode} tools={history} />
      <hr />
      <BlockMenu {...mode} level={on.level} />
      <hr />
      <Tools {...mode} tools={marks} />
      <LateMenus.Marks {...late} />
      <hr />
      <Tools {...mode} tools={lists} />
      <hr />
      <LateMenus.Table {...late} />
      <Tools {...mode} tools={inserts} />
      <LateMenus.Insert {...late} />
      <hr />
      <LateMenus.Block {...late} />
      <LateMenus.More {...late} />
      {comments && <CommentButtons {...comments} editor={editor} />}
    </Toolbar>
  );
}

interface Mode {
  readonly editor: Editor;
  /** [SG5] Shown disabled, with the reason: what they do cannot be proposed. */
  readonly isSuggesting: boolean;
}

const LEVELS = [2, 3, 4] as const;

function BlockMenu({ editor, level, isSuggesting }: Mode & { readonly level: 2 | 3 | 4 | null }) {
  const current = level === null ? words.paragraph : words.heading(level);
  return (
    <MenuButton
      className="btn sm block-menu"
      label={words.blockIs(current)}
      actions={
        isSuggesting
          ? REFUSED
          : [
              {
                id: 'paragraph',
                label: words.paragraph,
                keys: printKeys('Mod+Alt+0'),
                onAction: () => later(() => editor.chain().focus().setParagraph().run()),
              },
              ...LEVELS.map((wanted) => ({
                id: String(wanted),
                label: words.heading(wanted),
                keys: printKeys(`Mod+Alt+${wanted - 1}`),
                onAction: () => later(() => editor.chain().focus().setHeading({ level: wanted }).run()),
              })),
            ]
      }
    >
      {current}
      <ChevronDown className="icon" aria-hidden="true" />
    </MenuButton>
  );
}

function Tools({ editor, tools, isSuggesting }: Mode & { readonly tools: readonly Tool[] }) {
  return tools.map(({ name, icon: Icon, keys, isOn, isDisabled, run }) => (
    <button
      key={name}
      className="btn sm tip"
      type="button"
      aria-label={name}
      aria-pressed={isOn}
      aria-keyshortcuts={keys?.replace('Mod', 'Control')}
      aria-disabled={isSuggesting || undefined}
      data-tip={
        isSuggesting
          ? commentEntry.introduced(name, commentEntry.formNotProposed)
          : keys
            ? words.shortcut(name, printKeys(keys))
            : name
      }
      disabled={isDisabled && !isSuggesting}
      // The selection stays in the text while its tools are pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => refusesForm(editor) || run()}
    >
      <Icon className="icon" aria-hidden="true" />
    </button>
  ));
}
