import { Form } from 'react-router';
import { access } from '#shared/kernel/access/access.fr.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { letterWords } from '#shared/people/letter/letter.fr.ts';
import { people } from '#shared/people/person/people.fr.ts';

const words = people.invite;

export interface PendingInvitation {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: GroupRole | null;
  readonly until: Date | null;
  readonly expiresAt: Date;
  readonly group: { readonly name: string } | null;
  readonly inviter: string;
  /** [MA3] When its mail leaves, or left; null for one that is not known any more. */
  readonly mailLeavesAt: Date | null;
}

/** Invitations that wait for an answer, each sent again or withdrawn by one press. */
export function PendingInvitations({
  invitations,
  showGroup,
  now,
}: {
  invitations: readonly PendingInvitation[];
  showGroup: boolean;
  now: Date;
}) {
  return (
    <ul className="ruled small">
      {invitations.map(({ id, email, name, role, until, expiresAt, group, inviter, mailLeavesAt }) => (
        <li key={id}>
          <p>
            <strong>{name}</strong>
          </p>
          <p className="muted break-words">{email}</p>
          <p className="muted">
            {[
              role && access.groupRoles[role],
              until && words.until(dates.short(new Date(until.getTime() - 1))),
              showGroup && group?.name,
              words.by(inviter),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="muted">
            {expiresAt > now ? (
              <time dateTime={expiresAt.toISOString()}>{words.validUntil(dates.exact(expiresAt))}</time>
            ) : (
              <span className="badge warning">{words.expired}</span>
            )}
          </p>
          {mailLeavesAt && mailLeavesAt > now && (
            <p className="badge warning">
              <time dateTime={mailLeavesAt.toISOString()}>
                {letterWords.leaves(dates.exact(mailLeavesAt))}
              </time>
            </p>
          )}
          <Form method="post" className="row mt-2">
            <input type="hidden" name="invitationId" value={id} />
            <button
              className="btn sm"
              type="submit"
              name="intent"
              value="resend"
              aria-label={words.resendTo(email)}
            >
              {words.resend}
            </button>
            <button
              className="btn sm"
              type="submit"
              name="intent"
              value="withdraw"
              aria-label={words.withdrawFrom(email)}
            >
              {words.withdraw}
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
