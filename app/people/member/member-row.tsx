import { access } from '#shared/kernel/access/access.fr.ts';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { member as words } from '#shared/people/member/member.fr.ts';
import { lastDayOf } from '#shared/people/member/membership-end.ts';
import { initialsOf } from '#shared/people/organisation/organisation.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { ShownMember } from './by-organisation.ts';
import type { MemberRefusal } from './member-refusal.ts';
import { TermsForm } from './terms-form.tsx';

interface MemberRowProps {
  readonly member: ShownMember;
  readonly isYou: boolean;
  readonly canManage: boolean;
  readonly refusal: MemberRefusal | undefined;
  readonly now: Date;
}

/** One person of a group: who, which role, until when, and how to change it. */
export function MemberRow({ member, isYou, canManage, refusal, now }: MemberRowProps) {
  const { id, name, jobTitle, email, organisation, isSuspended, own, inheritedRole, lastVisit } = member;
  const mine = refusal?.form === `person ${id}` ? refusal : undefined;
  const roles = [own?.role, inheritedRole];
  const strongest = GROUP_ROLES.find((role) => roles.includes(role));
  const isOver = own?.until ? own.until <= now : false;
  return (
    <li className="member">
      <Avatar letters={initialsOf(name)} colour={organisation?.colour ?? 0} label={null} />
      <div className="member-name">
        <p>
          <strong>{name}</strong>
          {isYou && <span className="muted"> ({words.you})</span>}
        </p>
        {jobTitle && <p className="muted small">{jobTitle}</p>}
        {email && <p className="muted small break-words">{email}</p>}
        {lastVisit !== undefined && (
          <p className="muted small">
            {lastVisit ? (
              <time dateTime={lastVisit.toISOString()} title={dates.exact(lastVisit)}>
                {words.lastVisit(dates.relative(lastVisit, now))}
              </time>
            ) : (
              words.neverCame
            )}
          </p>
        )}
      </div>
      <p className="member-role small">
        {strongest && <span className="badge">{access.groupRoles[strongest]}</span>}
        {isSuspended && <span className="badge warning">{words.suspended}</span>}
        {own?.until && (
          <span className="muted">
            {(isOver ? words.ended : words.until)(dates.short(new Date(own.until.getTime() - 1)))}
          </span>
        )}
        {!own && <span className="muted">{words.byOrganisation}</span>}
      </p>
      {canManage && own && (
        // Once changed, another one: it closes.
        <details
          className="member-edit fold"
          open={Boolean(mine)}
          key={`${own.role} ${own.until?.getTime()}`}
        >
          <summary className="btn sm">
            {words.edit}
            <span className="vh"> {name}</span>
          </summary>
          <TermsForm
            subject={{ name, field: 'userId', id }}
            role={own.role}
            lastDay={own.until ? lastDayOf(own.until) : ''}
            refusal={mine}
          />
        </details>
      )}
    </li>
  );
}
