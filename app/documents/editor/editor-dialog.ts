import type { Editor } from '@tiptap/core';
import type { ExcerptMode } from '#shared/documents/excerpt/excerpt.ts';

/** The document that is being written, as the dialogs of the editor know it. */
export interface EditedDocument {
  readonly id: string;
  readonly uploadMegabytes: number;
}

/** What a dialog was opened with; each reads what it knows. */
export interface DialogGiven {
  /** Pasted or dropped. */
  readonly files?: readonly File[];
  /** Where they were dropped, when not at the caret. */
  readonly at?: number;
  /** A formula on its own line. */
  readonly isBlock?: boolean;
  /** Blocks of the document that are quoted elsewhere: ranks of the first, and of the one after the last. */
  readonly blocks?: readonly [number, number];
  /** What is compared with its source. */
  readonly excerptId?: string;
  /** How it is to stand towards it. */
  readonly mode?: ExcerptMode;
  /** Whose card is changed. */
  readonly actionId?: string;
  /** What the keys do, for the help. */
  readonly shortcuts?: readonly ShortcutGroup[];
}

/** Some shortcuts of the help, as they are printed on keys. */
export interface ShortcutGroup {
  readonly label: string;
  readonly lines: readonly { readonly id: string; readonly name: string; readonly keys: string }[];
}

/** What every dialog of the editor receives. */
export interface EditorDialogProps {
  readonly editor: Editor;
  readonly edited: EditedDocument;
  readonly given: DialogGiven;
  readonly onClose: () => void;
}
