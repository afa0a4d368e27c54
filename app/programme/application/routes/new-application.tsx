import { Form, Link } from 'react-router';
import { listOwnApplications } from '#db/programme/application/applications.ts';
import { listCalls } from '#db/programme/call/calls.ts';
import { loadFormWorld } from '#db/programme/call/form-worlds.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { namedOptions } from '../../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import type { Route } from './+types/new-application';

const said = words.begin;

export const handle = frameHandle({
  crumbs: () => [
    { href: programmePaths.applications(), label: words.title },
    { href: programmePaths.newApplication(), label: said.title },
  ],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId, organisation } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const at = now();
  const open = (await listCalls(db, { mayPrepare: false, now: at })).filter(
    (call) => callStateAt(call, at) === 'open',
  );
  const asked = new URL(request.url).searchParams.get('appel');
  const call = open.find(({ id }) => id === asked) ?? (open.length === 1 ? open[0] : undefined);
  const world = call
    ? await loadFormWorld(db, {
        callId: call.id,
        organisationId: organisation?.id ?? null,
        applicationId: null,
      })
    : null;
  return {
    calls: open.map(({ id, title, closesAt }) => ({ id, title, closesAt })),
    chosen: call?.id ?? '',
    organisation,
    agreements: (world?.agreements ?? []).toSorted((a, b) => inFrench(a.name, b.name)),
    isExempt: world?.hasDerogation ?? false,
    existing: call
      ? (await listOwnApplications(db, { userId, callId: call.id })).filter(
          ({ status }) => status !== 'withdrawn',
        )
      : [],
  };
}

const gestures = {
  create: gesturesOf(() => ({}))('application.create', {
    fields: { appel: text, convention: text },
    done: (made) => ({ to: programmePaths.application(made), said: said.begun, focus: null }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  requireMember(context);
  return act(context, await request.formData(), gestures, null);
}

export default function NewApplication({ loaderData, actionData }: Route.ComponentProps) {
  const { calls, chosen, organisation, agreements, isExempt, existing } = loaderData;
  const errors = actionData?.errors ?? {};
  const values = actionData?.values;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(said.title, words.title)}</title>
      <PageHead title={said.title} lead={said.lead} />
      {existing.length > 0 && (
        <Notice kind="info">
          <p>{said.existing}</p>
          <ul>
            {existing.map((one) => (
              <li key={one.id}>
                <Link to={programmePaths.application(one)}>
                  {said.join} « {one.title || words.untitled} »
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {calls.length === 0 ? (
        <div className="empty">
          <h2>{said.none}</h2>
          <p>{said.noneText}</p>
        </div>
      ) : (
        <Form method="post" className="max-w-3xl" noValidate>
          <input type="hidden" name="intent" value="create" />
          <ErrorSummary title={said.refused} faults={faultsOf(errors)} answer={actionData} />
          <SelectField
            label={said.call}
            name="appel"
            required
            defaultValue={values?.appel ?? chosen}
            error={errors.appel}
          >
            {calls.map(({ id, title, closesAt }) => (
              <option key={id} value={id}>
                {title} ({said.closes(dates.short(closesAt))})
              </option>
            ))}
          </SelectField>
          {organisation && (
            <p className="mt-4">
              <span className="block font-semibold">{said.organisation}</span>
              {organisation.name}
            </p>
          )}
          <SelectField
            label={said.agreement}
            name="convention"
            hint={said.agreementHint}
            error={errors.convention}
            defaultValue={values?.convention ?? ''}
          >
            <option value="">{isExempt ? said.noAgreement : said.ofMyCity}</option>
            {namedOptions(agreements)}
          </SelectField>
          <p className="mt-6">
            <button className="btn primary" type="submit">
              {said.submit}
            </button>
          </p>
        </Form>
      )}
    </main>
  );
}
