import {
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';
import type { FileError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';

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
  const read = await readUploads(request, { maxBytes, maxFiles: 1, maxTotalBytes: maxBytes });
  if (!read.ok) return read;
  const [file] = read.value;
  return file ? ok(file) : fail('file.missing');
}

/** The same for a form with several files of that field, in their order. */
export async function readUploads(
  request: Request,
  { maxBytes, maxFiles, maxTotalBytes }: { maxBytes: number; maxFiles: number; maxTotalBytes: number },
): Promise<Result<Upload[], FileError>> {
  // Not even begun when it says itself that it is too large: the sentence then reaches a browser that is still sending.
  if (Number(request.headers.get('content-length')) > maxTotalBytes + AROUND_BYTES)
    return fail('file.tooLarge');
  try {
    const limits = { maxFiles, maxFileSize: maxBytes, maxTotalSize: maxTotalBytes + AROUND_BYTES };
    const given = (await parseFormData(request, limits)).getAll('file');
    const files = given.filter((file) => file instanceof File && file.name !== '') as File[];
    if (files.length === 0) return fail('file.missing');
    return ok(
      await Promise.all(
        files.map(async (file) => ({
          name: safeName(file.name),
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      ),
    );
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return fail('file.tooLarge');
    }
    // [SC19] Nothing of ours takes part in the reading: cut short, no form at all, a name that is no UTF-8, it is what was sent.
    return fail('file.lost');
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
