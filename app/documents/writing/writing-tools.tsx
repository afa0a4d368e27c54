import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSay } from '../../ui/announcer.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { EditorComments } from '../comment/comment-buttons.tsx';
import type { EditedDocument } from '../editor/editor-dialog.ts';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { INSERTIONS } from '../editor/insertions.ts';
import { refusesForm } from '../editor/suggestion-mode.ts';
import { Inserts } from '../insert/inserts.tsx';
import type { Voice } from './block-actions.ts';
import { blockActions } from './block-actions.ts';
import { BlockHandle } from './block-handle.tsx';
import { BlockMenu } from './block-menu.tsx';
import { type BlockRange, blockOf, rangeAt } from './block-range.ts';
import { BubbleBar } from './bubble-bar.tsx';
import { codeColours } from './code-colours.ts';
import { columnResizing } from './column-resizing.ts';
import { commandGroups, documentCommands, showShortcuts } from './commands.ts';
import { useDismissedTips } from './dismiss-tips.ts';
import { addLatePlugins } from './late-plugins.ts';
import { highlights, otherMarks } from './mark-commands.ts';
import { shortcutsPlugin } from './shortcuts-plugin.ts';
import { SlashMenu } from './slash-menu.tsx';
import { tableActions } from './table-actions.ts';
import { TableHandles } from './table-handles.tsx';

/** What the toolbar offers of what is loaded with these tools. */
export const toolbarMenus = {
  insertions: INSERTIONS,
  marks: [...highlights.map((command) => ({ ...command, group: 'highlight' })), ...otherMarks],
  more: documentCommands,
  ofTable: tableActions,
  /** The menu of the block of the caret. */
  ofBlock: (editor: Editor, open: OpenDialog, voice: Voice) => {
    const range = blockOf(editor.state);
    return range ? blockActions({ editor, range, open, voice }) : [];
  },
};

interface WritingToolsProps {
  readonly editor: Editor;
  readonly edited: EditedDocument;
  readonly open: OpenDialog;
  /** Null where nothing is said about the text. */
  readonly comments: EditorComments | null;
}

/** What comes to the text once somebody is about to write in it. Loaded then. */
export function WritingTools({ comments, ...tools }: WritingToolsProps) {
  const { editor, open } = tools;
  useDismissedTips();
  const [say, tell] = [useSay(), useToast()];
  const voice = useMemo(() => ({ say, tell }), [say, tell]);
  const [range, setRange] = useState<BlockRange | null>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const close = useCallback(() => setRange(null), []);

  useEffect(() => {
    const openBlockMenu = () => {
      const found = blockOf(editor.state);
      const dom = found && editor.view.nodeDOM(found.from);
      // The focus comes back to the text, where the caret still is.
      anchor.current = dom instanceof HTMLElement ? dom : editor.view.dom;
      setRange(found);
    };
    const commands = commandGroups({ voice, openBlockMenu }).flatMap(({ commands }) => commands);
    addLatePlugins(editor, [shortcutsPlugin(editor, commands, open), columnResizing(), codeColours()]);
    // One key alone acts only where it has the focus (RGAA 12.10): a voice that dictates must not press it.
    const onKey = (event: KeyboardEvent) => {
      const isOnTools = event.target instanceof Element && event.target.closest('[role="toolbar"]');
      if (event.key !== '?' || event.ctrlKey || event.metaKey || !isOnTools) return;
      event.preventDefault();
      showShortcuts(open);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [editor, open, voice]);

  return (
    <>
      <SlashMenu editor={editor} open={open} />
      <Inserts {...tools} />
      <TableHandles editor={editor} voice={voice} />
      <BubbleBar editor={editor} open={open} comments={comments} />
      <BlockHandle
        editor={editor}
        isMenuOpen={range !== null}
        onPress={(at, handle) => {
          if (refusesForm(editor)) return;
          anchor.current = handle;
          setRange(rangeAt(editor.state, at));
        }}
      />
      <BlockMenu {...{ editor, range, anchor, open, voice }} onClose={close} />
    </>
  );
}
