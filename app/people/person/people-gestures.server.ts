import { PLATFORM_ROLES } from '#shared/kernel/access/access.ts';
import { letterWords } from '#shared/people/letter/letter.fr.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { choice, gesturesOf, text } from '../../kernel/gesture.server.ts';

const { news } = people.administration;

/** Where whoever changed somebody on the third page of a search stays. */
export interface PeoplePage {
  readonly here: string;
}

const gesture = gesturesOf((_page: PeoplePage) => ({}));
const after = afterOn(({ here }: PeoplePage) => here);
const listed = (said: string) => after(said, 'people');
const sent = (said: string) => (made: { readonly leavesAt: Date | null }, page: PeoplePage) =>
  after(made.leavesAt ? letterWords.invitationHeld : said, 'pending')(null, page);
const ofPerson = { fields: { userId: text }, form: ({ userId }: { userId: string }) => `person ${userId}` };

/** What the buttons of the page of accounts do. */
export const peopleGestures = {
  change: gesture('person.change', {
    fields: { userId: text, platformRole: choice(PLATFORM_ROLES), organisationId: text },
    form: ({ userId }) => `person ${userId}`,
    done: listed(news.changement),
  }),
  suspend: gesture('person.suspend', { ...ofPerson, done: listed(news.suspension) }),
  restore: gesture('person.restore', { ...ofPerson, done: listed(news.retablissement) }),
  sessions: gesture('person.closeSessions', { ...ofPerson, done: listed(news.deconnexion) }),
  'name-admin': gesture('person.nameAdmin', { ...ofPerson, done: listed(news.nomination) }),
  'remove-admin': gesture('person.removeAdmin', { ...ofPerson, done: listed(news.destitution) }),
  'second-factor': gesture('person.resetSecondFactor', {
    ...ofPerson,
    done: listed(news['double-authentification']),
  }),
  erase: gesture('erasure.ask', { ...ofPerson, done: listed(news.effacement) }),
  keep: gesture('erasure.cancel', { ...ofPerson, done: listed(news.garde) }),
  invite: gesture('invitation.toPlatform', {
    fields: { email: text, name: text, organisationId: text, groupId: text, role: text, until: text },
    form: () => 'invite',
    done: (made, page) =>
      made.kind === 'member' ? listed(news.ajout)(null, page) : sent(news.invitation)(made, page),
  }),
  resend: gesture('invitation.resend', {
    fields: { invitationId: text },
    form: () => '',
    done: sent(news.renvoi),
  }),
  withdraw: gesture('invitation.withdraw', {
    fields: { invitationId: text },
    form: () => '',
    done: after(news.retrait, 'pending'),
  }),
};
