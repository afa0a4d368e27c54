import type { ComponentType } from 'react';
import type { DialogGiven, EditorDialogProps } from './editor-dialog.ts';

/** The dialogs of the editor, by name. Each is loaded when it is first opened. */
export const EDITOR_DIALOGS = {
  link: () => import('./link-dialog.tsx').then(({ LinkDialog }) => LinkDialog),
  image: () => import('../insert/file/image-dialog.tsx').then(({ ImageDialog }) => ImageDialog),
  attachment: () =>
    import('../insert/file/attachment-dialog.tsx').then(({ AttachmentDialog }) => AttachmentDialog),
  video: () => import('../insert/video-dialog.tsx').then(({ VideoDialog }) => VideoDialog),
  formula: () => import('../insert/formula-dialog.tsx').then(({ FormulaDialog }) => FormulaDialog),
  date: () => import('../insert/date-dialog.tsx').then(({ DateDialog }) => DateDialog),
  action: () => import('../insert/action-dialog.tsx').then(({ ActionDialog }) => ActionDialog),
  excerpt: () => import('../excerpt/excerpt-dialog.tsx').then(({ ExcerptDialog }) => ExcerptDialog),
  excerptUpdate: () => import('../excerpt/excerpt-update.tsx').then(({ ExcerptUpdate }) => ExcerptUpdate),
  excerptMode: () => import('../excerpt/excerpt-mode.tsx').then(({ ExcerptModeChange }) => ExcerptModeChange),
  quoteElsewhere: () => import('../excerpt/quote-elsewhere.tsx').then(({ QuoteElsewhere }) => QuoteElsewhere),
  find: () => import('../writing/find-bar.tsx').then(({ FindBar }) => FindBar),
  shortcuts: () => import('../writing/shortcuts-dialog.tsx').then(({ ShortcutsDialog }) => ShortcutsDialog),
  caption: () => import('../writing/caption-dialog.tsx').then(({ CaptionDialog }) => CaptionDialog),
} as const satisfies Record<string, () => Promise<ComponentType<EditorDialogProps>>>;

export type EditorDialogName = keyof typeof EDITOR_DIALOGS;
/** Opens a dialog of the editor, in place of the one that may be open. */
export type OpenDialog = (name: EditorDialogName, given?: DialogGiven) => void;
