import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { namedOptions } from '../../../ui/choices.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { recordFields } from '../dataset.server.ts';
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
      groupId: new URL(request.url).searchParams.get('groupe') ?? '',
      organisation: organisation?.id ?? '',
    },
  };
}

const gestures = {
  create: gesturesOf(() => ({}))('dataset.create', {
    fields: { ...recordFields, groupId: text, organisation: text },
    done: (made) => ({ to: paths.dataset(made), said: words.created(made.title), focus: null }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  requireMember(context);
  return act(context, await request.formData(), gestures, null);
}

export default function NewDataset({
  loaderData: { groups, organisations, chosen },
  actionData,
}: Route.ComponentProps) {
  const typed: Readonly<Partial<Record<string, string>>> = actionData?.values ?? chosen;
  const errors = actionData?.errors ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <PageHead title={words.new} />
      <DatasetForm answer={actionData} intent="create" submit={words.create} cancel={paths.datasets()}>
        <SelectField label={words.group} name="groupId" defaultValue={typed.groupId || groups[0]?.id}>
          {namedOptions(groups)}
        </SelectField>
        <SelectField
          label={words.organisation}
          name="organisation"
          error={errors.organisation}
          defaultValue={typed.organisation}
        >
          {organisations.length === 0 && <option value="">{words.noOrganisation}</option>}
          {namedOptions(organisations)}
        </SelectField>
      </DatasetForm>
    </main>
  );
}
