import { type Editor, Extension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extensions';
import { Plugin } from '@tiptap/pm/state';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { Bold, Italic, List, ListOrdered, type LucideIcon, Quote } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import type * as Y from 'yjs';
import { board as words } from '#shared/boards/board.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { descriptionName } from '#shared/boards/card/description-doc.ts';
import { descriptionExtensions } from '#shared/boards/card/description-schema.ts';
import { DESCRIPTION_MAX } from '#shared/boards/text.ts';
import { DraftError } from '../parts/draft-error.tsx';

interface DescriptionEditorProps {
  readonly doc: Y.Doc;
  readonly cardId: string;
  /** The text as it is read, until the editor has drawn it. */
  readonly children: ReactNode;
}

/** The description of a card, bound to the live board: what several people write in it merges letter by letter. */
export default function DescriptionEditor({ doc, cardId, children }: DescriptionEditorProps) {
  const toolbar = useRef<HTMLDivElement>(null);
  const [isFull, setFull] = useState(false);
  const editor = useEditor(
    {
      injectCSS: false,
      immediatelyRender: false,
      extensions: [
        ...descriptionExtensions,
        Collaboration.configure({ document: doc, field: descriptionName(cardId) }),
        Placeholder.configure({ placeholder: boardPage.addInstructions }),
        limited(setFull),
        Extension.create({
          name: 'keys',
          // Tab is taken in lists: the usual way out of an editor by keyboard.
          addKeyboardShortcuts: () => ({
            'Alt-F10': () => {
              toolbar.current?.querySelector<HTMLElement>('button')?.focus();
              return true;
            },
          }),
        }),
      ],
      editorProps: {
        attributes: {
          class: 'prose side-prose',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': boardPage.instructions,
        },
      },
    },
    [doc, cardId],
  );
  if (!editor) return children;
  return (
    <div className="side-editor">
      <EditorContent editor={editor} />
      {isFull && <DraftError>{words.errors['board.descriptionTooLong']}</DraftError>}
      <Toolbar className="side-tools" aria-label={boardPage.formatting} ref={toolbar}>
        <Tools editor={editor} />
      </Toolbar>
    </div>
  );
}

/** [B10] Refuses what would make the text longer than it may be, from this page only: what others wrote is there. */
function limited(onFull: (isFull: boolean) => void) {
  return Extension.create({
    name: 'limited',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(transaction, { doc: before }) {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true;
          const size = transaction.doc.textContent.length;
          const isRefused = size > DESCRIPTION_MAX && size > before.textContent.length;
          queueMicrotask(() => onFull(isRefused));
          return !isRefused;
        },
      }),
    ],
  });
}

interface Tool {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly isOn: boolean;
  readonly run: () => void;
}

function Tools({ editor }: { editor: Editor }) {
  const on = useEditorState({
    editor,
    selector: () => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      bulletList: editor.isActive('bulletList'),
      orderedList: editor.isActive('orderedList'),
      blockquote: editor.isActive('blockquote'),
    }),
  });
  const chain = () => editor.chain().focus();
  const { tools } = boardPage;
  const all: readonly Tool[] = [
    { name: tools.bold, icon: Bold, isOn: on.bold, run: () => chain().toggleBold().run() },
    { name: tools.italic, icon: Italic, isOn: on.italic, run: () => chain().toggleItalic().run() },
    { name: tools.bulletList, icon: List, isOn: on.bulletList, run: () => chain().toggleBulletList().run() },
    {
      name: tools.orderedList,
      icon: ListOrdered,
      isOn: on.orderedList,
      run: () => chain().toggleOrderedList().run(),
    },
    { name: tools.quote, icon: Quote, isOn: on.blockquote, run: () => chain().toggleBlockquote().run() },
  ];
  return all.map(({ name, icon: Icon, isOn, run }) => (
    <button
      key={name}
      className="btn quiet sm icon-only"
      type="button"
      aria-label={name}
      aria-pressed={isOn}
      title={name}
      // The selection stays in the text while its tools are pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <Icon className="icon" aria-hidden="true" />
    </button>
  ));
}
