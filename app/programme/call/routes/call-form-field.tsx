import { findWorkingForm } from '#db/programme/call/call-form-edits.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { fieldsOf } from '#shared/programme/application/answers.ts';
import { isCondition } from '#shared/programme/application/check-form.ts';
import { typedFieldOf } from '#shared/programme/application/field-form.ts';
import { FIELD_PURPOSES } from '#shared/programme/application/form.ts';
import { type FieldPlace, findField } from '#shared/programme/application/form-edits.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { RefusedPage } from '../../../kernel/refused-page.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { requireCall } from '../call-administration.server.ts';
import { FieldForm } from '../field-form.tsx';
import { fieldGestures } from '../form-gestures.server.ts';
import type { Route } from './+types/call-form-field';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ call, field, place }) => [
    { href: programmePaths.administrationCall(call), label: call.title },
    { href: programmePaths.callForm(call), label: words.title },
    { href: programmePaths.callFormField(call, place), label: field.label },
  ],
});

/** `bloc.champ`, or `champ`. */
function placeOf(segment: string): FieldPlace {
  const [first = '', second] = segment.split('.');
  return second === undefined ? { key: first } : { key: second, block: first };
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const call = await requireCall(context, params.appel);
  const place = placeOf(params.champ);
  const working = await findWorkingForm(context.get(servicesContext).db, call.id);
  const field = working && findField(working.form, place);
  if (!field) throw notFound();
  const others = place.block ? [] : fieldsOf(working.form).filter(({ key }) => key !== field.key);
  return {
    call: { id: call.id, title: call.title },
    place,
    field,
    isInner: place.block !== undefined,
    typed: typedFieldOf(field),
    conditions: others.filter(isCondition).map(({ key, label }) => ({ key, label })),
    purposes: place.block ? [] : FIELD_PURPOSES,
    criteria: place.block ? [] : call.criteria.map(({ key, title }) => ({ key, title })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const call = await requireCall(context, params.appel);
  return act(context, await request.formData(), fieldGestures, { call, place: placeOf(params.champ) });
}

export default function CallFormField({ loaderData, actionData }: Route.ComponentProps) {
  const { call, field, typed } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.editTitle(field.label), call.title)}</title>
      <PageHead title={words.editTitle(field.label)} />
      <FieldForm
        {...loaderData}
        typed={actionData?.values ?? { ...typed }}
        errors={actionData?.errors ?? {}}
        answer={actionData}
        cancel={programmePaths.callForm(call)}
      />
    </main>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} isFramed />;
}
