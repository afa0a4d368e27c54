import type { ComponentType } from 'react';
import type { DialogGiven, EditorDialogProps } from './editor-dialog.ts';

/** The dialogs of the editor, by name. Each is loaded when it is first opened. */
export const EDITOR_DIALOGS = {
  link: () => import('./link-dialog.tsx').then(({ LinkDialog }) => LinkDialog),
  image: () => import('./image-dialog.tsx').then(({ ImageDialog }) => ImageDialog),
} as const satisfies Record<string, () => Promise<ComponentType<EditorDialogProps>>>;

export type EditorDialogName = keyof typeof EDITOR_DIALOGS;
/** Opens a dialog of the editor, in place of the one that may be open. */
export type OpenDialog = (name: EditorDialogName, given?: DialogGiven) => void;
