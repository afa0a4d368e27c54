/** ZIP (xlsx, ods) or a compound file (xls): a workbook, which stays one when it is saved under the name .csv. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const signatures = [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ];
  return signatures.some((signature) => signature.every((byte, at) => bytes[at] === byte));
}

/** The form of UTF-16 that these bytes say by their mark, or by a zero in every second byte; null for what is none. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 200);
  const zeros = [0, 1].map((parity) => sample.filter((byte, at) => at % 2 === parity && byte === 0).length);
  const half = Math.floor(sample.length / 2);
  if (half < 2 || bytes.length % 2 === 1) return null;
  const [even = 0, odd = 0] = zeros;
  if (odd > half * 0.7 && even === 0) return 'utf-16le';
  return even > half * 0.7 && odd === 0 ? 'utf-16be' : null;
}

/** Whether the bytes are a text of one of the encodings that `textOf` reads. */
export function isText(bytes: Uint8Array): boolean {
  return utf16Of(bytes) !== null || !bytes.includes(0);
}

/**
 * The text of a file in UTF-8, UTF-16 or Windows-1252, with one line end only, so that lines count as an editor counts them. Accented
 * letters of Windows-1252 are never valid UTF-8: what does not decode as UTF-8 is the other one.
 */
export function textOf(bytes: Uint8Array): string {
  let text: string;
  const wide = utf16Of(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes).replace(/\r\n?/g, '\n');
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return text.replace(/\r\n?/g, '\n');
}
