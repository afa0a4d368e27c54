import { editorDialogs } from '#shared/documents/editor/editor-dialogs.fr.ts';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { refusalOf } from '#shared/kernel/sent-file.ts';
import type { SentImage } from './send-file.ts';

const words = documentInserts.image;

/** An image that is about to be inserted. */
export interface ImageDraft {
  readonly key: string;
  readonly file: File;
  readonly alt: string;
  readonly isDecorative: boolean;
  readonly caption: string;
  /** Sent by an earlier try: it is not sent twice. */
  readonly sent: SentImage | null;
  /** Why it was refused, in words. */
  readonly refused: string | null;
}

/** What a browser may show of images before they are sent. */
export const ACCEPTED = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

let made = 0;

/** `alt` and `caption` stay from an image that was replaced. */
export function draftOf(file: File, before: Partial<ImageDraft> = {}): ImageDraft {
  return {
    key: `image-${made++}`,
    file,
    alt: before.alt ?? '',
    isDecorative: before.isDecorative ?? false,
    caption: before.caption ?? '',
    sent: null,
    refused: null,
  };
}

/** Field names of a draft, for its labels and for the summary of faults. */
export const fieldsOf = ({ key }: ImageDraft, isOnly: boolean) => ({
  alt: isOnly ? 'alt' : `${key}-alt`,
  file: isOnly ? 'file' : `${key}-file`,
  caption: `${key}-legende`,
});

export interface Fault {
  readonly field: string;
  readonly message: string;
  /** Name of the image, when it is about one. */
  readonly of?: string;
}

/** What keeps these images from being inserted. */
export function faultsOf(drafts: readonly ImageDraft[], megabytes: number): Fault[] {
  if (drafts.length === 0) return [{ field: 'file', message: editorDialogs.errors['file.missing'] }];
  return drafts.flatMap((draft) => {
    const fields = fieldsOf(draft, drafts.length === 1);
    const early = refusalOf(draft.file, megabytes);
    const refused = draft.refused ?? (early && documentInserts.fileErrors[early]);
    return [
      ...(refused ? [{ field: fields.file, message: refused, of: draft.file.name }] : []),
      ...(draft.isDecorative || draft.alt.trim()
        ? []
        : [{ field: fields.alt, message: words.alternativeMissing, of: draft.file.name }]),
    ];
  });
}
