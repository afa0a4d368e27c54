import type { RouterContextProvider } from 'react-router';
import { z } from 'zod';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { listThemes } from '#db/programme/season/seasons.ts';
import type { DomainError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseAddress } from '#shared/library/resource/resource.ts';
import { placeId, type UploadPlace } from '#shared/library/resource/upload.ts';
import { type Member, servicesContext } from '../../context.ts';
import { ChosenFile, readFileForm } from '../../kernel/file-form.server.ts';
import type { FileLimits, ReceivedUpload, TypedForm } from './typed-form.ts';

type Context = Readonly<RouterContextProvider>;

const text = z.string().max(20_000).catch('');
const Typed = z.object({
  title: text,
  kind: text,
  description: text,
  producer: text,
  licence: text,
  language: text,
  contentOn: text,
  reviewOn: text,
  address: text,
  source: z.enum(['file', 'link']).catch('file'),
});

/** Headers, boundaries and the other fields of a form that carries one file. */
const MEGABYTE = 1024 * 1024;
const AROUND_BYTES = 256 * 1024;

/** How large a file may be here. */
export function fileLimits(context: Context): FileLimits {
  const { env } = context.get(servicesContext);
  return { megabytes: env.RESOURCE_MAX_MB, plainMegabytes: env.UPLOAD_MAX_MB };
}

/** What the form of a resource offers to choose from, and what it begins with. */
export async function formChoices(context: Context, member: Pick<Member, 'organisation'>) {
  const { db } = context.get(servicesContext);
  const [themes, organisations] = [await listThemes(db), await listOrganisations(db)];
  const initial: TypedForm = {
    title: '',
    kind: '',
    description: '',
    producer: member.organisation?.name ?? '',
    licence: 'unknown',
    language: 'fr',
    contentOn: '',
    reviewOn: '',
    themeIds: [],
    source: 'file',
    address: '',
    upload: null,
  };
  return { themes, producers: organisations.map(({ name }) => name), initial };
}

/** The fields of a form with one file in it, or without. */
export async function readResourceForm(
  context: Context,
  request: Request,
): Promise<Result<Record<string, unknown>, 'file.tooLarge' | 'file.lost'>> {
  const form = await readFileForm(request, fileLimits(context).plainMegabytes * MEGABYTE + AROUND_BYTES);
  if (!form.ok) return fail(form.error === 'tooLarge' ? 'file.tooLarge' : 'file.lost');
  return ok(form.value);
}

/** What was typed about a resource. */
export function typedIn(form: Readonly<Record<string, unknown>>): Omit<TypedForm, 'upload'> {
  const themeIds = Object.keys(form).flatMap((name) => (name.startsWith('theme-') ? [name.slice(6)] : []));
  return { ...Typed.parse(form), themeIds };
}

/**
 * The file of a form: one that came ahead in pieces (`envoi`), or the file of an ordinary form, which then is an upload too; null
 * when there is none. Refuses what an upload refuses.
 */
export async function sentUpload(
  context: Context,
  form: Readonly<Record<string, unknown>>,
  { by, ...place }: UploadPlace & { by: string },
): Promise<Result<ReceivedUpload | null, DomainError>> {
  const { uploads } = context.get(servicesContext).resources;
  const file = ChosenFile.safeParse(form.file).data;
  if (file) {
    const sent = { ...place, by, name: file.name, bytes: file.size, sha256: null };
    const opened = await uploads.open(sent);
    if (!opened.ok) return opened;
    const { id, name, bytes } = opened.value;
    const received = await uploads.receive({ uploadId: id, by, offset: 0, body: file.stream() });
    return received.ok ? ok({ id, name, bytes }) : received;
  }
  if (typeof form.envoi !== 'string') return ok(null);
  const found = await uploads.find({ uploadId: form.envoi, by });
  if (found?.placeId !== placeId(place)) return fail('upload.notFound');
  return ok({ id: found.id, name: found.name, bytes: found.bytes });
}

/** [RS2] What the form shares: a link, or a file that has come. Refuses on the field of which is missing or wrong. */
export function sourceOf(
  { source, address }: Pick<TypedForm, 'source' | 'address'>,
  upload: Result<ReceivedUpload | null, DomainError>,
): Result<{ address: string } | { uploadId: string }, DomainError> {
  if (source === 'link') return address.trim() === '' ? fail('resource.nothing') : asLink(address);
  if (!upload.ok) return upload;
  return upload.value ? ok({ uploadId: upload.value.id }) : fail('resource.nothing');
}

function asLink(typed: string): Result<{ address: string }, DomainError> {
  const parsed = parseAddress(typed);
  return parsed.ok ? ok({ address: parsed.value }) : parsed;
}
