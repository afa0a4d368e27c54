/** ZIP (xlsx, ods) or a compound file (xls): a workbook, which stays one when it is saved under the name .csv. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const signatures = [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ];
  return signatures.some((signature) => signature.every((byte, at) => bytes[at] === byte));
}

/**
 * The text of a file in UTF-8 or Windows-1252, with one line end only, so that lines count as an editor counts them. Accented
 * letters of Windows-1252 are never valid UTF-8: what does not decode as UTF-8 is the other one.
 */
export function textOf(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return text.replace(/\r\n?/g, '\n');
}
