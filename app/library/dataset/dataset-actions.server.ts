import { data, type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import { addDistribution, removeDistribution } from '#db/library/dataset/dataset-distributions.ts';
import { linkResource, unlinkResource } from '#db/library/dataset/dataset-resources.ts';
import { keepDataGouv, trashDataset } from '#db/library/dataset/datasets.ts';
import type { DomainError } from '#shared/errors.ts';
import { parseWebUrl } from '#shared/library/dataset/dataset.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import { paths } from '#shared/paths.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { ChosenFile, readFileForm } from '../../kernel/file-form.server.ts';
import { parseForm } from '../../kernel/refusal.server.ts';

type Context = Readonly<RouterContextProvider>;

interface On {
  readonly dataset: DatasetForMember;
  readonly by: string;
}

const short = z.string().max(200).catch('');
const Gesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('trash') }),
  z.object({
    intent: z.literal('addUrl'),
    url: z.string().max(4_000).catch(''),
    name: short,
    format: short,
    encoding: short,
  }),
  z.object({ intent: z.literal('removeDistribution'), distribution: z.string().max(64) }),
  z.object({ intent: z.literal('dataGouv'), record: z.string().max(2_000).catch('') }),
  z.object({ intent: z.literal('forgetDataGouv') }),
  z.object({ intent: z.enum(['linkResource', 'unlinkResource']), resource: z.string().max(64) }),
]);

const refuse = (field: string, code: DomainError) =>
  data({ errors: { [field]: fr.errors[code] } as Partial<Record<string, string>> }, { status: 422 });

/** What the page of a record does, for whoever may change it: answers a refusal, or leads on. */
export async function changeRecord(context: Context, { dataset, by }: On, form: FormData) {
  const gesture = parseForm(Gesture, form);
  const { db, now, newId, dataGouv } = context.get(servicesContext);
  const change = { datasetId: dataset.id, userId: by, now: now(), activityId: newId() };
  switch (gesture.intent) {
    case 'trash': {
      settle(await trashDataset(db, change));
      throw redirect(paths.datasets({ trashed: dataset.id }));
    }
    case 'addUrl': {
      const url = parseWebUrl(gesture.url);
      if (!url) return refuse('url', 'dataset.urlInvalid');
      const { format, encoding } = gesture;
      const name = gesture.name.trim() || new URL(url).hostname;
      const added = await addDistribution(db, {
        ...change,
        distribution: {
          id: newId(),
          name,
          url,
          fileId: null,
          format: format.trim(),
          bytes: null,
          encoding: encoding.trim(),
        },
      });
      if (!added.ok && added.error === 'dataset.distributionsFull') return refuse('url', added.error);
      settle(added);
      break;
    }
    case 'removeDistribution':
      settle(await removeDistribution(db, { ...change, distributionId: gesture.distribution }));
      break;
    case 'linkResource': {
      const linked = await linkResource(db, { ...change, resourceId: gesture.resource });
      if (!linked.ok && linked.error === 'dataset.distributionsFull') return refuse('resource', linked.error);
      settle(linked);
      break;
    }
    case 'unlinkResource':
      settle(await unlinkResource(db, { ...change, resourceId: gesture.resource }));
      break;
    case 'dataGouv': {
      const read = await dataGouv.read(gesture.record);
      if (!read.ok) return refuse('record', read.error);
      settle(await keepDataGouv(db, { ...change, dataGouv: read.value }));
      break;
    }
    case 'forgetDataGouv':
      settle(await keepDataGouv(db, { ...change, dataGouv: null }));
  }
  throw redirect(paths.dataset(dataset));
}

/** [DS5] Keeps a file of ours with a record. */
export async function addFile(context: Context, { dataset, by }: On, request: Request) {
  const { db, env, files, now, newId } = context.get(servicesContext);
  const form = await readFileForm(request, env.UPLOAD_MAX_MB * 1024 * 1024);
  if (!form.ok) return refuse('file', form.error === 'tooLarge' ? 'file.tooLarge' : 'file.lost');
  const file = ChosenFile.safeParse(form.value.file);
  if (!file.success) return refuse('file', 'file.missing');
  const { name, size } = file.data;
  const sent = { name, body: file.data.stream(), announcedBytes: size };
  const received = await files.receiveFile(sent, { groupId: dataset.group.id, by });
  if (!received.ok) return refuse('file', received.error);
  const format = /\.([A-Za-z\d]{1,8})$/.exec(received.value.name)?.[1]?.toUpperCase() ?? '';
  const added = await addDistribution(db, {
    datasetId: dataset.id,
    userId: by,
    now: now(),
    distribution: {
      id: newId(),
      name: received.value.name,
      url: null,
      fileId: received.value.id,
      format,
      bytes: received.value.bytes,
      encoding: '',
    },
  });
  if (!added.ok && added.error === 'dataset.distributionsFull') return refuse('file', added.error);
  settle(added);
  throw redirect(paths.dataset(dataset));
}

/** What changed meanwhile is a page of its own. */
function settle(result: { ok: true } | { ok: false; error: string }): void {
  if (!result.ok) throw result.error === 'access.notFound' ? notFound() : forbidden();
}
