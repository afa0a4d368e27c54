import type { RouterContextProvider } from 'react-router';
import { z } from 'zod';
import { findFileForMember } from '#db/documents/file/files.ts';
import { findPublishedPhotoId, findSheetPhoto } from '#db/publication/sheet/sheet-photos.ts';
import type { SheetForMember } from '#db/publication/sheet/use-case-sheets.ts';
import type { DrawnFile } from '#server/kernel/file/files.ts';
import { paths } from '#shared/paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { parsePhotoWords } from '#shared/publication/sheet/sheet-photo.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { type Member, servicesContext } from '../../context.ts';
import { forbidden } from '../../kernel/access.server.ts';
import { goOn } from '../../kernel/done.server.ts';
import { ChosenFile, readFileForm } from '../../kernel/file-form.server.ts';
import { refuse, refuseBy } from '../../kernel/refusal.server.ts';

type Context = Readonly<RouterContextProvider>;
interface SheetPage {
  readonly member: Member;
  readonly sheet: SheetForMember;
}

/** The other fields of the form, and what stands around them. */
const AROUND_BYTES = 64 * 1024;
const text = z.string().max(20_000).catch('');
const Typed = z.object({ alt: text, caption: text, credit: text });

/** [US12] [US13] The photograph of a sheet as those inside see it, and whether the public waits for it; null where there is none. */
export async function loadPhoto(context: Context, { member, sheet }: SheetPage) {
  const { db, now } = context.get(servicesContext);
  const photo = await findSheetPhoto(db, sheet.id);
  if (!photo) return null;
  const { id, fileId, ...words } = photo;
  const isReadable = await findFileForMember(db, { fileId, userId: member.id, now: now() });
  const isWaiting = sheet.published !== null && (await findPublishedPhotoId(db, sheet.id)) !== id;
  return { id, ...words, src: isReadable && paths.file(fileId), isWaiting };
}

/** [US12] Puts the photograph of the form that the page sends with it, or says all that is wrong, each at its field. */
export async function putPhoto(context: Context, { member, sheet }: SheetPage, request: Request) {
  if (sheet.role !== 'manager' && sheet.role !== 'writer') throw forbidden();
  const { db, env, files, operations } = context.get(servicesContext);
  const form = await readFileForm(request, env.UPLOAD_MAX_MB * 1024 * 1024 + AROUND_BYTES);
  if (!form.ok) {
    const error = form.error === 'tooLarge' ? 'file.tooLarge' : 'file.lost';
    return refuse({ file: error }, { form: 'photo' });
  }
  const typed = Typed.parse(form.value);
  const values = { ...typed, form: 'photo' };
  const chosen = ChosenFile.safeParse(form.value.file).data;
  const words = parsePhotoWords(typed);
  const isMissing = !chosen && !(await findSheetPhoto(db, sheet.id));
  if ('faults' in words || isMissing) {
    const faults = 'faults' in words ? words.faults : {};
    return refuse({ ...faults, file: isMissing ? 'file.missing' : undefined }, values);
  }
  const put = (userId: string, file: DrawnFile | null) =>
    operations.run('useCaseSheet.putPhoto', { userId }, { sheetId: sheet.id, file, ...words });
  const into = { groupId: sheet.groupId, by: member.id };
  const done = chosen
    ? await files.keepPhoto({ name: chosen.name, bytes: await chosen.bytes() }, into, put)
    : await put(member.id, null);
  if (!done.ok) return refuseBy({ error: done.error, fields: { file: done.error } }, values);
  throw goOn(context, {
    to: sheetPaths.sheet(sheet),
    said: useCaseSheet.photo.saved,
    focus: 'sheet-photo',
  });
}
