import type { Editor } from '@tiptap/core';

/** What the editor knows of the mode in which what is typed is proposed; kept by the extension of passages. */
export interface SuggestionMode {
  isOn: boolean;
  /** Says that only words can be proposed. */
  tell: () => void;
}

declare module '@tiptap/core' {
  interface Storage {
    passages: SuggestionMode;
  }
}

/** Whether what is typed in this editor is proposed instead of written. */
export function isSuggesting(editor: Editor): boolean {
  return editor.storage.passages.isOn;
}

/** [SG5] In suggestion mode says that only words can be proposed, and answers true: whoever asked does nothing. */
export function refusesForm(editor: Editor): boolean {
  const { isOn, tell } = editor.storage.passages;
  if (isOn) tell();
  return isOn;
}
