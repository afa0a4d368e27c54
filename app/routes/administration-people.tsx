import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { listGroupsForMember } from '#db/groups.ts';
import { listInvitations } from '#db/invitations.ts';
import { listOrganisations } from '#db/organisations.ts';
import { listPeople } from '#db/people.ts';
import { canOnPlatform } from '#shared/access.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { people as peopleWords } from '#shared/messages/fr/people.ts';
import { paths } from '#shared/paths.ts';
import { requirePlatform } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { frameHandle } from '../frame-handle.ts';
import { administer, PeopleForm, rightFor } from '../people/administer.server.ts';
import { inviteByForm } from '../people/invite.server.ts';
import { InviteForm } from '../people/invite-form.tsx';
import { OrganisationForm } from '../people/organisation-form.tsx';
import { PendingInvitations } from '../people/pending-invitations.tsx';
import { PeopleTable } from '../people/people-table.tsx';
import { parseForm, refuse } from '../refusal.server.ts';
import { City } from '../ui/city.tsx';
import { ErrorSummary, faultsOf } from '../ui/error-summary.tsx';
import { TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/administration-people';

const words = peopleWords.administration;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationPeople(), label: words.title },
  ],
});

const News = z
  .enum([
    'invitation',
    'ajout',
    'renvoi',
    'retrait',
    'changement',
    'suspension',
    'retablissement',
    'organisation',
  ])
  .nullable()
  .catch(null);

export async function loader({ request, context }: Route.LoaderArgs) {
  const member = requirePlatform(context, 'people.read');
  const { db, now } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get('q') ?? '').replaceAll('\0', '').slice(0, 100);
  const at = now();
  const [people, organisations, groups, invitations] = await Promise.all([
    listPeople(db, { search }),
    listOrganisations(db),
    listGroupsForMember(db, { userId: member.id, now: at }),
    listInvitations(db),
  ]);
  return {
    people,
    organisations,
    groups: groups.map(({ id, name }) => ({ id, name })),
    invitations,
    search,
    youId: member.id,
    canChange: canOnPlatform(member.platformRole, 'platform.administer'),
    news: News.parse(searchParams.get('etat')),
    now: at,
  };
}

const Invite = z.object({ intent: z.literal('invite') });

export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const page = paths.administrationPeople();
  const form = await request.formData();
  if (Invite.safeParse(Object.fromEntries(form)).success) {
    const member = requirePlatform(context, 'people.invite');
    const invited = await inviteByForm(services, form, member);
    if (!invited.ok) return refuse(invited.errors, { form: 'invite', ...invited.draft });
    if (invited.userId) services.rooms.recheck({ userId: invited.userId });
    throw redirect(`${page}?etat=${invited.userId ? 'ajout' : 'invitation'}`);
  }
  const typed = parseForm(PeopleForm, form);
  const member = requirePlatform(context, rightFor(typed.intent));
  const answer = await administer(services, member.id, typed);
  if (!answer.ok) return refuse(answer.errors, { ...typed, form: answer.form });
  throw redirect(`${page}?etat=${answer.news}`);
}

export default function AdministrationPeople({ loaderData, actionData }: Route.ComponentProps) {
  const { people, organisations, groups, invitations, search, youId, canChange, news, now } = loaderData;
  const refusal = actionData && {
    form: actionData.values.form,
    errors: actionData.errors,
    values: actionData.values,
  };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <div className="head">
        <h1>{words.people}</h1>
      </div>
      {news && !refusal && <Notice kind="success">{words.news[news]}</Notice>}
      {refusal?.form === '' && (
        <ErrorSummary title={words.refused} faults={faultsOf(refusal.errors)} answer={actionData} />
      )}
      <div className="cols">
        <section className="plate" aria-labelledby="people">
          <header>
            <h2 id="people">{words.count(people.length)}</h2>
            {search && <Link to={paths.administrationPeople()}>{words.showAll}</Link>}
          </header>
          <Form className="search-row mb-4">
            <TextField label={words.search} name="q" type="search" defaultValue={search} key={search} />
            <button className="btn" type="submit">
              {words.searchSubmit}
            </button>
          </Form>
          {people.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <PeopleTable people={people} changing={canChange ? { youId, organisations, refusal } : null} />
          )}
        </section>
        <aside className="stack-lg" aria-label={words.inviteTitle}>
          {invitations.length > 0 && (
            <section className="plate" aria-labelledby="pending">
              <header>
                <h2 id="pending">{peopleWords.invite.pending}</h2>
              </header>
              <PendingInvitations invitations={invitations} showGroup now={now} />
            </section>
          )}
          <section className="plate" aria-labelledby="invite">
            <header>
              <h2 id="invite">{words.inviteTitle}</h2>
            </header>
            <InviteForm
              organisations={organisations}
              groups={groups}
              refusal={refusal?.form === 'invite' ? refusal : undefined}
            />
          </section>
          <section className="plate" aria-labelledby="organisations">
            <header>
              <h2 id="organisations">{words.organisationsCount(organisations.length)}</h2>
            </header>
            <ul className="ruled small">
              {organisations.map((organisation) => (
                <li key={organisation.id}>
                  <City {...organisation} />
                  <p className="muted">{words.kinds[organisation.kind]}</p>
                </li>
              ))}
            </ul>
            <h3 className="mt-6 mb-3">{words.newOrganisation}</h3>
            <OrganisationForm refusal={refusal} />
          </section>
        </aside>
      </div>
    </main>
  );
}
