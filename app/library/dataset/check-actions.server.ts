import { randomBytes } from 'node:crypto';
import { data, type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import { findFileForMember } from '#db/documents/file/files.ts';
import { type CheckForMember, shareCheck } from '#db/library/dataset/dataset-checks.ts';
import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import type { CheckError } from '#shared/library/dataset/dataset-errors.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { ChosenFile, readFileForm } from '../../kernel/file-form.server.ts';
import { parseForm } from '../../kernel/refusal.server.ts';

type Context = Readonly<RouterContextProvider>;

interface On {
  readonly check: CheckForMember;
  readonly by: string;
}

const Gesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('stop') }),
  z.object({ intent: z.literal('share') }),
  z.object({ intent: z.literal('unshare') }),
  z.object({ intent: z.literal('stored'), fileId: z.string().max(64) }),
]);

const refuse = (code: CheckError) => data({ error: words.refusals[code] as string }, { status: 422 });

/** What the page of a check does, for whoever may change it: answers a refusal, or leads back to the page. */
export async function changeCheck(context: Context, { check, by }: On, form: FormData) {
  const gesture = parseForm(Gesture, form);
  const { db, checks, files, now } = context.get(servicesContext);
  const shared = { checkId: check.id, groupId: check.group.id };
  if (gesture.intent === 'stop') await checks.cancel(check.id);
  if (gesture.intent === 'share')
    await shareCheck(db, { ...shared, token: randomBytes(32).toString('base64url') });
  if (gesture.intent === 'unshare') await shareCheck(db, { ...shared, token: null });
  if (gesture.intent === 'stored') {
    const file = await findFileForMember(db, { fileId: gesture.fileId, userId: by, now: now() });
    const body = file && (await files.read(file.storageKey));
    if (!file || !body || file.groupId !== check.group.id) throw notFound();
    const received = await checks.receive(
      check,
      { name: file.name, body, announcedBytes: file.bytes },
      { sheet: null, by: { account: by } },
    );
    if (!received.ok) return refuse(received.error);
  }
  throw redirect(paths.check(check.id));
}

const Sent = z.object({ file: ChosenFile, sheet: z.string().max(100).catch('') });

/** The file of a check as a form without script sends it. */
export async function takeFile(context: Context, { check, by }: On, request: Request) {
  const { checks, env } = context.get(servicesContext);
  const form = await readFileForm(request, env.UPLOAD_MAX_MB * 1024 * 1024);
  if (!form.ok) return refuse(form.error === 'tooLarge' ? 'dataset.fileTooLarge' : 'dataset.fileLost');
  const sent = Sent.safeParse(form.value);
  if (!sent.success) return refuse('dataset.fileMissing');
  const { file, sheet } = sent.data;
  const received = await checks.receive(
    check,
    { name: file.name, body: file.stream(), announcedBytes: file.size },
    { sheet: sheet.trim() || null, by: { account: by } },
  );
  if (!received.ok) return refuse(received.error);
  throw redirect(paths.check(check.id));
}
