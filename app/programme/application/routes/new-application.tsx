import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { createApplication } from '#db/programme/application/application-creation.ts';
import { listOwnApplications } from '#db/programme/application/applications.ts';
import { listCalls } from '#db/programme/call/calls.ts';
import { loadFormWorld } from '#db/programme/call/form-worlds.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
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
    agreements: (world?.agreements ?? []).toSorted((a, b) => new Intl.Collator('fr').compare(a.name, b.name)),
    isExempt: world?.hasDerogation ?? false,
    existing: call
      ? (await listOwnApplications(db, { userId, callId: call.id })).filter(
          ({ status }) => status !== 'withdrawn',
        )
      : [],
  };
}

const NewForm = z.object({ appel: z.string().max(64), convention: z.string().max(20).default('') });

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requireMember(context);
  const typed = parseForm(NewForm, await request.formData());
  const { db, now, newId, rooms } = context.get(servicesContext);
  const made = await createApplication(db, {
    applicationId: newId(),
    eventId: newId(),
    callId: typed.appel,
    agreementId: typed.convention || null,
    userId,
    now: now(),
  });
  if (!made.ok) {
    if (made.error === 'access.notFound') throw notFound();
    const isOfAgreement = made.error.startsWith('application.agreement');
    return refuse({ [isOfAgreement ? 'convention' : '']: made.error }, typed);
  }
  rooms.tellMade(`application:${made.value.id}`);
  throw redirect(programmePaths.application(made.value));
}

export default function NewApplication({ loaderData, actionData }: Route.ComponentProps) {
  const { calls, chosen, organisation, agreements, isExempt, existing } = loaderData;
  const errors = actionData?.errors ?? {};
  const values = actionData?.values;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(said.title, words.title)}</title>
      <div className="head">
        <div>
          <h1>{said.title}</h1>
          <p className="lead">{said.lead}</p>
        </div>
      </div>
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
            {agreements.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
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
