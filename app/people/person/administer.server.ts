import { z } from 'zod';
import { askErasure, cancelErasure } from '#db/operations/personal-data/erasures.ts';
import { withdrawInvitation } from '#db/people/invitation/invitations.ts';
import { nameOrganisationAdmin } from '#db/people/organisation/organisation-admins.ts';
import { addOrganisation } from '#db/people/organisation/organisations.ts';
import { changePerson, restorePerson, suspendPerson } from '#db/people/person/people.ts';
import { resetSecondFactor } from '#db/people/person/second-factors.ts';
import { closeSessionsOf } from '#db/people/person/sessions.ts';
import type { Services } from '#server/services.ts';
import type { DomainError } from '#shared/errors.ts';
import { PLATFORM_ROLES, type PlatformAction } from '#shared/kernel/access/access.ts';
import { parseOrganisationName, parseShortName } from '#shared/people/organisation/new-organisation.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { choiceOf } from '../../kernel/refusal.server.ts';

const text = z.string().catch('');

/** What the forms of the page of people send, invitations of new people apart. */
export const PeopleForm = z.object({
  intent: z.enum([
    'change',
    'suspend',
    'restore',
    'second-factor',
    'sessions',
    'name-admin',
    'remove-admin',
    'erase',
    'keep',
    'organisation',
    'resend',
    'withdraw',
  ]),
  userId: text,
  platformRole: z.enum(PLATFORM_ROLES).optional(),
  organisationId: text,
  invitationId: text,
  organisationName: text,
  shortName: text,
  kind: text,
});
export type PeopleForm = z.output<typeof PeopleForm>;

/** What each form asks for: accounts are closed, opened and given rights by administrators only. */
export function rightFor(intent: PeopleForm['intent']): PlatformAction {
  return intent === 'resend' || intent === 'withdraw' || intent === 'organisation'
    ? 'people.invite'
    : 'platform.administer';
}

/** A piece of news for the page; or which form was refused, with a code a field. */
export type PeopleAnswer =
  | { readonly ok: true; readonly news: string }
  | { readonly ok: false; readonly form: string; readonly errors: Partial<Record<string, DomainError>> };

/** [P6] [P7] Does what one form asks. The caller has checked `rightFor`. */
export async function administer(services: Services, by: string, form: PeopleForm): Promise<PeopleAnswer> {
  const { db, rooms, waysIn, now, newId } = services;
  const { intent, userId } = form;
  const ofPerson = async (
    done: { ok: true } | { ok: false; error: DomainError },
    news: string,
    field: string,
  ): Promise<PeopleAnswer> => {
    if (!done.ok) return { ok: false, form: `person ${userId}`, errors: { [field]: done.error } };
    rooms.recheck({ userId });
    return { ok: true, news };
  };
  const ofPage = (done: { ok: true } | { ok: false; error: DomainError }, news: string): PeopleAnswer =>
    done.ok ? { ok: true, news } : { ok: false, form: '', errors: { '': done.error } };

  switch (intent) {
    case 'change': {
      const { organisationId } = form;
      const platformRole = choiceOf(form.platformRole, PLATFORM_ROLES);
      const change = { id: userId, platformRole, organisationId: organisationId || null, by, now: now() };
      return ofPerson(await changePerson(db, change), 'changement', 'platformRole');
    }
    case 'suspend':
      return ofPerson(await suspendPerson(db, { id: userId, by, now: now() }), 'suspension', '');
    case 'restore':
      return ofPerson(await restorePerson(db, { id: userId, by, now: now() }), 'retablissement', '');
    case 'sessions': {
      const closed = await closeSessionsOf(db, { id: userId, by, now: now() });
      if (closed.ok) await waysIn.tell(userId, 'sessionsClosed');
      return ofPerson(closed, 'deconnexion', '');
    }
    case 'name-admin':
    case 'remove-admin': {
      const isAdmin = intent === 'name-admin';
      const named = await nameOrganisationAdmin(db, { id: userId, by, isAdmin, now: now() });
      if (named.ok)
        await waysIn.tell(userId, isAdmin ? 'organisationAdminNamed' : 'organisationAdminRemoved');
      return ofPerson(named, isAdmin ? 'nomination' : 'destitution', 'organisationId');
    }
    case 'erase':
      return ofPerson(await askErasure(db, { userId, by, now: now() }), 'effacement', '');
    case 'keep':
      return ofPerson(await cancelErasure(db, { userId, by, now: now() }), 'garde', '');
    case 'second-factor': {
      const reset = await resetSecondFactor(db, { id: userId, by, now: now() });
      if (reset.ok) await waysIn.tell(userId, 'secondFactorReset');
      return ofPerson(reset, 'double-authentification', '');
    }
    case 'resend':
      return ofPage(...(await sendAgain(services, { id: form.invitationId, by })));
    case 'withdraw':
      return ofPage(await withdrawInvitation(db, { id: form.invitationId }), 'retrait');
    case 'organisation': {
      const name = parseOrganisationName(form.organisationName);
      const shortName = parseShortName(form.shortName);
      const kind = ORGANISATION_KINDS.find((candidate) => candidate === form.kind);
      const refused = (errors: Partial<Record<string, DomainError>>): PeopleAnswer => ({
        ok: false,
        form: 'organisation',
        errors,
      });
      if (!name.ok || !shortName.ok || !kind) {
        return refused({
          ...(!name.ok && { organisationName: name.error }),
          ...(!shortName.ok && { shortName: shortName.error }),
          ...(!kind && { kind: 'organisation.kindInvalid' as const }),
        });
      }
      const made = await addOrganisation(db, {
        id: newId(),
        name: name.value,
        shortName: shortName.value,
        kind,
        now: now(),
      });
      return made.ok ? { ok: true, news: 'organisation' } : refused({ organisationName: made.error });
    }
  }
}

async function sendAgain({ invitations }: Services, { id, by }: { id: string; by: string }) {
  const sent = await invitations.resend({ id }, { id: by });
  return [sent, sent.ok && sent.value.leavesAt ? 'retenue' : 'renvoi'] as const;
}
