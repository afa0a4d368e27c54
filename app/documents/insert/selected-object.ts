import type { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import type { EditorDialogName } from '../editor/editor-dialogs.ts';

/** An object of the text that is selected. */
export interface Selected {
  readonly name: string;
  readonly at: number;
  readonly attrs: Readonly<Record<string, unknown>>;
}

type Label = Exclude<keyof typeof documentInserts.bar, 'state' | 'howTo'>;

/** The nodes that are changed from a bar: what it is called, and the dialog that changes it. */
export const EDITS: Readonly<Record<string, { readonly label: Label; readonly dialog?: EditorDialogName }>> =
  {
    image: { label: 'image', dialog: 'image' },
    attachment: { label: 'attachment' },
    embed: { label: 'embed', dialog: 'video' },
    inlineMath: { label: 'math', dialog: 'formula' },
    blockMath: { label: 'math', dialog: 'formula' },
    date: { label: 'date', dialog: 'date' },
    status: { label: 'status' },
    reference: { label: 'reference' },
    mention: { label: 'mention' },
  };
