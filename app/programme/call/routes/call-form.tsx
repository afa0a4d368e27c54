import { data, Form, redirect } from 'react-router';
import { findWorkingForm } from '#db/programme/call/call-form-edits.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { checkForm } from '#shared/programme/application/check-form.ts';
import { call as callWords } from '#shared/programme/call/call.fr.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { RefusedPage } from '../../../kernel/refused-page.tsx';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { requireCall } from '../call-administration.server.ts';
import { doGesture, FormGesture } from '../edit-form.server.ts';
import { FormEditor } from '../form-editor.tsx';
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

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { call } = await requireCall(context, params.appel);
  const working = await findWorkingForm(context.get(servicesContext).db, call.id);
  if (!working) throw notFound();
  const news = new URL(request.url).searchParams.get('etat') ?? '';
  return {
    call: { id: call.id, title: call.title },
    ...working,
    faults: checkForm(working.form, call.criteria.length),
    news: Object.entries(words.news).find(([key]) => key === news)?.[1] ?? null,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, call } = await requireCall(context, params.appel);
  const sent = await request.formData();
  const gesture = parseForm(FormGesture, sent);
  const rules = sent.getAll('rule').map(String);
  const by = { callId: call.id, userId: member.id };
  const done = await doGesture(context.get(servicesContext), by, gesture, rules);
  if (done.ok) {
    const { made, news } = done.value;
    throw redirect(
      made ? programmePaths.callFormField(call, made) : `${programmePaths.callForm(call)}?etat=${news}`,
    );
  }
  if (done.error === 'access.notFound') throw notFound();
  return data({ errors: { '': words.errors[done.error] } }, 422);
}

export default function CallFormEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { call, form, version, changes, faults, news } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, call.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead(version)}</p>
        </div>
      </div>
      <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
      {news && !actionData && <Notice kind="success">{news}</Notice>}
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
