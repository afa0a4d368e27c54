/** Formats that a document leaves in, as the address of an export says them. */
export const EXPORT_FORMATS = ['pdf', 'docx', 'odt', 'md', 'html', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** What an import could not keep as it was, by kind. */
export const LOSSES = [
  'comments',
  'changes',
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
  'links',
] as const;
export type Loss = (typeof LOSSES)[number];

/** What became of a file: how many of each kind could not be kept. */
export interface ImportReport {
  readonly fileName: string;
  readonly losses: readonly { readonly kind: Loss; readonly count: number }[];
}
