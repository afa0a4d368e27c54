import { type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import { restoreVersion } from '#db/library/resource/new-resource-version.ts';
import { trashResource } from '#db/library/resource/resource-trash.ts';
import { type ResourceForMember, shareWithAll } from '#db/library/resource/resources.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';
import { type Member, servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { notOurs, refuse } from '../../kernel/refusal.server.ts';
import { readResourceForm, sentUpload } from './resource-form.server.ts';

const Change = z.object({
  intent: z.enum(['addVersion', 'restore', 'shareWithAll', 'keepToGroup', 'trash']),
  number: z.coerce.number().int().min(1).max(1_000_000).optional(),
  note: z.string().max(20_000).catch(''),
});

/** One gesture on the page of a resource. The caller has checked that this person may share in its group. */
export async function changeResource(
  context: Readonly<RouterContextProvider>,
  request: Request,
  { member, resource }: { member: Member; resource: ResourceForMember },
) {
  const { db, resources, now, newId } = context.get(servicesContext);
  const mine = { groupId: resource.group.id, by: member.id };
  const form = await readResourceForm(context, request);
  if (!form.ok) return refuse({ file: form.error }, { note: '', upload: null });
  const asked = Change.safeParse(form.value);
  if (!asked.success) throw notOurs();
  const { intent, number, note } = asked.data;
  const change = { ...mine, resourceId: resource.id, now: now(), activityId: newId() };
  const page = paths.resource(resource);
  if (intent === 'addVersion') {
    const upload = await sentUpload(context, form.value, mine);
    if (!upload.ok) return refuse({ file: upload.error }, { note, upload: null });
    const values = { note, upload: upload.value };
    if (!upload.value) return refuse({ file: 'file.missing' }, values);
    const version = { ...mine, resourceId: resource.id, uploadId: upload.value.id, note };
    const added = await resources.addVersion(version);
    if (added.ok) return redirect(page);
    const field = added.error === 'resource.noteTooLong' ? 'note' : 'file';
    return refuse({ [field]: added.error }, values);
  }
  if (intent === 'trash') {
    if (!(await trashResource(db, change)).ok) throw notFound();
    const { id, name } = resource.group;
    return redirect(`${paths.groupResources({ id, title: name })}?corbeille=${resource.id}`);
  }
  if (intent === 'restore') {
    const from = { number: number ?? 0, versionId: newId(), note: words.page.restoredFrom(number ?? 0) };
    if (!(await restoreVersion(db, { ...change, ...from })).ok) throw notFound();
    await resources.hurry();
    return redirect(page);
  }
  if (!canOnPlatform(member.platformRole, 'resource.shareWithAll')) throw forbidden();
  if (!(await shareWithAll(db, { ...change, isForAll: intent === 'shareWithAll' })).ok) throw notFound();
  return redirect(page);
}
