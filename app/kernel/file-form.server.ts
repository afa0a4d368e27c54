import {
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';
import { z } from 'zod';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { unstorableIn } from '#shared/kernel/storable.ts';

/** Up to here a body that is too large is let through to nowhere. */
const MAX_DRAINED_BYTES = 1024 * 1024 * 1024;

/** A field of a form in which a file was chosen. */
export const ChosenFile = z.instanceof(File).refine((file) => file.name !== '');

/**
 * The fields of a form that sends one file (or `maxFiles`), of `maxBytes` in all. Refused: `tooLarge`, or `lost` where the body came in broken, or holds what
 * no database keeps ([SC16]).
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
    const fields = Object.fromEntries(await parseFormData(request, limits));
    return unstorableIn(fields) === null ? ok(fields) : fail('lost');
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return fail('tooLarge');
    }
    // [SC19] Nothing of ours takes part in the reading: broken, too many parts, a name that is no UTF-8, it is what was sent.
    return fail('lost');
  }
}
