import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';
import { z } from 'zod';
import { IMPORT_LIMITS } from '#shared/board/exchange/board-file.ts';
import type { BoardImportError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';

/** A board that was read comes back as JSON, longer than most files. */
const MAX_BYTES = 2 * IMPORT_LIMITS.bytes;
/** Up to here a body that is too large is let through to nowhere. */
const MAX_DRAINED_BYTES = 1024 * 1024 * 1024;

/** A file to look at, or the board that was looked at and is now confirmed under this title. */
export interface BoardForm {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Null: not confirmed yet. */
  readonly title: string | null;
}

const Checked = z.object({ file: z.instanceof(File).refine((file) => file.name !== '') });
const Confirmed = z.object({ content: z.string(), title: z.string().max(20_000) });

/** Reads the form of the import page. */
export async function readBoardForm(request: Request): Promise<Result<BoardForm, BoardImportError>> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > MAX_BYTES && announced < MAX_DRAINED_BYTES) {
    // A browser listens only once it has sent everything: cut short, it shows an error of its own instead of ours.
    for await (const _ of request.body ?? []);
    return fail('boardImport.tooLarge');
  }
  let fields: Record<string, unknown>;
  try {
    const limits = { maxFiles: 1, maxFileSize: MAX_BYTES, maxTotalSize: MAX_BYTES };
    fields = Object.fromEntries(await parseFormData(request, limits));
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return fail('boardImport.tooLarge');
    }
    if (error instanceof FormDataParseError) return fail('boardImport.lost');
    throw error;
  }
  if ('content' in fields) {
    const confirmed = Confirmed.safeParse(fields);
    if (!confirmed.success) return fail('boardImport.lost');
    const { content, title } = confirmed.data;
    return ok({ fileName: '', bytes: new TextEncoder().encode(content), title });
  }
  const checked = Checked.safeParse(fields);
  if (!checked.success) return fail('boardImport.missing');
  const { file } = checked.data;
  return ok({
    fileName: file.name.slice(0, 255),
    bytes: new Uint8Array(await file.arrayBuffer()),
    title: null,
  });
}
