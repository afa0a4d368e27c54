import { data, redirect } from 'react-router';
import { z } from 'zod';
import { editForm, findWorkingForm } from '#db/programme/call/call-form-edits.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { fieldsOf } from '#shared/programme/application/answers.ts';
import { isCondition } from '#shared/programme/application/check-form.ts';
import { type FieldFaults, parseField, typedFieldOf } from '#shared/programme/application/field-form.ts';
import { changeField, type FieldPlace, findField } from '#shared/programme/application/form-edits.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { RefusedPage } from '../../../kernel/refused-page.tsx';
import { requireCall } from '../call-administration.server.ts';
import { FieldForm } from '../field-form.tsx';
import type { Route } from './+types/call-form-field';

const text = z.string().max(50_000).default('');
const Typed = z.object({
  label: text,
  help: text.transform((given) => given.replaceAll('\r\n', '\n')),
  kind: text,
  required: text,
  min: text,
  max: text,
  choices: text,
  formats: text,
  onlyIf: text,
  criterion: text,
});

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
  const { call } = await requireCall(context, params.appel);
  const place = placeOf(params.champ);
  const working = await findWorkingForm(context.get(servicesContext).db, call.id);
  const field = working && findField(working.form, place);
  if (!field) throw notFound();
  const others = place.block ? [] : fieldsOf(working.form).filter(({ key }) => key !== field.key);
  return {
    call: { id: call.id, title: call.title },
    place,
    field,
    typed: typedFieldOf(field),
    conditions: others.filter(isCondition).map(({ key, label }) => ({ key, label })),
    criteria: place.block ? [] : call.criteria.map(({ key, title }) => ({ key, title })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, call } = await requireCall(context, params.appel);
  const { db, now, newId } = context.get(servicesContext);
  const typed = parseForm(Typed, await request.formData());
  const place = placeOf(params.champ);
  const refused: { faults?: FieldFaults } = {};
  const edited = await editForm(db, {
    ...{ callId: call.id, userId: member.id, now: now(), newId },
    edit: (form) => {
      const before = findField(form, place);
      if (!before) return fail('callForm.notFound');
      const parsed = parseField(before, typed);
      if ('field' in parsed) return ok(changeField(form, place, parsed.field));
      refused.faults = parsed.faults;
      return fail('callForm.cannotSave');
    },
  });
  if (refused.faults) {
    const worded = Object.entries(refused.faults).map(([control, code]) => [control, words.errors[code]]);
    return data({ errors: Object.fromEntries(worded) as Record<string, string>, typed }, 422);
  }
  if (!edited.ok) throw notFound();
  throw redirect(`${programmePaths.callForm(call)}?etat=garde#champ-${place.block ?? place.key}`);
}

export default function CallFormField({ loaderData, actionData }: Route.ComponentProps) {
  const { call, field, typed } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.editTitle(field.label), call.title)}</title>
      <div className="head">
        <h1>{words.editTitle(field.label)}</h1>
      </div>
      <FieldForm
        {...loaderData}
        typed={actionData?.typed ?? typed}
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
