import { z } from 'zod';
import { withdrawInvitation } from '#db/people/invitation/invitations.ts';
import {
  COLLEAGUE_GESTURES,
  type ColleagueGesture,
  changeColleague,
} from '#db/people/organisation/organisation-admins.ts';
import type { Inviter } from '#server/people/invitation/invitations.ts';
import type { Services } from '#server/services.ts';
import type { DomainError } from '#shared/errors.ts';
import { inviteByForm } from './invite.server.ts';

const text = z.string().catch('');
/** What the forms of the page of an organisation send. */
export const OrganisationAdminForm = z.object({
  intent: z.enum([...COLLEAGUE_GESTURES, 'invite', 'resend', 'withdraw', 'revoke']),
  userId: text,
  invitationId: text,
  token: text,
  email: text,
  name: text,
});
type OrganisationAdminForm = z.output<typeof OrganisationAdminForm>;

type Answer =
  | { readonly ok: true; readonly news: string }
  | { readonly ok: false; readonly errors: Partial<Record<string, DomainError>> };

/** [O6] Does what one form asks, in this organisation and nowhere else. The caller has checked that `by` administers it. */
export async function administerOrganisation(
  services: Services,
  { by, organisationId, form }: { by: Inviter; organisationId: string; form: OrganisationAdminForm },
): Promise<Answer> {
  const { db, invitations, accessTokens } = services;
  const { intent, email, name, invitationId: id } = form;
  const asAdmin = { ...by, as: 'organisation' } as const;
  const said = (done: { ok: true } | { ok: false; error: DomainError }, news: string): Answer =>
    done.ok ? { ok: true, news } : { ok: false, errors: { '': done.error } };
  switch (intent) {
    case 'invite': {
      // No group and no role: whatever else was sent counts for nothing.
      const guest = new FormData();
      for (const [field, value] of Object.entries({ email, name, organisationId })) guest.set(field, value);
      const invited = await inviteByForm(services, guest, asAdmin);
      return invited.ok ? { ok: true, news: invited.isHeld ? 'retenue' : 'invitation' } : invited;
    }
    case 'resend': {
      const sent = await invitations.resend({ id, organisationId }, asAdmin);
      return said(sent, sent.ok && sent.value.leavesAt ? 'retenue' : 'renvoi');
    }
    case 'withdraw':
      return said(await withdrawInvitation(db, { id, organisationId }), 'retrait');
    case 'revoke':
      return said(await accessTokens.revoke({ id: form.token, by: by.id }), 'revoque');
    default:
      return said(await actOnColleague(services, { id: form.userId, by: by.id, gesture: intent }), intent);
  }
}

async function actOnColleague(
  { db, rooms, waysIn, now }: Services,
  { id, by, gesture }: { id: string; by: string; gesture: ColleagueGesture },
) {
  const changed = await changeColleague(db, { id, by, gesture, now: now() });
  if (!changed.ok) return changed;
  rooms.recheck({ userId: id });
  if (gesture === 'sessions') await waysIn.tell(id, 'sessionsClosed');
  if (gesture === 'name') await waysIn.tell(id, 'organisationAdminNamed');
  return changed;
}
