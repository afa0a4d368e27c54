import type { Editor } from '@tiptap/core';
import { BubbleMenuPlugin } from '@tiptap/extension-bubble-menu';
import { NodeSelection, PluginKey } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import { useEditorState } from '@tiptap/react';
import { Highlighter, type LucideIcon, MessageSquareDiff, MessageSquarePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { commentEntry } from '#shared/documents/comment/comment-entry.fr.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import type { EditorComments } from '../comment/comment-buttons.tsx';
import type { EditorCommand } from '../editor/editor-command.ts';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { later } from '../editor/later.ts';
import { printKeys } from '../editor/print-keys.ts';
import { addLatePlugins } from './late-plugins.ts';
import { highlights, otherMarks, plainMarks } from './mark-commands.ts';

const key = new PluginKey('bubble');
interface BarProps {
  readonly editor: Editor;
  readonly open: OpenDialog;
  /** Null where nothing is said about the text. */
  readonly comments: EditorComments | null;
}

/** After the selection stands still so long, in milliseconds. */
const SETTLES = 150;
const strike = otherMarks.filter(({ id }) => id === 'strike');

/**
 * [D38] The bar above a selected passage: what can be said of it, in words; then its form and its meaning, which cannot be proposed.
 * By keyboard, Ctrl+F9 goes into it and Escape comes back.
 */
export function BubbleBar(of: BarProps) {
  const { editor } = of;
  const [bar] = useState(() => {
    const element = document.createElement('div');
    element.className = 'bubble';
    return element;
  });
  useEffect(() => {
    const plugin = BubbleMenuPlugin({
      pluginKey: key,
      editor,
      element: bar,
      updateDelay: SETTLES,
      appendTo: () => editor.view.dom.closest('main') ?? document.body,
      options: {
        strategy: 'fixed',
        // Above it, touch screens put their own.
        placement: window.matchMedia('(pointer: coarse)').matches ? 'bottom' : 'top',
        flip: { padding: { top: 120, bottom: 72 } },
        shift: { padding: 8 },
      },
      shouldShow: ({ view, state: { selection, doc } }) =>
        (view.hasFocus() || bar.contains(document.activeElement)) &&
        !(selection instanceof NodeSelection) &&
        !(selection instanceof CellSelection) &&
        !selection.$from.parent.type.spec.code &&
        doc.textBetween(selection.from, selection.to) !== '',
    });
    addLatePlugins(editor, [plugin]);
  }, [editor, bar]);
  useEffect(() => {
    const { dom } = editor.view;
    const onKey = (event: KeyboardEvent) => {
      const isAsked = event.key === 'F9' && (event.ctrlKey || event.metaKey) && bar.isConnected;
      if (!isAsked) return;
      event.preventDefault();
      bar.querySelector('button')?.focus();
    };
    const onLeave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      editor.commands.focus(null, { scrollIntoView: false });
    };
    dom.addEventListener('keydown', onKey);
    bar.addEventListener('keydown', onLeave);
    return () => {
      dom.removeEventListener('keydown', onKey);
      bar.removeEventListener('keydown', onLeave);
    };
  }, [editor, bar]);
  return createPortal(<Bar {...of} />, bar);
}

function Bar({ editor, open, comments }: BarProps) {
  return (
    <Toolbar className="toolbar" aria-label={words.selectionBar}>
      {comments && (
        <>
          <SayButton
            icon={MessageSquarePlus}
            label={commentEntry.comment}
            onPress={() => comments.onAsk('comment')}
          />
          <SayButton
            icon={MessageSquareDiff}
            label={commentEntry.suggest}
            onPress={() => comments.onAsk('suggestion')}
          />
        </>
      )}
      {!comments?.isSuggesting && <Marks editor={editor} open={open} />}
    </Toolbar>
  );
}

function SayButton({ icon: Icon, label, onPress }: { icon: LucideIcon; label: string; onPress: () => void }) {
  return (
    <button
      className="btn sm words"
      type="button"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon className="icon" aria-hidden="true" />
      {label}
    </button>
  );
}

function Marks({ editor, open }: Omit<BarProps, 'comments'>) {
  const on = useEditorState({
    editor,
    selector: () =>
      [...plainMarks, ...strike, ...highlights]
        .filter(({ isOn }) => isOn?.(editor))
        .map(({ id }) => id)
        .join(' '),
  }).split(' ');
  const button = (command: EditorCommand) => (
    <BarButton
      key={command.id}
      command={command}
      isOn={command.isOn && on.includes(command.id)}
      onPress={() => command.run(editor, open)}
    />
  );
  return (
    <>
      <hr />
      {[...plainMarks, ...strike].map(button)}
      <span className="tip" data-tip={words.highlights}>
        <MenuButton
          className="btn sm"
          label={words.highlights}
          actions={highlights.map(({ id, label, icon, keys, run }) => ({
            id,
            label,
            icon,
            ...(keys && { keys: printKeys(keys) }),
            ...(on.includes(id) && { chosen: words.chosen }),
            onAction: () => later(() => run(editor, open)),
          }))}
        >
          <Highlighter className="icon" aria-hidden="true" />
        </MenuButton>
      </span>
    </>
  );
}

function BarButton({
  command: { label, icon: Icon, keys },
  isOn,
  onPress,
}: {
  command: EditorCommand;
  isOn: boolean | undefined;
  onPress: () => void;
}) {
  return (
    <button
      className="btn sm tip"
      type="button"
      aria-label={label}
      aria-pressed={isOn}
      data-tip={keys ? documentWords.toolbar.shortcut(label, printKeys(keys)) : label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon className="icon" aria-hidden="true" />
    </button>
  );
}
