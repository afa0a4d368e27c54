import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
} from '@remix-run/form-data-parser';
import type { FileError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Headers and boundaries of a form that carries one file. */
const AROUND_BYTES = 64 * 1024;

/**
 * Reads the one file of a form, its field called `file`, and stops at `maxBytes` while it arrives.
 * Refuses 'file.missing', 'file.tooLarge', 'file.lost' (cut short, or no form at all).
 */
export async function readUpload(request: Request, maxBytes: number): Promise<Result<Upload, FileError>> {
  // Not even begun when it says itself that it is too large: the sentence then reaches a browser that is still sending.
  if (Number(request.headers.get('content-length')) > maxBytes + AROUND_BYTES) return fail('file.tooLarge');
  try {
    const limits = { maxFiles: 1, maxFileSize: maxBytes, maxTotalSize: maxBytes + AROUND_BYTES };
    const file = (await parseFormData(request, limits)).get('file');
    if (!(file instanceof File) || file.name === '') return fail('file.missing');
    return ok({ name: safeName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return fail('file.tooLarge');
    }
    if (error instanceof FormDataParseError || error instanceof MultipartParseError) return fail('file.lost');
    throw error;
  }
}

const NAME_MAX = 120;

/** [D8] The last part of a name, for people to recognise it: no folder, no control character, no length without end. */
export function safeName(name: string, otherwise = 'image'): string {
  const last = name.split(/[/\\]/u).at(-1) ?? '';
  return (
    last
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(-NAME_MAX) || otherwise
  );
}
