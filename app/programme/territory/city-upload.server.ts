import { z } from 'zod';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { ChosenFile, readFileForm } from '../../kernel/file-form.server.ts';

/** What the form may send: a confirmed file comes back in base64, longer by a third. */
const MAX_BYTES = 4 * 1024 * 1024;

/** A file to check, or the one that was checked and is now confirmed. */
export interface CityUpload {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly isConfirmed: boolean;
}

const Checked = z.object({ file: ChosenFile });
const Confirmed = z.object({ content: z.base64(), fileName: z.string().max(255) });

/** Reads the form of the import page, to check a file or to confirm the one that was checked. */
export async function readCityUpload(
  request: Request,
): Promise<Result<CityUpload, 'fileMissing' | 'fileLost' | 'fileTooLarge'>> {
  const form = await readFileForm(request, MAX_BYTES);
  if (!form.ok) return fail(form.error === 'tooLarge' ? 'fileTooLarge' : 'fileLost');
  const fields = form.value;
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
