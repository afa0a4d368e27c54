/** Formats that a document leaves in, as the address of an export says them. */
export const EXPORT_FORMATS = ['pdf', 'docx', 'odt', 'md', 'html', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** What an import could not keep as it was, by kind. */
export const LOSSES = [
  'words',
  'comments',
  'changes',
  'threads',
  'suggestions',
  'unplaced',
  'restyled',
  'undone',
  'textBoxes',
  'headers',
  'charts',
  'objects',
  'imagesUnreadable',
  'imagesElsewhere',
  'imagesVector',
  'underlines',
  'headings',
  'media',
  'forms',
  'formulas',
  'notes',
  'tables',
  'contents',
  'links',
] as const;
export type Loss = (typeof LOSSES)[number];

/** So many of a kind could not be kept as they were. */
export interface Lost {
  readonly kind: Loss;
  readonly count: number;
  /** Words of the file that are not in the document: the first of them as they stood, and how many more. */
  readonly words?: { readonly passages: readonly string[]; readonly more: number };
}

/** What became of a file: how many of each kind could not be kept, and which words. */
export interface ImportReport {
  readonly fileName: string;
  readonly losses: readonly Lost[];
}
