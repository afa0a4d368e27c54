import { data, Link } from 'react-router';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { countApplications } from '#db/programme/call/call-changes.ts';
import { listDerogations } from '#db/programme/call/call-derogations.ts';
import { listCallEvents } from '#db/programme/call/call-events.ts';
import { findWorkingForm } from '#db/programme/call/call-form-edits.ts';
import { listExtensions } from '#db/programme/call/calls.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { askedFieldCount } from '#shared/programme/application/check-form.ts';
import { call as words } from '#shared/programme/call/call.fr.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { RefusedPage } from '../../../kernel/refused-page.tsx';
import { requireCall } from '../call-administration.server.ts';
import { CallCriteriaForm } from '../call-criteria.tsx';
import { CallDerogations } from '../call-derogations.tsx';
import { CallExtensionForm } from '../call-extension.tsx';
import { CallCalendar } from '../call-facts.tsx';
import { callGestures } from '../call-gestures.server.ts';
import { CallHistory } from '../call-history.tsx';
import { CallPublication } from '../call-publication.tsx';
import { typedCriteriaOf, typedOf } from '../call-settings.server.ts';
import { CallSettingsForm } from '../call-settings-form.tsx';
import { CallStateBadge } from '../call-state.tsx';
import type { Route } from './+types/administration-call';

const said = words.administration;

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ call }) => [
    { href: paths.administration(), label: frame.administration },
    { href: programmePaths.administrationCalls(), label: said.title },
    { href: programmePaths.administrationCall(call), label: call.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const call = await requireCall(context, params.appel);
  const { db, now } = context.get(servicesContext);
  const at = now();
  const [form, extensions, derogations, events, organisations, applications] = await Promise.all([
    findWorkingForm(db, call.id),
    listExtensions(db, call.id),
    listDerogations(db, call.id),
    listCallEvents(db, call.id),
    listOrganisations(db),
    countApplications(db, call.id),
  ]);
  return {
    call,
    typed: typedOf(call),
    state: callStateAt(call, at),
    hasOpened: call.opensAt <= at,
    form: form && { version: form.version, ...askedFieldCount(form.form) },
    extensions,
    derogations,
    events,
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    applications,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const call = await requireCall(context, params.appel);
  const sent = await request.formData();
  const { data: refused, init } = await act(context, sent, callGestures, { call });
  return data({ ...refused, lines: typedCriteriaOf(sent) }, init ?? undefined);
}

export default function AdministrationCall({ loaderData, actionData }: Route.ComponentProps) {
  const { call, typed, state, hasOpened, form, applications } = loaderData;
  const refused = (form: string) => {
    const answer = actionData?.values.form === form ? actionData : null;
    return { errors: answer?.errors ?? {}, typed: answer?.values ?? {}, answer };
  };
  const criteria = refused('criteria');
  const lines =
    criteria.answer?.lines ?? call.criteria.map((one) => ({ ...one, weight: String(one.weight) }));
  const settings = refused('save');
  return (
    <main id="contenu">
      <title>{frame.pageTitle(call.title, said.title)}</title>
      <div className="head">
        <div>
          <h1>{call.title}</h1>
          <p className="row mt-2">
            <CallStateBadge state={state} />
            <span className="muted">
              {call.season.name} · {said.count(said.applications(applications.begun, applications.submitted))}
            </span>
          </p>
        </div>
        <a className="btn" href={programmePaths.call(call)}>
          {said.seePublic}
        </a>
      </div>
      <div className="cols">
        <div className="stack-lg">
          <section className="plate" aria-labelledby="reglages">
            <h2 className="mb-3" id="reglages">
              {said.settings}
            </h2>
            <CallSettingsForm
              typed={settings.answer ? settings.typed : { ...typed }}
              errors={settings.errors}
              answer={settings.answer}
              submit={said.save}
            />
          </section>
          <CallCriteriaForm
            key={JSON.stringify(call.criteria)}
            lines={lines}
            isFixed={applications.submitted > 0}
            errors={criteria.errors}
            answer={criteria.answer}
          />
          <CallDerogations {...loaderData} {...refused('grant')} />
        </div>
        <div className="stack-lg">
          <CallPublication
            state={state}
            opensAt={call.opensAt}
            hasOpened={hasOpened}
            isTaken={applications.begun > 0}
            {...refused(state === 'preparing' ? 'publish' : 'unpublish')}
          />
          {form && (
            <section className="plate" aria-labelledby="formulaire">
              <h2 className="mb-2" id="formulaire">
                {said.form}
              </h2>
              <p className="mb-3">{said.formLead(form.version, form.fields, form.selected)}</p>
              <Link className="btn" to={programmePaths.callForm(call)}>
                {said.editForm}
              </Link>
            </section>
          )}
          {state !== 'preparing' && <CallExtensionForm state={state} {...refused('extend')} />}
          <CallCalendar {...call} extensions={loaderData.extensions} />
          <CallHistory events={loaderData.events} />
        </div>
      </div>
    </main>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} isFramed />;
}
