import { data, redirect } from 'react-router';
import { createDataset } from '#db/library/dataset/datasets.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import { parseDataset } from '#shared/library/dataset/dataset.ts';
import { paths } from '#shared/paths.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { SelectField } from '../../../ui/field.tsx';
import { DatasetForm as TypedForm, wordsOf } from '../dataset.server.ts';
import { DatasetForm } from '../dataset-form.tsx';
import type { Route } from './+types/new-dataset';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.datasets(), label: words.title },
    { href: paths.newDataset(), label: words.new },
  ],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId, organisation } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const groups = (await listGroupsForMember(db, { userId, now: now() })).filter(({ role }) =>
    canInGroup(role, 'dataset.write'),
  );
  if (groups.length === 0) throw forbidden();
  const isFacilitator = groups.some(({ role }) => role === 'facilitator');
  const all = isFacilitator ? await listOrganisations(db) : organisation ? [organisation] : [];
  return {
    groups: groups.map(({ id, name }) => ({ id, name })),
    organisations: all.map(({ id, name }) => ({ id, name })),
    chosen: {
      group: new URL(request.url).searchParams.get('groupe') ?? '',
      organisation: organisation?.id ?? '',
    },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requireMember(context);
  const { group, organisation, ...typed } = parseForm(TypedForm, await request.formData());
  const refuse = (errors: Partial<Record<string, string>>) =>
    data({ errors, typed, chosen: { group, organisation } }, { status: 422 });
  const parsed = parseDataset(typed);
  if ('faults' in parsed) return refuse(wordsOf(parsed.faults));
  const { db, now, newId } = context.get(servicesContext);
  const made = await createDataset(db, {
    datasetId: newId(),
    activityId: newId(),
    groupId: group,
    organisationId: organisation || null,
    fields: parsed.fields,
    userId,
    now: now(),
  });
  if (made.ok) return redirect(paths.dataset(made.value));
  if (made.error === 'dataset.organisationNotYours' || made.error === 'organisation.notFound')
    return refuse({ organisation: fr.errors[made.error] });
  throw made.error === 'access.notFound' ? notFound() : forbidden();
}

export default function NewDataset({
  loaderData: { groups, organisations, chosen },
  actionData,
}: Route.ComponentProps) {
  const typed = actionData?.chosen ?? chosen;
  const errors = actionData?.errors ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <div className="head">
        <h1>{words.new}</h1>
      </div>
      <DatasetForm
        typed={actionData?.typed ?? {}}
        errors={errors}
        answer={actionData}
        submit={words.create}
        cancel={paths.datasets()}
      >
        <SelectField label={words.group} name="group" defaultValue={typed.group || groups[0]?.id}>
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={words.organisation}
          name="organisation"
          error={errors.organisation}
          defaultValue={typed.organisation}
        >
          {organisations.length === 0 && <option value="">{words.noOrganisation}</option>}
          {organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </DatasetForm>
    </main>
  );
}
