import { z } from 'zod';
import { IMPORT_LIMITS } from '#shared/boards/exchange/board-file.ts';
import type { BoardImportError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { ChosenFile, readFileForm } from '../../kernel/file-form.server.ts';

/** A board that was read comes back as JSON, longer than most files. */
const MAX_BYTES = 2 * IMPORT_LIMITS.bytes;

/** A file to look at, or the board that was looked at and is now confirmed under this title. */
export interface BoardForm {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Null: not confirmed yet. */
  readonly title: string | null;
}

const Checked = z.object({ file: ChosenFile });
const Confirmed = z.object({ content: z.string(), title: z.string().max(20_000) });

/** Reads the form of the import page. */
export async function readBoardForm(request: Request): Promise<Result<BoardForm, BoardImportError>> {
  const form = await readFileForm(request, MAX_BYTES);
  if (!form.ok) return fail(`boardImport.${form.error}`);
  const fields = form.value;
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
