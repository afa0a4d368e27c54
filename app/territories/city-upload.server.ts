import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';
import { z } from 'zod';
import { fail, ok, type Result } from '#shared/result.ts';

/**
 * What the form may send. Far above what an import takes: a file too large by some megabytes is read and refused with
 * its sentence, where a connection cut short would show the browser's own error.
 */
const MAX_BYTES = 16 * 1024 * 1024;

/** A file to check, or the one that was checked and is now confirmed. */
export interface CityUpload {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly isConfirmed: boolean;
}

const Checked = z.object({ file: z.instanceof(File).refine((file) => file.name !== '') });
const Confirmed = z.object({ content: z.base64(), fileName: z.string().max(255) });

/** Reads the form of the import page, to check a file or to confirm the one that was checked. */
export async function readCityUpload(
  request: Request,
): Promise<Result<CityUpload, 'fileMissing' | 'fileLost' | 'fileTooLarge'>> {
  let fields: Record<string, unknown>;
  try {
    const limits = { maxFiles: 1, maxFileSize: MAX_BYTES, maxTotalSize: 2 * MAX_BYTES };
    fields = Object.fromEntries(await parseFormData(request, limits));
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return fail('fileTooLarge');
    }
    if (error instanceof FormDataParseError) return fail('fileLost');
    throw error;
  }
  if ('content' in fields) {
    const confirmed = Confirmed.safeParse(fields);
    if (!confirmed.success) return fail('fileLost');
    const { content, fileName } = confirmed.data;
    return ok({ fileName, bytes: Buffer.from(content, 'base64'), isConfirmed: true });
  }
  const checked = Checked.safeParse(fields);
  if (!checked.success) return fail('fileMissing');
  const { file } = checked.data;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return ok({ fileName: file.name.slice(0, 255), bytes, isConfirmed: false });
}
