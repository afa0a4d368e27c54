import { Form, redirect } from 'react-router';
import { hasAnyPerson } from '#db/people/person/people.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { refuse, refuseBy } from '../../../kernel/refusal.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { AccountFields } from '../account-fields.tsx';
import { readAccountForm } from '../account-form.server.ts';
import { Door } from '../door.tsx';
import { signIn } from '../sign-in.server.ts';
import type { Route } from './+types/first-installation';

export const handle = staticPage;

const words = people.installation;

export async function loader({ context }: Route.LoaderArgs) {
  const { db, env } = context.get(servicesContext);
  if (await hasAnyPerson(db)) throw notFound();
  return { asksSecondFactor: env.secondFactorRoles.includes('admin') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { auth, db, operations } = context.get(servicesContext);
  if (await hasAnyPerson(db)) throw notFound();
  const form = await readAccountForm(context.get(servicesContext), request);
  if (!form.ok) return refuse(form.errors, form.draft);
  const { draft, password, passwordHash } = form;
  const made = await operations.run('account.createFirst', { userId: null }, { ...draft, passwordHash });
  if (!made.ok) return refuseBy(made, draft);
  const answer = await signIn(auth, request, { email: draft.email, password });
  throw redirect(paths.home(), answer.ok ? { headers: answer.headers } : undefined);
}

export default function FirstInstallation({ loaderData, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? {};
  return (
    <Door title={words.title}>
      <title>{frame.pageTitle(words.title)}</title>
      <p className="muted mt-2">{words.lead}</p>
      {loaderData.asksSecondFactor && <p className="muted mt-2">{words.next}</p>}
      <Form method="post" reloadDocument noValidate className="mt-5">
        <ErrorSummary title={people.refused(errors)} faults={faultsOf(errors)} answer={actionData} />
        <AccountFields
          email={{ value: actionData?.values.email ?? '', isFixed: false }}
          name={actionData?.values.name}
          jobTitle={actionData?.values.jobTitle}
          errors={errors}
        />
        <p className="mt-5">
          <button className="btn primary wide-s" type="submit">
            {words.submit}
          </button>
        </p>
      </Form>
    </Door>
  );
}
