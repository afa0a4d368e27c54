import type { RouterContextProvider } from 'react-router';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { afterOn, goOn } from '../../kernel/done.server.ts';
import { ChosenFile, readFileForm } from '../../kernel/file-form.server.ts';
import { type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { notOurs, refuse, refuseBy } from '../../kernel/refusal.server.ts';

type Context = Readonly<RouterContextProvider>;

interface RecordPage {
  readonly dataset: DatasetForMember;
  readonly by: string;
}

const ofRecord = gesturesOf(({ dataset }: RecordPage) => ({ datasetId: dataset.id }));
const after = afterOn(({ dataset }: Pick<RecordPage, 'dataset'>) => paths.dataset(dataset));

/** [DS12] What data.gouv.fr says of a record is asked before anything is written. */
const dataGouv: Gesture<RecordPage> = {
  async perform(context, { dataset, by }, form) {
    const record = text(form.getAll('record'));
    if (record === null) throw notOurs();
    const services = context.get(servicesContext);
    const read = await services.dataGouv.read(record);
    if (!read.ok) return refuse({ record: read.error }, { form: 'dataGouv' });
    const { resources, ...said } = read.value;
    const kept = { datasetId: dataset.id, dataGouv: { ...said, resources: [...resources] } };
    const done = await services.operations.run('dataset.keepDataGouv', { userId: by }, kept);
    return done.ok
      ? after(words.dataGouvRead, 'data-gouv')(null, { dataset })
      : refuseBy(done, { form: 'dataGouv' });
  },
};

/** What the buttons of the page of a record do. */
export const recordGestures = {
  trash: ofRecord('dataset.trash', {
    fields: {},
    done: ({ id, title }) => ({
      to: paths.datasets(),
      said: words.trashed(title),
      focus: null,
      undo: { label: words.restore, fields: { intent: 'restore', id } },
    }),
  }),
  addUrl: ofRecord('dataset.addUrl', {
    fields: { url: text, name: text, format: text, encoding: text },
    done: after(words.urlAdded, 'distributions'),
  }),
  removeDistribution: ofRecord('dataset.removeDistribution', {
    fields: { distribution: text },
    done: ({ name }, page) =>
      after(name === null ? words.removedAlready : words.removed(name), 'distributions')(null, page),
  }),
  linkResource: ofRecord('dataset.linkResource', {
    fields: { resource: text },
    done: after(words.linked, 'linked-resources'),
  }),
  unlinkResource: ofRecord('dataset.unlinkResource', {
    fields: { resource: text },
    done: (_made, page, { resource }) => ({
      ...after(words.unlinked, 'linked-resources')(null, page),
      undo: { label: words.linkAgain, fields: { intent: 'linkResource', resource } },
    }),
  }),
  dataGouv,
  forgetDataGouv: gesturesOf(({ dataset }: RecordPage) => ({ datasetId: dataset.id, dataGouv: null }))(
    'dataset.keepDataGouv',
    { fields: {}, done: after(words.dataGouvForgotten, 'data-gouv') },
  ),
};

/** [DS5] Keeps a file of ours with a record. */
export async function addFile(context: Context, { dataset, by }: RecordPage, request: Request) {
  const { env, files, operations } = context.get(servicesContext);
  const values = { form: 'addFile' };
  const form = await readFileForm(request, env.UPLOAD_MAX_MB * 1024 * 1024);
  if (!form.ok) return refuse({ file: form.error === 'tooLarge' ? 'file.tooLarge' : 'file.lost' }, values);
  const file = ChosenFile.safeParse(form.value.file);
  if (!file.success) return refuse({ file: 'file.missing' }, values);
  const { name, size } = file.data;
  const sent = { name, body: file.data.stream(), announcedBytes: size };
  const received = await files.receiveFile(sent, { groupId: dataset.group.id, by });
  if (!received.ok) return refuseBy({ error: received.error, fields: { file: received.error } }, values);
  const added = await operations.run(
    'dataset.addFile',
    { userId: by },
    { datasetId: dataset.id, file: received.value.id },
  );
  if (!added.ok) return refuseBy(added, values);
  throw goOn(context, after(words.fileAdded(added.value.name), 'distributions')(null, { dataset }));
}
