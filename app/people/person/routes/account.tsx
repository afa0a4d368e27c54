import { Form, Link } from 'react-router';
import { access } from '#shared/kernel/access/access.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { ownOrganisation } from '#shared/people/organisation/own-organisation.fr.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { JOB_TITLE_MAX, NAME_MAX } from '#shared/people/person/person.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { City } from '../../../ui/city.tsx';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { AccountHeader } from '../account-header.tsx';
import type { Route } from './+types/account';

const words = people.account;

export const handle = frameHandle({ crumbs: () => [{ href: paths.account(), label: words.title }] });

export function loader({ context }: Route.LoaderArgs) {
  return { member: requireMember(context) };
}

const gestures = {
  save: gesturesOf(() => ({}))('account.editProfile', {
    fields: { name: text, jobTitle: text },
    done: () => ({ to: paths.account(), said: words.saved, focus: 'profile' }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  requireMember(context);
  return act(context, await request.formData(), gestures, null);
}

export default function Account({ loaderData: { member }, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? {};
  const { organisation, email, platformRole } = member;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <AccountHeader />
      <div className="cols">
        <Plate id="profile" title={words.profileTitle}>
          <Form method="post" noValidate className="max-w-[34rem]">
            <ErrorSummary title={people.refused(errors)} faults={faultsOf(errors)} answer={actionData} />
            <TextField
              label={people.name}
              name="name"
              autoComplete="name"
              required
              maxLength={NAME_MAX}
              defaultValue={actionData?.values.name ?? member.name}
              error={errors.name}
            />
            <TextField
              label={people.jobTitle}
              name="jobTitle"
              autoComplete="organization-title"
              maxLength={JOB_TITLE_MAX}
              hint={people.jobTitleHint}
              defaultValue={actionData?.values.jobTitle ?? member.jobTitle}
              error={errors.jobTitle}
            />
            <p className="mt-5">
              <button className="btn primary wide-s" type="submit" name="intent" value="save">
                {words.save}
              </button>
            </p>
          </Form>
        </Plate>
        <aside className="plate" aria-label={words.title}>
          <dl className="stack">
            <div>
              <dt className="over">{people.email}</dt>
              <dd className="break-words">{email}</dd>
              <dd className="muted small">{words.emailHint}</dd>
            </div>
            <div>
              <dt className="over">{words.organisation}</dt>
              <dd>{organisation ? <City {...organisation} /> : words.noOrganisation}</dd>
              {member.administersId && (
                <dd className="mt-2">
                  <Link to={paths.accountOrganisation()}>{ownOrganisation.open}</Link>
                </dd>
              )}
            </div>
            <div>
              <dt className="over">{words.platformRole}</dt>
              <dd>{access.platformRoles[platformRole]}</dd>
            </div>
          </dl>
        </aside>
      </div>
    </main>
  );
}
