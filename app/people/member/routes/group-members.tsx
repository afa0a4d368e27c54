import { z } from 'zod';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { letterWords } from '#shared/people/letter/letter.fr.ts';
import { join as joinWords } from '#shared/people/member/join.fr.ts';
import { member as words } from '#shared/people/member/member.fr.ts';
import { people as peopleWords } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { GroupHeader } from '../../group/group-header.tsx';
import { InviteForm } from '../../person/invite-form.tsx';
import { PendingInvitations } from '../../person/pending-invitations.tsx';
import { AddOrganisationForm, AddPersonForm, FindPersonForm } from '../add-forms.tsx';
import { JoinRequests } from '../join-requests.tsx';
import { LeaveForm } from '../leave-form.tsx';
import { loadMembers } from '../load-members.server.ts';
import { memberGestures } from '../member-gestures.server.ts';
import { OrganisationMembers } from '../organisation-members.tsx';
import { RemovalNotice } from '../removal-notice.tsx';
import type { Route } from './+types/group-members';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group }) => [
    { href: paths.groups(), label: groupWords.title },
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupMembers({ id: group.id, title: group.name }), label: words.title },
  ],
});

const News = z
  .enum([
    'ajout',
    'changement',
    'annulation',
    'invitation',
    'retenue',
    'renvoi',
    'retrait',
    'acceptee',
    'refusee',
  ])
  .nullable()
  .catch(null);

const NEWS = { ...words.news, ...joinWords.news, retenue: letterWords.invitationHeld };

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'members.read');
  const { db, now } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const members = await loadMembers(db, {
    group,
    member,
    removalId: idOfSegment(searchParams.get('retrait') ?? undefined),
    search: (searchParams.get('ajouter') ?? '').trim().slice(0, 100),
    now: now(),
  });
  return { ...members, group, youId: member.id, news: News.parse(searchParams.get('etat')), now: now() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'members.read');
  return act(context, await request.formData(), memberGestures, { group, youId: member.id });
}

export default function GroupMembers({ loaderData, actionData }: Route.ComponentProps) {
  const { group, youId, sections, count, news, removal, managing, now } = loaderData;
  const you = sections.flatMap(({ people }) => people).find(({ id }) => id === youId);
  const refusal = actionData && {
    form: actionData.values.form,
    errors: actionData.errors,
    values: actionData.values,
  };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, group.name)}</title>
      <GroupHeader group={group} />
      {removal && !refusal && <RemovalNotice {...removal} />}
      {news && !refusal && <Notice kind="success">{NEWS[news]}</Notice>}
      {refusal?.form === '' && (
        <ErrorSummary title={words.refused} faults={faultsOf(refusal.errors)} answer={actionData} />
      )}
      <div className={managing ? 'cols' : ''}>
        <div className="members">
          <h2 className="vh">{words.count(count)}</h2>
          {sections.map((section) => (
            <OrganisationMembers
              key={section.organisation?.id ?? 'none'}
              section={section}
              youId={youId}
              canManage={managing !== null}
              refusal={refusal}
              now={now}
            />
          ))}
          {you?.own && <LeaveForm staysByOrganisation={you.inheritedRole !== null} refusal={refusal} />}
        </div>
        {managing && <Managing {...managing} refusal={refusal} now={now} />}
      </div>
    </main>
  );
}

type ManagingProps = NonNullable<Data['managing']> & {
  refusal:
    | { form: string; errors: Partial<Record<string, string>>; values: Partial<Record<string, string>> }
    | undefined;
  now: Date;
};

function Managing({
  organisations,
  otherOrganisations,
  otherPeople,
  invitations,
  joinRequests,
  refusal,
  now,
}: ManagingProps) {
  return (
    <aside className="stack-lg" aria-label={words.inviteTitle}>
      <JoinRequests requests={joinRequests} refusal={refusal} />
      {invitations.length > 0 && (
        <section className="plate" aria-labelledby="pending">
          <header>
            <h2 id="pending">{peopleWords.invite.pending}</h2>
          </header>
          <PendingInvitations invitations={invitations} showGroup={false} now={now} />
        </section>
      )}
      <section className="plate" aria-labelledby="invite">
        <header>
          <h2 id="invite">{words.inviteTitle}</h2>
        </header>
        <p className="muted small mb-4">{words.inviteLead}</p>
        <InviteForm
          organisations={organisations}
          refusal={refusal?.form === 'invite' ? refusal : undefined}
        />
      </section>
      {(otherPeople.people.length > 0 || otherPeople.search !== '') && (
        <section className="plate" aria-labelledby="add-person">
          <header>
            <h2 id="add-person">{words.addPersonTitle}</h2>
          </header>
          <FindPersonForm {...otherPeople} />
          {otherPeople.people.length > 0 && <AddPersonForm people={otherPeople.people} refusal={refusal} />}
        </section>
      )}
      {otherOrganisations.length > 0 && (
        <section className="plate" aria-labelledby="add-organisation">
          <header>
            <h2 id="add-organisation">{words.addOrganisationTitle}</h2>
          </header>
          <AddOrganisationForm organisations={otherOrganisations} refusal={refusal} />
        </section>
      )}
    </aside>
  );
}
