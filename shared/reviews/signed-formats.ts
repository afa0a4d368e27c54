/** Formats in which a signed text leaves, as addresses say them. */
export const SIGNED_FORMATS = ['pdf', 'odt', 'docx', 'html'] as const;
