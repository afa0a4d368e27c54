import { data, Form, Link, redirect } from 'react-router';
import { findInvitation } from '#db/people/invitation/invitations.ts';
import { access } from '#shared/kernel/access/access.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { refuse, refuseBy } from '../../../kernel/refusal.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { AccountFields } from '../account-fields.tsx';
import { readAccountForm } from '../account-form.server.ts';
import { Door } from '../door.tsx';
import { signIn } from '../sign-in.server.ts';
import type { Route } from './+types/invitation';

export const handle = staticPage;

const words = people.invitation;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, now } = context.get(servicesContext);
  const found = await findInvitation(db, { token: params.jeton, now: now() });
  if (!found) return data({ invitation: null }, { status: 404 });
  const { email, name, inviter, group, role, until } = found;
  return data({ invitation: { email, name, inviter, group: group?.name ?? null, role, until } });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { auth, db, operations, now } = context.get(servicesContext);
  const invitation = await findInvitation(db, { token: params.jeton, now: now() });
  if (!invitation) throw redirect(paths.invitation(params.jeton));
  const form = await readAccountForm(context.get(servicesContext), request, invitation.email);
  if (!form.ok) return refuse(form.errors, form.draft);
  const { password, passwordHash, draft } = form;
  const account = { token: params.jeton, name: draft.name, jobTitle: draft.jobTitle, passwordHash };
  const accepted = await operations.run('invitation.accept', { userId: null }, account);
  if (!accepted.ok) return refuseBy(accepted, draft);
  const { email, groupId } = accepted.value;
  const answer = await signIn(auth, request, { email, password });
  if (!answer.ok) throw redirect(paths.signIn());
  throw redirect(groupId ? paths.group({ id: groupId }) : paths.home(), { headers: answer.headers });
}

export default function Invitation({ loaderData: { invitation }, actionData }: Route.ComponentProps) {
  if (!invitation) {
    return (
      <Door title={words.unusableTitle}>
        <title>{frame.pageTitle(words.title)}</title>
        <p className="lead mt-3">{people.errors['invitation.unusable']}</p>
        <p className="mt-5">
          <Link className="btn primary" to={paths.signIn()}>
            {people.signIn.submit}
          </Link>
        </p>
      </Door>
    );
  }
  const errors = actionData?.errors ?? {};
  return (
    <Door title={words.heading(invitation.group)}>
      <title>{frame.pageTitle(words.title)}</title>
      <p className="muted mt-2">{words.lead(invitation.inviter)}</p>
      {invitation.role && <p className="muted mt-1">{words.role(access.groupRoles[invitation.role])}</p>}
      {invitation.until && (
        <p className="muted mt-1">{words.until(dates.day(new Date(invitation.until.getTime() - 1)))}</p>
      )}
      <Form method="post" reloadDocument noValidate className="mt-5">
        <ErrorSummary title={people.refused(errors)} faults={faultsOf(errors)} answer={actionData} />
        <AccountFields
          email={{ value: invitation.email, isFixed: true }}
          name={actionData?.values.name ?? invitation.name}
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
