import { data, type RouterContextProvider } from 'react-router';
import type { ResourceForMember } from '#db/library/resource/resources.ts';
import { trash } from '#shared/documents/trash/trash.fr.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { afterOn, goOn } from '../../kernel/done.server.ts';
import { act, type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { notOurs, refuse, refuseBy } from '../../kernel/refusal.server.ts';
import { readResourceForm, sentUpload } from './resource-form.server.ts';

type Context = Readonly<RouterContextProvider>;
interface ResourcePage {
  readonly resource: ResourceForMember;
  readonly by: string;
}

const ofResource = gesturesOf(({ resource }: ResourcePage) => ({ resourceId: resource.id }));
const after = afterOn(({ resource }: Pick<ResourcePage, 'resource'>) => paths.resource(resource));
const sharing = (isForAll: boolean) =>
  gesturesOf(({ resource }: ResourcePage) => ({ resourceId: resource.id, isForAll }))(
    'resource.shareWithAll',
    {
      fields: {},
      done: (_made, page) =>
        after(isForAll ? words.page.nowForAll : words.page.nowOfGroup, 'facts')(null, page),
    },
  );

/** [RS7] The version that is there anew is looked at like one that has just come. */
const restore: Gesture<ResourcePage> = {
  async perform(context, { resource, by }, form) {
    const number = text(form.getAll('number'));
    if (number === null) throw notOurs();
    const { operations, resources } = context.get(servicesContext);
    const back = { resourceId: resource.id, number };
    const restored = await operations.run('resource.restoreVersion', { userId: by }, back);
    if (!restored.ok) return refuseBy(restored, { form: '' });
    await resources.hurry();
    return after(words.page.restored(Number(number), restored.value.number), 'versions')(null, { resource });
  },
};

const gestures = {
  restore,
  shareWithAll: sharing(true),
  keepToGroup: sharing(false),
  trash: ofResource('resource.trash', {
    fields: {},
    done: ({ id, title }, { resource: { group } }) => {
      const titled = { id: group.id, title: group.name };
      const undo = { label: trash.undo, action: paths.groupResourcesTrash(titled) };
      return {
        to: paths.groupResources(titled),
        said: trash.trashed(title),
        focus: null,
        undo: { ...undo, fields: { intent: 'restore', id } },
      };
    },
  }),
};

/** One gesture on the page of a resource: of its forms, the one of a new version brings a file. */
export async function changeResource(context: Context, request: Request, page: ResourcePage) {
  const form = await readResourceForm(context, request);
  if (!form.ok) return refuse({ file: form.error }, { note: '', upload: null });
  if (form.value.intent === 'addVersion') return addVersion(context, page, form.value);
  const sent = new FormData();
  for (const [name, value] of Object.entries(form.value))
    if (typeof value === 'string') sent.append(name, value);
  const refused = await act(context, sent, gestures, page);
  return data({ errors: refused.data.errors, values: { note: '', upload: null } }, { status: 422 });
}

async function addVersion(
  context: Context,
  { resource, by }: ResourcePage,
  form: Readonly<Record<string, unknown>>,
) {
  const mine = { groupId: resource.group.id, by };
  const note = typeof form.note === 'string' ? form.note.slice(0, 20_000) : '';
  const upload = await sentUpload(context, form, mine);
  if (!upload.ok) return refuse({ file: upload.error }, { note, upload: null });
  const values = { note, upload: upload.value };
  if (!upload.value) return refuse({ file: 'file.missing' }, values);
  const version = { ...mine, resourceId: resource.id, uploadId: upload.value.id, note };
  const added = await context.get(servicesContext).resources.addVersion(version);
  if (added.ok)
    throw goOn(context, after(words.page.added(added.value.number), 'versions')(null, { resource }));
  return refuse({ [added.error === 'resource.noteTooLong' ? 'note' : 'file']: added.error }, values);
}
