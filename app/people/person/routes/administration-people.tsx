import { Form, Link } from 'react-router';
import { listErasures } from '#db/operations/personal-data/erasures.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listInvitations } from '#db/people/invitation/invitations.ts';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { listPeople } from '#db/people/person/people.ts';
import { listProposedOrganisations } from '#db/people/person/ways-in.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, pageAddress } from '#shared/kernel/paging.ts';
import { paths } from '#shared/paths.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import { peopleList } from '#shared/people/invitation/people-list.fr.ts';
import { people as peopleWords } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { InviteForm } from '../invite-form.tsx';
import { PendingInvitations } from '../pending-invitations.tsx';
import { peopleGestures } from '../people-gestures.server.ts';
import { PeopleTable } from '../people-table.tsx';
import type { Route } from './+types/administration-people';

const words = peopleWords.administration;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationPeople(), label: words.title },
  ],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const member = requirePlatform(context, 'people.read');
  const { db, now } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get('q') ?? '').slice(0, 100);
  const at = now();
  const canChange = canOnPlatform(member.platformRole, 'platform.administer');
  const changed = canChange ? searchParams.get('personne') : null;
  const [found, organisations, groups, invitations, erasures, proposed] = await Promise.all([
    listPeople(db, { search, page: askedPage(searchParams) }),
    listOrganisations(db),
    listGroupsForMember(db, { userId: member.id, now: at }),
    listInvitations(db),
    canChange ? listErasures(db) : [],
    changed ? listProposedOrganisations(db, changed) : [],
  ]);
  const dueAt = new Map(erasures.map((erasure) => [erasure.userId, erasure.dueAt]));
  return {
    ...found,
    people: found.people.map((person) => ({ ...person, dueAt: dueAt.get(person.id) ?? null })),
    organisations,
    changed,
    proposed: proposed.map(({ name }) => name),
    groups: workingGroups(groups).map(({ id, name }) => ({ id, name })),
    invitations,
    search,
    youId: member.id,
    canChange,
    now: at,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'people.read');
  const asked = new URL(request.url).searchParams;
  const here = paths.administrationPeople() + pageAddress({ q: asked.get('q') }, askedPage(asked));
  const form = await request.formData();
  return act(context, form, peopleGestures, { here });
}

export default function AdministrationPeople({ loaderData, actionData }: Route.ComponentProps) {
  const { people, total, page, pages, organisations, groups, invitations, search } = loaderData;
  const { changed, proposed, youId, canChange, now } = loaderData;
  const refusal = actionData && {
    form: actionData.values.form,
    errors: actionData.errors,
    values: actionData.values,
  };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <div className="head beside">
        <h1>{words.people}</h1>
        <p className="row">
          <Link className="btn" to={paths.administrationOrganisations()}>
            {words.organisationsTitle}
          </Link>
          <Link className="btn" to={paths.administrationPeopleList()}>
            {peopleList.open}
          </Link>
        </p>
      </div>
      {refusal?.form === '' && (
        <ErrorSummary title={words.refused} faults={faultsOf(refusal.errors)} answer={actionData} />
      )}
      <div className="cols">
        <Plate
          id="people"
          title={words.count(total)}
          beside={search && <Link to={paths.administrationPeople()}>{words.showAll}</Link>}
        >
          <Form className="search-row mb-4">
            <TextField label={words.search} name="q" type="search" defaultValue={search} key={search} />
            <button className="btn" type="submit">
              {words.searchSubmit}
            </button>
          </Form>
          {people.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <PeopleTable
              people={people}
              changing={
                canChange
                  ? {
                      youId,
                      changed: refusal?.form.replace(/^person /, '') ?? changed,
                      organisations,
                      proposed,
                      refusal,
                      to: (personne) => pageAddress({ q: search, personne }, page),
                    }
                  : null
              }
            />
          )}
          <Pages
            words={pageWords}
            page={page}
            pages={pages}
            to={(other) => pageAddress({ q: search }, other)}
          />
        </Plate>
        <aside className="stack-lg" aria-label={words.inviteTitle}>
          {invitations.length > 0 && (
            <Plate id="pending" title={peopleWords.invite.pending}>
              <PendingInvitations invitations={invitations} showGroup now={now} />
            </Plate>
          )}
          <Plate id="invite" title={words.inviteTitle}>
            <InviteForm
              organisations={organisations}
              groups={groups}
              refusal={refusal?.form === 'invite' ? refusal : undefined}
            />
          </Plate>
        </aside>
      </div>
    </main>
  );
}
