import { z } from 'zod';
import type { Inviter } from '#server/people/invitation/invitations.ts';
import type { Services } from '#server/services.ts';
import type { DomainError } from '#shared/errors.ts';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { endOfLastDay } from '#shared/people/member/membership-end.ts';
import { parseEmail } from '#shared/people/person/email.ts';
import { parseName } from '#shared/people/person/person.ts';
import { parseForm } from '../../kernel/refusal.server.ts';

const text = z.string().catch('');
const Typed = z.object({
  email: text,
  name: text,
  organisationId: text,
  groupId: text,
  role: text,
  until: text,
});

/** What was typed, to be shown again. */
export type InviteDraft = z.output<typeof Typed>;

export type InviteAnswer =
  | { readonly ok: true; readonly userId: string | null; readonly isHeld: boolean }
  | {
      readonly ok: false;
      readonly errors: Partial<Record<string, DomainError>>;
      readonly draft: InviteDraft;
    };

/**
 * Invites by what a form says: into this group when one is given, else into the one that the form names, or none. The caller
 * has checked that the inviter may.
 */
export async function inviteByForm(
  { invitations, now }: Pick<Services, 'invitations' | 'now'>,
  form: FormData,
  by: Inviter,
  groupId?: string,
): Promise<InviteAnswer> {
  const draft = parseForm(Typed, form);
  const [email, name] = [parseEmail(draft.email), parseName(draft.name)];
  const inGroup = groupId ?? (draft.groupId || null);
  const role = GROUP_ROLES.find((candidate) => candidate === draft.role);
  const until = draft.until ? endOfLastDay(draft.until) : null;
  const isPast = draft.until !== '' && (!until || until <= now());
  const errors: Partial<Record<string, DomainError>> = {};
  if (!email.ok) errors.email = email.error;
  if (!name.ok) errors.name = name.error;
  if (inGroup && !role) errors.role = 'member.roleInvalid';
  if (inGroup && isPast) errors.until = 'member.untilInvalid';
  if (!email.ok || !name.ok || (inGroup && (!role || isPast))) return { ok: false, errors, draft };
  const place = inGroup && role ? { groupId: inGroup, role, until } : null;
  const guest = { email: email.value, name: name.value, organisationId: draft.organisationId || null, place };
  const invited = await invitations.invite(guest, by);
  if (!invited.ok) {
    const field =
      invited.error === 'organisation.notFound'
        ? 'organisationId'
        : invited.error === 'group.notFound'
          ? 'groupId'
          : 'email';
    return { ok: false, errors: { [field]: invited.error }, draft };
  }
  const { leavesAt, ...made } = invited.value;
  return { ok: true, userId: made.kind === 'member' ? made.userId : null, isHeld: leavesAt !== null };
}
