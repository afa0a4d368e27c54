import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';
import { z } from 'zod';
import { fail, ok, type Result } from '#shared/result.ts';

/** What the form may send: a confirmed file comes back in base64, longer by a third. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Up to here a body that is too large is let through to nowhere. */
const MAX_DRAINED_BYTES = 1024 * 1024 * 1024;

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
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > MAX_BYTES && announced < MAX_DRAINED_BYTES) {
    // A browser listens only once it has sent everything: cut short, it shows an error of its own instead of ours.
    for await (const _ of request.body ?? []);
    return fail('fileTooLarge');
  }
  let fields: Record<string, unknown>;
  try {
    const limits = { maxFiles: 1, maxFileSize: MAX_BYTES, maxTotalSize: MAX_BYTES };
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
