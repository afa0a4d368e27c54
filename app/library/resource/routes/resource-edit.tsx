import { Form, Link } from 'react-router';
import type { ResourceForMember } from '#db/library/resource/resources.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, type Gesture } from '../../../kernel/gesture.server.ts';
import { refuseBy } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { requireResource } from '../require-resource.server.ts';
import { formChoices, typedIn } from '../resource-form.server.ts';
import { ResourceFields } from '../resource-form.tsx';
import type { Route } from './+types/resource-edit';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ resource }) => [
    { href: paths.resources(), label: words.title },
    { href: paths.resource(resource), label: resource.title },
    { href: paths.editResource(resource), label: words.form.edit },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, resource } = await requireResource(context, params.ressource, 'resource.share');
  const { themes, producers } = await formChoices(context, member);
  const { address, contentOn, reviewOn } = resource;
  const values = {
    ...resource,
    address: address ?? '',
    contentOn: contentOn ?? '',
    reviewOn: reviewOn ?? '',
    themeIds: resource.themes.map(({ id }) => id),
    source: address === null ? ('file' as const) : ('link' as const),
    upload: null,
  };
  return { resource, values, themes, producers };
}

interface EditPage {
  readonly resource: ResourceForMember;
  readonly by: string;
}

/** Its themes are boxes of names that no form knows beforehand. */
const save: Gesture<EditPage> = {
  async perform(context, { resource, by }, form) {
    const { source: _, ...typed } = typedIn(Object.fromEntries(form));
    const { operations } = context.get(servicesContext);
    const edited = await operations.run(
      'resource.edit',
      { userId: by },
      {
        ...typed,
        themeIds: [...typed.themeIds],
        resourceId: resource.id,
        address: resource.address === null ? null : typed.address,
      },
    );
    if (edited.ok) return { to: paths.resource(edited.value), said: words.form.saved, focus: null };
    const { themeIds, ...texts } = typed;
    return refuseBy(edited, { ...texts, form: 'save', themeIds: themeIds.join(' ') });
  },
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, resource } = await requireResource(context, params.ressource, 'resource.share');
  return act(context, await request.formData(), { save }, { resource, by: member.id });
}

export default function EditResource({ loaderData, actionData }: Route.ComponentProps) {
  const { resource, themes, producers } = loaderData;
  const values = actionData
    ? {
        ...loaderData.values,
        ...actionData.values,
        themeIds: (actionData.values.themeIds ?? '').split(' '),
      }
    : loaderData.values;
  const errors = actionData?.errors ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.form.edit, resource.title)}</title>
      <PageHead title={words.form.edit} lead={resource.title} />
      <Form method="post" className="card max-w-3xl" noValidate>
        <ErrorSummary title={words.form.faults} faults={faultsOf(errors)} answer={actionData} />
        <ResourceFields values={values} errors={errors} themes={themes} producers={producers}>
          {resource.address !== null && (
            <div className="mt-4 mb-4">
              <TextField
                label={words.form.address}
                name="address"
                type="url"
                error={errors.address}
                defaultValue={values.address}
              />
            </div>
          )}
        </ResourceFields>
        <p className="row mt-6">
          <button className="btn primary" type="submit" name="intent" value="save">
            {words.form.save}
          </button>
          <Link className="btn quiet" to={paths.resource(resource)}>
            {words.form.cancel}
          </Link>
        </p>
      </Form>
    </main>
  );
}
