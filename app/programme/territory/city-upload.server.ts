import { z } from 'zod';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import { ChosenFile, readFileForm } from '../../kernel/file-form.server.ts';

/** What the form may send: a confirmed file comes back in base64, longer by a third. */
const MAX_BYTES = 4 * 1024 * 1024;

/** A list to check, or the one that was checked and is now confirmed: a file, or, without bytes, the one that the product brings along. */
export interface CityUpload {
  readonly fileName: string;
  readonly bytes: Uint8Array | null;
  readonly isConfirmed: boolean;
}

const Checked = z.object({ file: ChosenFile });
const Programme = z.object({ list: z.enum(['check', 'confirm']) });
const Undone = z.object({ importId: z.uuid() });
const Confirmed = z.object({ content: z.base64(), fileName: z.string().max(255) });

/** Reads the form of the import page: to check a list, to confirm the one that was checked, or to undo an import. */
export async function readCityUpload(
  request: Request,
): Promise<Result<CityUpload | { readonly undo: string }, 'fileMissing' | 'fileLost' | 'fileTooLarge'>> {
  const form = await readFileForm(request, MAX_BYTES);
  if (!form.ok) return fail(form.error === 'tooLarge' ? 'fileTooLarge' : 'fileLost');
  const fields = form.value;
  const undone = Undone.safeParse(fields);
  if (undone.success) return ok({ undo: undone.data.importId });
  const programme = Programme.safeParse(fields);
  if (programme.success) {
    const isConfirmed = programme.data.list === 'confirm';
    return ok({ fileName: territory.admin.programmeName, bytes: null, isConfirmed });
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
