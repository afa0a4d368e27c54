import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { isSuggesting } from './suggestion-mode.ts';

/** What in the sheet has a use of its own: a press there is not meant for the text. */
const OWN =
  '.tiptap, .tools, .doc-head, a, button, input, select, textarea, summary, details, [role="toolbar"]';

/**
 * [D36] The whole sheet is the text: whoever presses its white comes to write at that height, below the last words at their end; a
 * focus given to the sheet (a document was just made) goes into the text. Words that are selected from the margin stay so.
 */
export function usePaperClicks(editor: Editor | null): void {
  useEffect(() => {
    const paper = editor?.isDestroyed === false && editor.view.dom.closest<HTMLElement>('.sheet-paper');
    if (!editor || !paper) return;
    const enter = () => {
      // Given for this once: a press in the white is told by the pointer.
      paper.removeAttribute('tabindex');
      writeAt(editor, null, 'start');
    };
    let isWhite = false;
    const onDown = ({ target }: MouseEvent) => {
      isWhite = target instanceof Element && target.closest(OWN) === null;
    };
    const onClick = ({ clientY, target }: MouseEvent) => {
      const isPressed = isWhite && target instanceof Element && target.closest(OWN) === null;
      if (isPressed && document.getSelection()?.isCollapsed !== false) writeAt(editor, clientY);
    };
    if (document.activeElement === paper) enter();
    paper.addEventListener('focus', enter);
    paper.addEventListener('mousedown', onDown);
    paper.addEventListener('click', onClick);
    return () => {
      paper.removeEventListener('focus', enter);
      paper.removeEventListener('mousedown', onDown);
      paper.removeEventListener('click', onClick);
    };
  }, [editor]);
}

/** Puts the caret at this height of the window, or at the start or the end of the text. */
function writeAt(editor: Editor, clientY: number | null, side: 'start' | 'end' = 'end'): void {
  const { view, state } = editor;
  const last = view.dom.lastElementChild?.getBoundingClientRect();
  if (clientY === null || !last || clientY > last.bottom) {
    const isClosed = side === 'end' && state.doc.lastChild?.isTextblock === false;
    // Below a table or an image there is no line to write on.
    if (isClosed && !isSuggesting(editor)) {
      const { size } = state.doc.content;
      editor.chain().insertContentAt(size, { type: 'paragraph' }).focus('end').run();
    } else editor.commands.focus(side);
    return;
  }
  const { left, right } = view.dom.getBoundingClientRect();
  const found = view.posAtCoords({ left: (left + right) / 2, top: clientY });
  editor.commands.focus(found?.pos ?? side, { scrollIntoView: false });
}
