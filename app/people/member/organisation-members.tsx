import { access } from '#shared/kernel/access/access.fr.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { member as words } from '#shared/people/member/member.fr.ts';
import { City } from '../../ui/city.tsx';
import type { OrganisationSection } from './by-organisation.ts';
import type { MemberRefusal } from './member-refusal.ts';
import { MemberRow } from './member-row.tsx';
import { TermsForm } from './terms-form.tsx';

interface OrganisationMembersProps {
  readonly section: OrganisationSection;
  readonly youId: string;
  readonly canManage: boolean;
  readonly refusal: MemberRefusal | undefined;
  readonly now: Date;
}

/** One organisation of the group: its own role, if it is a member as a whole, and its people. */
export function OrganisationMembers({ section, youId, canManage, refusal, now }: OrganisationMembersProps) {
  const { organisation, role, people } = section;
  const titleId = `org-${organisation?.id ?? 'none'}`;
  return (
    <section className="plate" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId} className="text-md">
          {organisation ? <City {...organisation} /> : words.withoutOrganisation}
        </h2>
        {role && <span className="muted">{words.wholeOrganisation(access.groupRoles[role])}</span>}
      </header>
      {people.length === 0 && <p className="muted small">{words.nobodyYet}</p>}
      <ul className="ruled">
        {people.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isYou={member.id === youId}
            canManage={canManage}
            refusal={refusal}
            now={now}
          />
        ))}
      </ul>
      {canManage && organisation && role && (
        <OrganisationEdit id={organisation.id} name={organisation.name} role={role} refusal={refusal} />
      )}
    </section>
  );
}

function OrganisationEdit({
  id,
  name,
  role,
  refusal,
}: {
  id: string;
  name: string;
  role: GroupRole;
  refusal: MemberRefusal | undefined;
}) {
  const own = refusal?.form === `organisation ${id}` ? refusal : undefined;
  return (
    <details className="fold mt-3" open={Boolean(own)}>
      <summary className="btn sm">{words.editOf(name)}</summary>
      <TermsForm subject={{ name, field: 'organisationId', id }} role={role} lastDay={null} refusal={own} />
    </details>
  );
}
