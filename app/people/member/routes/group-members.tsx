import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { member as words } from '#shared/people/member/member.fr.ts';
import { people as peopleWords } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { GroupHeader } from '../../group/group-header.tsx';
import { InviteForm } from '../../person/invite-form.tsx';
import { PendingInvitations } from '../../person/pending-invitations.tsx';
import { AddOrganisationForm, AddPersonForm, FindPersonForm } from '../add-forms.tsx';
import { JoinRequests } from '../join-requests.tsx';
import { LeaveForm } from '../leave-form.tsx';
import { loadMembers } from '../load-members.server.ts';
import { memberGestures } from '../member-gestures.server.ts';
import { OrganisationMembers } from '../organisation-members.tsx';
import type { Route } from './+types/group-members';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group }) => [
    { href: paths.groups(), label: groupWords.title },
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupMembers({ id: group.id, title: group.name }), label: words.title },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'members.read');
  const { db, now } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const members = await loadMembers(db, {
    group,
    member,
    search: (searchParams.get('ajouter') ?? '').trim().slice(0, 100),
    now: now(),
  });
  return { ...members, group, youId: member.id, now: now() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'members.read');
  return act(context, await request.formData(), memberGestures, { group, youId: member.id });
}

export default function GroupMembers({ loaderData, actionData }: Route.ComponentProps) {
  const { group, youId, sections, count, managing, now } = loaderData;
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
      {refusal?.form === '' && (
        <ErrorSummary title={words.refused} faults={faultsOf(refusal.errors)} answer={actionData} />
      )}
      <div className={managing ? 'cols' : ''}>
        <div className="members">
          <h2 className="mb-3" id="members">
            {words.count(count)}
          </h2>
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
        <Plate id="pending" title={peopleWords.invite.pending}>
          <PendingInvitations invitations={invitations} showGroup={false} now={now} />
        </Plate>
      )}
      <Plate id="invite" title={words.inviteTitle}>
        <p className="muted small mb-4">{words.inviteLead}</p>
        <InviteForm
          organisations={organisations}
          refusal={refusal?.form === 'invite' ? refusal : undefined}
        />
      </Plate>
      {(otherPeople.people.length > 0 || otherPeople.search !== '') && (
        <Plate id="add-person" title={words.addPersonTitle}>
          <FindPersonForm {...otherPeople} />
          {otherPeople.people.length > 0 && <AddPersonForm people={otherPeople.people} refusal={refusal} />}
        </Plate>
      )}
      {otherOrganisations.length > 0 && (
        <Plate id="add-organisation" title={words.addOrganisationTitle}>
          <AddOrganisationForm organisations={otherOrganisations} refusal={refusal} />
        </Plate>
      )}
    </aside>
  );
}
