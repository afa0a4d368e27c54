import { Form, Link } from 'react-router';
import { listAdministeredTokens } from '#db/operations/token/access-tokens.ts';
import { listInvitations } from '#db/people/invitation/invitations.ts';
import {
  factsOfColleagues,
  findAdministeredOrganisation,
} from '#db/people/organisation/organisation-admins.ts';
import { findSignatory } from '#db/people/organisation/signatories.ts';
import { listPeople } from '#db/people/person/people.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, pageAddress } from '#shared/kernel/paging.ts';
import { paths } from '#shared/paths.ts';
import { refusedReach } from '#shared/people/organisation/organisation-admin-access.ts';
import { ownOrganisation as words } from '#shared/people/organisation/own-organisation.fr.ts';
import { signatory } from '#shared/people/organisation/signatory.fr.ts';
import { people as peopleWords } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { RevokeToken, TokenTable } from '../../../operations/token/token-table.tsx';
import { City } from '../../../ui/city.tsx';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { ColleagueInvite } from '../../person/colleague-invite.tsx';
import { ColleagueTable } from '../../person/colleague-table.tsx';
import { PendingInvitations } from '../../person/pending-invitations.tsx';
import { colleagueGestures } from '../colleague-gestures.server.ts';
import type { Route } from './+types/account-organisation';
import '../../../operations/token/access-tokens.css';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.account(), label: peopleWords.account.title },
    { href: paths.accountOrganisation(), label: words.title },
  ],
});

/** [O5] Whoever administers their organisation, and which; the page is absent for everybody else. */
async function administered({ context }: Pick<Route.LoaderArgs, 'context'>) {
  const member = requireMember(context);
  const services = context.get(servicesContext);
  const organisation = await findAdministeredOrganisation(services.db, { by: member.id });
  if (!organisation) throw notFound();
  return { member, services, organisation };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { member, services, organisation } = await administered({ context });
  const { db, now } = services;
  const at = now();
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get('q') ?? '').slice(0, 100);
  const { id: organisationId } = organisation;
  const [found, invitations, tokens, ownSignature] = await Promise.all([
    listPeople(db, { search, organisationId, page: askedPage(searchParams) }),
    listInvitations(db, { organisationId }),
    listAdministeredTokens(db, { by: member.id }),
    findSignatory(db, member.id),
  ]);
  const facts = await factsOfColleagues(db, {
    organisationId,
    ids: found.people.map(({ id }) => id),
    now: at,
  });
  const you = { ...member, organisationId, suspendedAt: null };
  const people = found.people.map((person) => ({
    ...person,
    lastVisit: facts.get(person.id)?.lastVisit ?? null,
    groups: facts.get(person.id)?.groups ?? [],
    isInReach: refusedReach(you, { ...person, organisationId }) === null,
  }));
  const revoking = searchParams.get('revoquer');
  return {
    ...found,
    people,
    organisation,
    invitations,
    tokens,
    isSignatory: ownSignature !== null,
    revoking: tokens.find(({ id }) => id === revoking) ?? null,
    search,
    youId: member.id,
    now: at,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  await administered({ context });
  const asked = new URL(request.url).searchParams;
  const here = paths.accountOrganisation() + pageAddress({ q: asked.get('q') }, askedPage(asked));
  return act(context, await request.formData(), colleagueGestures, { here });
}

/** This page, asking whether to end a token. */
const addressOf = ({ revoking }: { revoking?: string }) =>
  paths.accountOrganisation() + pageAddress({ revoquer: revoking ?? null }, 1);

export default function AccountOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation, people, total, page, pages, search, youId } = loaderData;
  const { invitations, tokens, revoking, now } = loaderData;
  const isInvite = actionData?.values.form === 'invite';
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, peopleWords.account.title)}</title>
      <PageHead title={words.title} lead={words.lead(organisation.name)} />
      {actionData && !isInvite && (
        <ErrorSummary
          title={peopleWords.administration.refused}
          faults={faultsOf(actionData.errors)}
          answer={actionData}
        />
      )}
      {revoking && <RevokeToken token={revoking} addressOf={addressOf} />}
      <div className="cols">
        <div className="stack-lg">
          <Plate
            id="accounts"
            title={words.count(total)}
            beside={
              search && <Link to={paths.accountOrganisation()}>{peopleWords.administration.showAll}</Link>
            }
          >
            <Form className="search-row mb-4">
              <TextField label={words.search} name="q" type="search" defaultValue={search} key={search} />
              <button className="btn" type="submit">
                {peopleWords.administration.searchSubmit}
              </button>
            </Form>
            {people.length === 0 ? (
              <p className="muted">{peopleWords.administration.none}</p>
            ) : (
              <ColleagueTable people={people} youId={youId} />
            )}
            <Pages
              words={pageWords}
              page={page}
              pages={pages}
              to={(other) => pageAddress({ q: search }, other)}
            />
          </Plate>
          <Plate id="tokens" title={words.tokens}>
            {tokens.length > 0 ? (
              <TokenTable
                tokens={tokens}
                caption={words.tokens}
                showsPerson
                now={now}
                addressOf={addressOf}
              />
            ) : (
              <p className="muted">{words.noToken}</p>
            )}
          </Plate>
        </div>
        <aside className="stack-lg" aria-label={words.card}>
          <Plate id="card" title={words.card}>
            <dl className="stack">
              <div>
                <dt className="over">{peopleWords.account.organisation}</dt>
                <dd>
                  <City {...organisation} />
                </dd>
              </div>
              <div>
                <dt className="over">{words.kind}</dt>
                <dd>{peopleWords.administration.kinds[organisation.kind]}</dd>
              </div>
              <div>
                <dt className="over">{words.municipality}</dt>
                <dd>
                  {organisation.municipality
                    ? `${organisation.municipality.name} (${organisation.municipality.code})`
                    : words.noMunicipality}
                </dd>
              </div>
              <div>
                <dt className="over">{signatory.card.email}</dt>
                <dd className="break-words">{organisation.declaredEmail ?? words.noMunicipality}</dd>
              </div>
            </dl>
          </Plate>
          {invitations.length > 0 && (
            <Plate id="pending" title={peopleWords.invite.pending}>
              <PendingInvitations invitations={invitations} showGroup={false} now={now} />
            </Plate>
          )}
          <Plate id="invite" title={words.inviteTitle}>
            <ColleagueInvite refusal={isInvite ? actionData : undefined} confirms={loaderData.isSignatory} />
          </Plate>
        </aside>
      </div>
    </main>
  );
}
