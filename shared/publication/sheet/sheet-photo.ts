import { storable } from '../../kernel/storable.ts';

/** What is said of a photograph, in plain words. */
export interface PhotoWords {
  /** What it shows, for whoever does not see it. */
  readonly alt: string;
  /** Empty where it has none. */
  readonly caption: string;
  /** Whose it is. */
  readonly credit: string;
}

/** [US13] The photograph of a sheet, as its page shows it: pixels beside its words. */
export interface SheetPhoto extends PhotoWords {
  readonly width: number;
  readonly height: number;
}

/** What stands under a photograph. */
export const captionOf = ({ caption, credit }: PhotoWords) => [caption, credit].filter(Boolean).join(' · ');

/** Why what was said of a photograph was refused. */
type PhotoRefusal =
  | 'useCaseSheet.photoAltMissing'
  | 'useCaseSheet.photoCreditMissing'
  | 'useCaseSheet.photoWordsTooLong';

/** Longest of each, in characters. */
export const PHOTO_WORDS_MAX = 300;

const MISSING: Readonly<Record<keyof PhotoWords, PhotoRefusal | null>> = {
  alt: 'useCaseSheet.photoAltMissing',
  caption: null,
  credit: 'useCaseSheet.photoCreditMissing',
};

/** [US12] Reads what a form says of a photograph, each on one line; all that is wrong, by field. */
export function parsePhotoWords(
  typed: PhotoWords,
): PhotoWords | { readonly faults: Readonly<Partial<Record<keyof PhotoWords, PhotoRefusal>>> } {
  const oneLine = (text: string) => storable(text).replace(/\s+/gu, ' ').trim();
  const words = { alt: oneLine(typed.alt), caption: oneLine(typed.caption), credit: oneLine(typed.credit) };
  const faults: Partial<Record<keyof PhotoWords, PhotoRefusal>> = {};
  for (const field of ['alt', 'caption', 'credit'] as const) {
    const missing = words[field] === '' ? MISSING[field] : null;
    if (missing) faults[field] = missing;
    if (words[field].length > PHOTO_WORDS_MAX) faults[field] = 'useCaseSheet.photoWordsTooLong';
  }
  return Object.keys(faults).length > 0 ? { faults } : words;
}
