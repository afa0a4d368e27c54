import type { RouterContextProvider } from 'react-router';
import { z } from 'zod';
import { findFileForMember } from '#db/documents/file/files.ts';
import type { ChangeableCheck } from '#db/library/dataset/dataset-checks.ts';
import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import type { CheckError } from '#shared/library/dataset/dataset-errors.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { afterOn, goOn } from '../../kernel/done.server.ts';
import { ChosenFile, readFileForm } from '../../kernel/file-form.server.ts';
import { type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { notOurs, refuse as refuseForm } from '../../kernel/refusal.server.ts';

type Context = Readonly<RouterContextProvider>;

interface On {
  readonly check: ChangeableCheck;
  readonly by: string;
}

const refuse = (code: CheckError) => refuseForm({ file: code }, { form: 'file' });

const ofCheck = gesturesOf(({ check }: On) => ({ checkId: check.id }));
const after = afterOn(({ check }: Pick<On, 'check'>) => paths.check(check.id));

/** [DS10] Wherever it runs. */
const stop: Gesture<On> = {
  async perform(context, { check }) {
    await context.get(servicesContext).checks.cancel(check);
    return after(words.stopping, 'check')(null, { check });
  },
};

/** A file that the group has already. */
const stored: Gesture<On> = {
  async perform(context, { check, by }, form) {
    const fileId = text(form.getAll('fileId'));
    if (fileId === null) throw notOurs();
    const { db, checks, files, now } = context.get(servicesContext);
    const file = await findFileForMember(db, { fileId, userId: by, now: now() });
    const body = file && (await files.read(file.storageKey));
    if (!file || !body || file.groupId !== check.group.id) throw notFound();
    const received = await checks.receive(
      check,
      { name: file.name, body, announcedBytes: file.bytes },
      { sheet: null, by: { account: by } },
    );
    return received.ok ? after(words.received, 'check')(null, { check }) : refuse(received.error);
  },
};

/** What the buttons of the page of a check do. */
export const checkGestures = {
  stop,
  stored,
  share: ofCheck('check.share', {
    fields: {},
    done: after(words.shareOpened, 'share'),
  }),
  unshare: ofCheck('check.unshare', {
    fields: {},
    done: after(words.shareClosed, 'share'),
  }),
};

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
  throw goOn(context, after(words.received, 'check')(null, { check }));
}
