/** A name that every system takes for a file, from a title: « Îlots de chaleur - mesurer ». */
export function fileNameOf(title: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s*[:/\\]\s*/g, ' - ')
    .replace(/["*<>?|]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
    .replace(/^\.+|[. ]+$/g, '');
  // Names that Windows keeps for its devices.
  return name === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `document ${name}`.trim() : name;
}

/** The header under which a browser saves a file with this name. */
export function attachmentHeader(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\]/g, '');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
