import { Form } from 'react-router';
import { findWorkingForm } from '#db/programme/call/call-form-edits.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { askedFieldCount, checkForm } from '#shared/programme/application/check-form.ts';
import { call as callWords } from '#shared/programme/call/call.fr.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { RefusedPage } from '../../../kernel/refused-page.tsx';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { requireCall } from '../call-administration.server.ts';
import { FormEditor } from '../form-editor.tsx';
import { formGestures } from '../form-gestures.server.ts';
import { FormRules } from '../form-rules.tsx';
import { FormState } from '../form-state.tsx';
import type { Route } from './+types/call-form';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ call }) => [
    { href: programmePaths.administrationCalls(), label: callWords.administration.title },
    { href: programmePaths.administrationCall(call), label: call.title },
    { href: programmePaths.callForm(call), label: words.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const call = await requireCall(context, params.appel);
  const working = await findWorkingForm(context.get(servicesContext).db, call.id);
  if (!working) throw notFound();
  return {
    call: { id: call.id, title: call.title },
    ...working,
    counts: askedFieldCount(working.form),
    faults: checkForm(working.form, call.criteria.length),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { id, title } = await requireCall(context, params.appel);
  return act(context, await request.formData(), formGestures, { call: { id, title } });
}

export default function CallFormEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { call, form, version, changes, counts, faults } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, call.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead(version)}</p>
          <p className="muted mt-2">{words.momentCounts(counts.fields, counts.selected)}</p>
        </div>
      </div>
      <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
      <div className="stack-lg">
        <FormState call={call} version={version} changes={changes} faults={faults} />
        <FormEditor call={call} form={form} />
        <section className="plate" aria-labelledby="nouvelle-section">
          <h2 className="mb-3" id="nouvelle-section">
            {words.newSection}
          </h2>
          <Form method="post" key={form.sections.length} className="max-w-3xl">
            <input type="hidden" name="intent" value="addSection" />
            <TextField
              label={words.sectionTitle}
              name="label"
              id="section-title"
              autoComplete="off"
              required
            />
            <button className="btn mt-3" type="submit">
              {words.addSection}
            </button>
          </Form>
        </section>
        <FormRules rules={form.rules} />
      </div>
    </main>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} isFramed />;
}
