import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';
import { z } from 'zod';
import { fail, ok, type Result } from '#shared/kernel/result.ts';

/** Up to here a body that is too large is let through to nowhere. */
const MAX_DRAINED_BYTES = 1024 * 1024 * 1024;

/** A field of a form in which a file was chosen. */
export const ChosenFile = z.instanceof(File).refine((file) => file.name !== '');

/**
 * The fields of a form that sends one file (or `maxFiles`), of `maxBytes` in all. Refused: `tooLarge`, or `lost` where the body came in broken.
 */
export async function readFileForm(
  request: Request,
  maxBytes: number,
  maxFiles = 1,
): Promise<Result<Record<string, unknown>, 'tooLarge' | 'lost'>> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > maxBytes && announced < MAX_DRAINED_BYTES) {
    // A browser listens only once it has sent everything: cut short, it shows an error of its own instead of ours.
    for await (const _ of request.body ?? []);
    return fail('tooLarge');
  }
  try {
    const limits = { maxFiles, maxFileSize: maxBytes, maxTotalSize: maxBytes };
    return ok(Object.fromEntries(await parseFormData(request, limits)));
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return fail('tooLarge');
    }
    if (error instanceof FormDataParseError) return fail('lost');
    throw error;
  }
}
