import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { type EarlyArrivals, keepArrivals } from './early-arrivals.ts';

type Module = typeof import('../writing/writing-tools.tsx');
export type WritingToolsModule = Pick<Module, 'WritingTools' | 'toolbarMenus'>;

/** What shows that somebody is about to write, or to look for a way to. */
const SIGNS = ['pointermove', 'pointerdown', 'focusin', 'keydown', 'dragenter'] as const;

/**
 * The menus of the editor, loaded when the pointer or the focus first comes to the paper: reading asks for none of them. When
 * they cannot be had, writing goes on, and the next sign asks again. What is pasted or dropped meanwhile waits for them.
 */
export function useWritingTools(editor: Editor | null): WritingToolsModule | null {
  const [tools, setTools] = useState<WritingToolsModule | null>(null);
  const early = useRef<EarlyArrivals>(null);
  useEffect(() => {
    const text = editor && !editor.isDestroyed ? editor.view.dom : null;
    const paper = text?.closest('article');
    if (!text || !paper) return;
    // The tools stand in the sheet or above it.
    const places = [paper, ...document.querySelectorAll<HTMLElement>('.doc > .tools')];
    let isAsking = false;
    early.current = keepArrivals(text);
    const leave = () => {
      for (const place of places) for (const sign of SIGNS) place.removeEventListener(sign, ask);
    };
    const ask = () => {
      if (isAsking) return;
      isAsking = true;
      import('../writing/writing-tools.tsx').then(
        ({ WritingTools, toolbarMenus }) => {
          leave();
          setTools({ WritingTools, toolbarMenus });
        },
        () => {
          isAsking = false;
          early.current?.release();
        },
      );
    };
    for (const place of places)
      for (const sign of SIGNS) place.addEventListener(sign, ask, { passive: true });
    if (places.some((place) => place.contains(document.activeElement))) ask();
    return leave;
  }, [editor]);
  // Runs after the effects of the tools themselves, which put in place what receives.
  useEffect(() => {
    if (editor && tools) early.current?.release();
  }, [editor, tools]);
  return tools;
}
