import { Extension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extensions';
import { EditorContent, useEditor } from '@tiptap/react';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { safeLink } from '#shared/documents/attribute/safe-address.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import type { OutlineEntry } from '#shared/documents/text/document-outline.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { AriaFrame } from '../../ui/late/aria-frame.tsx';
import type { EditorComments } from '../comment/comment-buttons.tsx';
import { Passages } from '../comment/editor-surface.ts';
import { HeadingAnchors } from '../heading-anchors.ts';
import { useInsertViews } from '../insert/use-insert-views.ts';
import { carets } from './carets.ts';
import type { DialogGiven } from './editor-dialog.ts';
import { EditorDialog } from './editor-dialog-host.tsx';
import type { EditorDialogName, OpenDialog } from './editor-dialogs.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { FreshSelection } from './fresh-selection.ts';
import { NarrowRedraw } from './narrow-redraw.ts';
import { proseClass } from './prose-class.ts';
import { refusesForm } from './suggestion-mode.ts';
import { TextLength } from './text-length.tsx';
import { usePaperClicks } from './use-paper-clicks.ts';
import { useWritingTools } from './use-writing-tools.ts';

export interface DocumentEditorProps {
  readonly documentId: string;
  readonly room: LiveRoom;
  readonly me: { readonly id: string; readonly name: string; readonly colour: number };
  readonly uploadMegabytes: number;
  /** Where the toolbar stands. */
  readonly tools: HTMLElement;
  readonly onOutline: (entries: readonly OutlineEntry[]) => void;
  /** Null where nothing is said about the text. */
  readonly comments: EditorComments | null;
  /** How many words the server counted. */
  readonly words: number;
  /** The text as it is read, until the editor has drawn it. */
  readonly children: ReactNode;
}

type Opened = { readonly name: EditorDialogName; readonly given: DialogGiven } | null;

const HELP = 'aide-editeur';
/** Kept between the caret and the bars above and below, in pixels. */
const SCROLL_ROOM = { top: 128, right: 0, bottom: 96, left: 0 };

/** The editor, bound to the live document of `room`. Loaded only by those who may write. */
export function DocumentEditor({
  documentId,
  room,
  me,
  uploadMegabytes,
  tools,
  onOutline,
  comments,
  words,
  children,
}: DocumentEditorProps) {
  const [opened, setOpened] = useState<Opened>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const open: OpenDialog = useCallback((name, given = {}) => setOpened({ name, given }), []);
  const close = useCallback(() => setOpened(null), []);
  const editor = useEditor(
    {
      injectCSS: false,
      // Made after drawing: it tells the others where we are, which must not happen in the middle of it.
      immediatelyRender: false,
      extensions: [
        ...documentExtensions,
        Collaboration.configure({ document: room.doc, field: DOCUMENT_FRAGMENT }),
        NarrowRedraw,
        FreshSelection.configure({ provider: room.provider }),
        ...carets(room, me),
        HeadingAnchors.configure({ onOutline }),
        Passages.configure(comments ? { doc: room.doc, onSurface: comments.onSurface } : {}),
        Placeholder.configure({ placeholder: documentWords.placeholder }),
        Extension.create({
          name: 'keys',
          // Before the kit's: its headings are numbered as in a page, ours from 1 under the title.
          priority: 1_000,
          addKeyboardShortcuts: () => ({
            ...Object.fromEntries(
              ([2, 3, 4] as const).map((level) => [
                `Mod-Alt-${level - 1}`,
                () => editor?.chain().focus().setHeading({ level }).run() ?? false,
              ]),
            ),
            'Mod-k': () => {
              if (editor && !refusesForm(editor)) open('link');
              return true;
            },
            // Tab is taken in lists and tables: the usual way out of an editor by keyboard.
            'Alt-F10': () => {
              // Not to « Annuler », which stands first.
              toolbar.current?.querySelector<HTMLElement>('.block-menu')?.focus();
              return true;
            },
          }),
        }),
      ],
      editorProps: {
        attributes: {
          class: proseClass(room.doc.getXmlFragment(DOCUMENT_FRAGMENT).length),
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': documentWords.editorLabel,
          'aria-describedby': HELP,
        },
        scrollMargin: SCROLL_ROOM,
        scrollThreshold: SCROLL_ROOM,
        handleClick: (view, at, event) => {
          if (!event.ctrlKey && !event.metaKey) return false;
          const mark = view.state.doc
            .resolve(at)
            .marks()
            .find(({ type }) => type.name === 'link');
          const href = safeLink(mark?.attrs.href);
          if (href) window.open(href, '_blank', 'noopener,noreferrer');
          return href !== null;
        },
      },
    },
    [room],
  );

  const writing = useWritingTools(editor);
  useInsertViews(editor, room, open);
  usePaperClicks(editor);
  const edited = { id: documentId, uploadMegabytes };

  if (!editor) return children;
  return (
    <AriaFrame>
      <Announcer>
        {createPortal(
          <EditorToolbar
            editor={editor}
            toolbar={toolbar}
            open={open}
            writing={writing}
            comments={comments}
          />,
          tools,
        )}
        <p className="vh" id={HELP}>
          {documentWords.editorHelp}
        </p>
        <EditorContent editor={editor} />
        <TextLength editor={editor} words={words} />
        {writing && <writing.WritingTools {...{ editor, edited, open, comments }} />}
        {opened && <EditorDialog {...opened} editor={editor} edited={edited} onClose={close} />}
      </Announcer>
    </AriaFrame>
  );
}
