import { PLATFORM_ROLES } from '#shared/kernel/access/access.ts';
import { choice, gesturesOf, text } from '../../kernel/gesture.server.ts';

/** Where whoever changed somebody on the third page of a search stays. */
export interface PeoplePage {
  readonly here: (state: string) => string;
}

const gesture = gesturesOf((_page: PeoplePage) => ({}));
const after =
  (state: string) =>
  (_made: unknown, { here }: PeoplePage) =>
    here(state);
const ofPerson = { fields: { userId: text }, form: ({ userId }: { userId: string }) => `person ${userId}` };

/** What the buttons of the page of accounts do. */
export const peopleGestures = {
  change: gesture('person.change', {
    fields: { userId: text, platformRole: choice(PLATFORM_ROLES), organisationId: text },
    form: ({ userId }) => `person ${userId}`,
    done: after('changement'),
  }),
  suspend: gesture('person.suspend', { ...ofPerson, done: after('suspension') }),
  restore: gesture('person.restore', { ...ofPerson, done: after('retablissement') }),
  sessions: gesture('person.closeSessions', { ...ofPerson, done: after('deconnexion') }),
  'name-admin': gesture('person.nameAdmin', { ...ofPerson, done: after('nomination') }),
  'remove-admin': gesture('person.removeAdmin', { ...ofPerson, done: after('destitution') }),
  'second-factor': gesture('person.resetSecondFactor', {
    ...ofPerson,
    done: after('double-authentification'),
  }),
  erase: gesture('erasure.ask', { ...ofPerson, done: after('effacement') }),
  keep: gesture('erasure.cancel', { ...ofPerson, done: after('garde') }),
  organisation: gesture('organisation.add', {
    fields: { name: text, shortName: text, kind: text },
    form: () => 'organisation',
    done: after('organisation'),
  }),
  invite: gesture('invitation.toPlatform', {
    fields: { email: text, name: text, organisationId: text, groupId: text, role: text, until: text },
    form: () => 'invite',
    done: ({ kind, leavesAt }, { here }) =>
      here(kind === 'member' ? 'ajout' : leavesAt ? 'retenue' : 'invitation'),
  }),
  resend: gesture('invitation.resend', {
    fields: { invitationId: text },
    form: () => '',
    done: ({ leavesAt }, { here }) => here(leavesAt ? 'retenue' : 'renvoi'),
  }),
  withdraw: gesture('invitation.withdraw', {
    fields: { invitationId: text },
    form: () => '',
    done: after('retrait'),
  }),
};
