import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { useSay } from '../../ui/announcer.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import type { EditedDocument } from '../editor/editor-dialog.ts';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { addLatePlugins } from '../writing/late-plugins.ts';
import { selectedNode } from './insert-blocks.ts';
import { NodeActions } from './node-actions.tsx';
import { placeFor } from './object-menu.tsx';
import { EDITS, type Selected } from './selected-object.ts';

const words = documentInserts.bar;
/** Room that the bars at the top of the page take, in pixels. */
const TOP = 116;
const GAP = 8;

/**
 * What can be done with the object of the text that is selected (image, file, video, formula, date, status, reference): a bar beside
 * it. Enter does the first thing, Tab goes to the bar, Escape comes back.
 */
export function NodeBar({
  editor,
  edited,
  open,
}: {
  editor: Editor;
  edited: EditedDocument;
  open: OpenDialog;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const selected = useEditorState({
    editor,
    selector: (): Selected | null => {
      const found = selectedNode(editor, ...Object.keys(EDITS));
      return found && { name: found.node.type.name, at: found.at, attrs: { ...found.node.attrs } };
    },
  });
  const now = useRef({ selected, open });
  now.current = { selected, open };
  const say = useSay();
  const name = selected?.name;
  const label = name ? words[EDITS[name]?.label ?? 'image'] : '';

  useEffect(() => {
    addLatePlugins(editor, [
      new Plugin({
        key: new PluginKey('objectKeys'),
        props: {
          handleKeyDown(_view, event) {
            const { selected, open } = now.current;
            if (!selected || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
            if (event.key === 'Tab') {
              bar.current?.querySelector<HTMLElement>('button, a')?.focus();
              return bar.current !== null;
            }
            const dialog = EDITS[selected.name]?.dialog;
            if (event.key !== 'Enter' || !bar.current) return false;
            if (dialog) open(dialog);
            else bar.current.querySelector<HTMLElement>('button, a')?.click();
            return true;
          },
          handleDoubleClickOn(_view, _at, node) {
            const dialog = EDITS[node.type.name]?.dialog;
            if (dialog) now.current.open(dialog);
            return dialog !== undefined;
          },
        },
      }),
    ]);
  }, [editor]);
  const isShown = selected !== null;
  useEffect(() => {
    const shown = isShown ? bar.current : null;
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') editor.commands.focus();
    };
    shown?.addEventListener('keydown', onKey);
    return () => shown?.removeEventListener('keydown', onKey);
  }, [editor, isShown]);
  useEffect(() => {
    if (label) say(words.howTo(label));
  }, [label, say]);

  if (!selected) return null;
  return createPortal(
    <Beside editor={editor} at={selected.at}>
      <Toolbar ref={bar} className="toolbar node-bar" aria-label={label}>
        <NodeActions editor={editor} edited={edited} selected={selected} open={open} />
      </Toolbar>
    </Beside>,
    placeFor(editor),
  );
}

/** Above the node at this place of the text, or under it when there is no room. */
function Beside({ editor, at, children }: { editor: Editor; at: number; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const [node, size] = [editor.view.nodeDOM(at), box.current?.getBoundingClientRect()];
      if (!(node instanceof HTMLElement) || !size) return setPlace(null);
      const target = node.getBoundingClientRect();
      const above = target.top - size.height - GAP;
      const top =
        above > TOP ? above : Math.max(TOP, Math.min(target.bottom + GAP, innerHeight - size.height - GAP));
      const left = Math.max(GAP, Math.min(target.left, innerWidth - size.width - GAP));
      setPlace((before) => (before?.left === left && before.top === top ? before : { left, top }));
    };
    measure();
    addEventListener('scroll', measure, { capture: true, passive: true });
    addEventListener('resize', measure);
    editor.on('transaction', measure);
    return () => {
      removeEventListener('scroll', measure, { capture: true });
      removeEventListener('resize', measure);
      editor.off('transaction', measure);
    };
  }, [editor, at]);
  return (
    <div className="node-bar-place" ref={box} style={place ?? { visibility: 'hidden' }}>
      {children}
    </div>
  );
}
