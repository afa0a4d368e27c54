import { Form, Link } from 'react-router';
import { z } from 'zod';
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
import { letterWords } from '#shared/people/letter/letter.fr.ts';
import { people as peopleWords } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { City } from '../../../ui/city.tsx';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Pages } from '../../../ui/pages.tsx';

import { InviteForm } from '../invite-form.tsx';
import { OrganisationForm } from '../organisation-form.tsx';
import { PendingInvitations } from '../pending-invitations.tsx';
import { peopleGestures } from '../people-gestures.server.ts';
import { PeopleTable } from '../people-table.tsx';
import type { Route } from './+types/administration-people';

const words = peopleWords.administration;
/** Beside the people; every one of them is in the form that invites. */
const ORGANISATIONS_SHOWN = 100;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationPeople(), label: words.title },
  ],
});

const News = z
  .enum([
    'invitation',
    'retenue',
    'ajout',
    'renvoi',
    'retrait',
    'changement',
    'suspension',
    'retablissement',
    'effacement',
    'garde',
    'double-authentification',
    'deconnexion',
    'nomination',
    'destitution',
    'organisation',
  ])
  .nullable()
  .catch(null);

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
    groups: groups.map(({ id, name }) => ({ id, name })),
    invitations,
    search,
    youId: member.id,
    canChange,
    news: News.parse(searchParams.get('etat')),
    now: at,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'people.read');
  const asked = new URL(request.url).searchParams;
  const here = (etat: string) =>
    paths.administrationPeople() + pageAddress({ q: asked.get('q'), etat }, askedPage(asked));
  return act(context, await request.formData(), peopleGestures, { here });
}

export default function AdministrationPeople({ loaderData, actionData }: Route.ComponentProps) {
  const { people, total, page, pages, organisations, groups, invitations, search } = loaderData;
  const { changed, proposed, youId, canChange, news, now } = loaderData;
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
      {news && !refusal && (
        <Notice kind="success">{{ ...words.news, retenue: letterWords.invitationHeld }[news]}</Notice>
      )}
      {refusal?.form === '' && (
        <ErrorSummary title={words.refused} faults={faultsOf(refusal.errors)} answer={actionData} />
      )}
      <div className="cols">
        <section className="plate" aria-labelledby="people">
          <header>
            <h2 id="people">{words.count(total)}</h2>
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
              {organisations.slice(0, ORGANISATIONS_SHOWN).map((organisation) => (
                <li key={organisation.id}>
                  <Link
                    to={paths.administrationOrganisation(organisation.id)}
                    aria-label={words.changeOrganisation(organisation.name)}
                  >
                    <City {...organisation} />
                  </Link>
                  <p className="muted">{words.kinds[organisation.kind]}</p>
                </li>
              ))}
            </ul>
            {organisations.length > ORGANISATIONS_SHOWN && (
              <p className="muted small mt-3">{words.organisationsFirst(ORGANISATIONS_SHOWN)}</p>
            )}
            <h3 className="mt-6 mb-3">{words.newOrganisation}</h3>
            <OrganisationForm refusal={refusal} />
          </section>
        </aside>
      </div>
    </main>
  );
}
