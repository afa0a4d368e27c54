import type { Editor } from '@tiptap/core';
import {
  DragHandlePlugin,
  defaultComputePositionConfig,
  normalizeNestedOptions,
} from '@tiptap/extension-drag-handle';
import { PluginKey } from '@tiptap/pm/state';
import { GripVertical } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import { addLatePlugins } from './late-plugins.ts';

const key = new PluginKey('handle');

/**
 * The handle beside the block under the pointer: dragged, it carries the block; pressed, it opens its menu. It is for the pointer
 * only: keys and touch have the same menu in the toolbar.
 */
export function BlockHandle({
  editor,
  isMenuOpen,
  onPress,
}: {
  editor: Editor;
  isMenuOpen: boolean;
  onPress: (at: number, handle: HTMLElement) => void;
}) {
  const [place] = useState(() => {
    const element = document.createElement('div');
    element.className = 'block-handle';
    element.style.visibility = 'hidden';
    return element;
  });
  const at = useRef(-1);
  useEffect(() => {
    const { plugin, unbind } = DragHandlePlugin({
      pluginKey: key,
      editor,
      element: place,
      computePositionConfig: { ...defaultComputePositionConfig, placement: 'left-start' },
      nestedOptions: normalizeNestedOptions({ edgeDetection: { threshold: 12, edges: ['left'] } }),
      onNodeChange: ({ pos }) => {
        at.current = pos;
      },
    });
    addLatePlugins(editor, [plugin]);
    return () => {
      if (editor.isDestroyed) unbind();
    };
  }, [editor, place]);
  useEffect(() => {
    if (!editor.isDestroyed)
      editor.view.dispatch(
        editor.state.tr.setMeta('lockDragHandle', isMenuOpen).setMeta('addToHistory', false),
      );
  }, [editor, isMenuOpen]);
  return createPortal(
    <button
      type="button"
      className="btn quiet"
      tabIndex={-1}
      aria-label={words.handle}
      aria-haspopup="menu"
      title={words.handle}
      onClick={() => {
        if (at.current < 0) return;
        // Where the focus comes back to, whatever becomes of the menu.
        editor.view.focus();
        onPress(at.current, place);
      }}
    >
      <GripVertical className="icon" aria-hidden="true" />
    </button>,
    place,
  );
}
