import { fileTypeFromBuffer } from 'file-type';
import { ImportRefused } from './import-refused.ts';

/** What a file is, by its content. A package is not opened yet. */
export type UploadKind =
  | { readonly kind: 'package' }
  | { readonly kind: 'markdown' | 'html'; readonly text: string };

/**
 * [X9] Knows a file by what it holds; its name only chooses between texts.
 * @throws {ImportRefused} for whatever cannot be a document, with what to do about it.
 */
export async function kindOf(name: string, bytes: Uint8Array): Promise<UploadKind> {
  if (bytes.length === 0) throw new ImportRefused('import.empty');
  if (begins(bytes, [0x50, 0x4b])) return { kind: 'package' };
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new ImportRefused(oldOffice(bytes));
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) throw new ImportRefused('import.pdf');
  const text = textOf(bytes);
  if (text === null) {
    const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
    throw new ImportRefused('import.unknownFormat', type?.mime ?? 'bytes');
  }
  if (text.trim() === '') throw new ImportRefused('import.empty');
  if (text.startsWith('{\\rtf') || /^<\?xml(?![\s\S]{0,400}<html)/.test(text))
    throw new ImportRefused('import.unknownFormat', 'rtf or xml');
  const isHtml =
    /\.x?html?$/i.test(name) || /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(text);
  return { kind: isHtml ? 'html' : 'markdown', text };
}

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** What is encrypted by Office stands in the same container as its old formats. */
function oldOffice(bytes: Uint8Array): 'import.encrypted' | 'import.oldFormat' {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)
    ? 'import.encrypted'
    : 'import.oldFormat';
}

/** The text of a file; null when it is none. Old files of Windows are read as such. */
function textOf(bytes: Uint8Array): string | null {
  const mark = begins(bytes, [0xff, 0xfe]) ? 'utf-16le' : begins(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
  if (mark) return new TextDecoder(mark).decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells bytes from a text
    return /[\x01-\x08\x0e-\x1f]/.test(text) ? null : text;
  }
}
