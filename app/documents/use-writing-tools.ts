import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';

type Module = typeof import('./writing/writing-tools.tsx');
export type WritingToolsModule = Pick<Module, 'WritingTools' | 'toolbarMenus'>;

/** What shows that somebody is about to write, or to look for a way to. */
const SIGNS = ['pointermove', 'pointerdown', 'focusin', 'keydown'] as const;

/**
 * The menus of the editor, loaded when the pointer or the focus first comes to the paper: reading asks for none of them. When
 * they cannot be had, writing goes on, and the next sign asks again.
 */
export function useWritingTools(editor: Editor | null): WritingToolsModule | null {
  const [tools, setTools] = useState<WritingToolsModule | null>(null);
  useEffect(() => {
    const paper = editor && !editor.isDestroyed ? editor.view.dom.closest('article') : null;
    if (!paper) return;
    let isAsking = false;
    const leave = () => {
      for (const sign of SIGNS) paper.removeEventListener(sign, ask);
    };
    const ask = () => {
      if (isAsking) return;
      isAsking = true;
      import('./writing/writing-tools.tsx').then(
        ({ WritingTools, toolbarMenus }) => {
          leave();
          setTools({ WritingTools, toolbarMenus });
        },
        () => {
          isAsking = false;
        },
      );
    };
    for (const sign of SIGNS) paper.addEventListener(sign, ask, { passive: true });
    if (paper.contains(document.activeElement)) ask();
    return leave;
  }, [editor]);
  return tools;
}
