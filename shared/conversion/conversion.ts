/** Formats that a document leaves in, as the address of an export says them. */
export const EXPORT_FORMATS = ['pdf', 'docx', 'odt', 'md', 'html', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
