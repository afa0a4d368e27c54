import { Form, Link, redirect } from 'react-router';
import { editResource } from '#db/library/resource/resources.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { parseAddress, parseResource } from '#shared/library/resource/resource.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { refuse } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
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

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, resource } = await requireResource(context, params.ressource, 'resource.share');
  const typed = typedIn(Object.fromEntries(await request.formData()));
  const values = { ...typed, upload: null };
  const facts = parseResource(typed);
  const address = resource.address === null ? null : parseAddress(typed.address);
  if (!facts.ok || (address && !address.ok)) {
    return refuse(
      { ...(facts.ok ? {} : facts.errors), ...(address && !address.ok && { address: address.error }) },
      values,
    );
  }
  const { db, now, newId } = context.get(servicesContext);
  const saved = await editResource(db, {
    resourceId: resource.id,
    groupId: resource.group.id,
    by: member.id,
    now: now(),
    activityId: newId(),
    facts: facts.value,
    address: address?.value ?? null,
    themeIds: typed.themeIds,
  });
  if (!saved.ok) throw notFound();
  return redirect(paths.resource({ id: resource.id, title: facts.value.title }));
}

export default function EditResource({ loaderData, actionData }: Route.ComponentProps) {
  const { resource, themes, producers } = loaderData;
  const values = actionData?.values ?? loaderData.values;
  const errors = actionData?.errors ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.form.edit, resource.title)}</title>
      <div className="head">
        <div>
          <h1>{words.form.edit}</h1>
          <p className="lead">{resource.title}</p>
        </div>
      </div>
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
          <button className="btn primary" type="submit">
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
