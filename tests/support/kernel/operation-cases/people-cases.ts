import { randomUUID } from 'node:crypto';
import {
  type Cases,
  COORDINATION,
  FACILITATORS,
  PEOPLE,
  SIGNED_IN,
  type TriedWorld,
} from './operation-case.ts';

const ofColleague = ({ colleagueId }: TriedWorld) => ({ userId: colleagueId });
const administers = { input: ofColleague, allowed: ['admin'] } as const;
const GUEST = { email: 'nouvelle@valmont.example', name: 'Nouvelle Venue' };
const SAID = { name: 'Communauté de communes', shortName: 'CC', kind: 'municipality' };

/** Operations of people, groups, organisations and accounts. */
export const peopleCases: Cases<
  | `account.${'createFirst' | 'editProfile' | 'endSession' | 'endSessions' | 'forgetDevices'}`
  | `person.${'change' | 'suspend' | 'restore' | 'closeSessions' | 'nameAdmin' | 'removeAdmin' | 'resetSecondFactor'}`
  | 'colleague.change'
  | `organisation.${'add' | 'change'}`
  | `signatory.${'ask' | 'answer' | 'confirm' | 'withdraw'}`
  | `group.${'create' | 'edit'}`
  | `member.${'add' | 'change' | 'remove' | 'leave' | 'restore'}`
  | `memberOrganisation.${'add' | 'change' | 'remove'}`
  | `join.${'ask' | 'withdraw' | 'accept' | 'decline'}`
  | `entryRequest.${'send' | 'accept' | 'refuse'}`
  | `tie.${'confirm' | 'refuse'}`
  | `invitation.${'toGroup' | 'toPlatform' | 'toOrganisation' | 'resend' | 'withdraw' | 'accept' | 'readList' | 'fromList' | 'resendList'}`
> = {
  // A code that was sent, or a request that waits, opens something: none of these does.
  'entryRequest.send': {
    input: () => ({
      ...{ pass: 'unknown', name: 'Nouvelle Venue', organisationId: '', organisationName: '' },
      ...{ wish: '', reason: 'Travailler avec le groupe' },
    }),
    allowed: PEOPLE,
  },
  'entryRequest.accept': {
    input: () => ({ requestId: randomUUID(), organisationId: '', groupId: '' }),
    allowed: ['organisationAdmin', ...COORDINATION],
  },
  'entryRequest.refuse': {
    input: () => ({ requestId: randomUUID(), reason: 'Personne de ce nom' }),
    allowed: ['organisationAdmin', ...COORDINATION],
  },
  'tie.confirm': { input: () => ({ tieId: randomUUID() }), allowed: SIGNED_IN },
  'tie.refuse': { input: () => ({ tieId: randomUUID(), reason: 'Inconnue' }), allowed: SIGNED_IN },
  'account.createFirst': {
    input: () => ({ ...GUEST, jobTitle: '', passwordHash: 'hash' }),
    allowed: PEOPLE,
  },
  'account.editProfile': { input: () => ({ name: 'Autre Nom', jobTitle: '' }), allowed: SIGNED_IN },
  'account.endSession': { input: () => ({ sessionId: randomUUID() }), allowed: SIGNED_IN },
  'account.endSessions': { input: () => ({ except: null }), allowed: SIGNED_IN },
  'account.forgetDevices': { input: () => ({}), allowed: SIGNED_IN },
  'person.change': {
    input: (world) => ({ ...ofColleague(world), platformRole: 'reviewer', organisationId: '' }),
    allowed: ['admin'],
  },
  'person.suspend': administers,
  'person.restore': administers,
  'person.closeSessions': administers,
  'person.nameAdmin': administers,
  'person.removeAdmin': administers,
  'person.resetSecondFactor': administers,
  'colleague.change': {
    input: (world) => ({ ...ofColleague(world), gesture: 'sessions' }),
    allowed: ['organisationAdmin'],
  },
  'organisation.add': { input: () => ({ ...SAID, municipalityCode: null }), allowed: COORDINATION },
  'organisation.change': {
    input: ({ organisationId }) => ({ ...SAID, organisationId, municipalityCode: null, declaredEmail: '' }),
    allowed: COORDINATION,
  },
  'signatory.ask': { input: () => ({}), allowed: SIGNED_IN },
  'signatory.answer': { input: () => ({ token: 'unknown', isOurs: true }), allowed: PEOPLE },
  'signatory.confirm': { input: ofColleague, allowed: SIGNED_IN },
  'signatory.withdraw': {
    input: ({ organisationId, colleagueId }) => ({ organisationId, userId: colleagueId }),
    allowed: SIGNED_IN,
  },
  'group.create': {
    input: ({ themeId }) => ({ name: 'Un groupe', purpose: 'Essayer', themeId }),
    allowed: COORDINATION,
  },
  'group.edit': {
    input: ({ groupId }) => ({ groupId, name: 'Autre nom', purpose: 'Essayer', joining: 'nobody' }),
    allowed: FACILITATORS,
  },
  'member.add': {
    input: ({ groupId, ids }) => ({ groupId, userId: ids.outsider, role: 'observer', until: '' }),
    allowed: FACILITATORS,
  },
  'member.change': {
    input: ({ groupId, colleagueId }) => ({ groupId, userId: colleagueId, role: 'observer', until: null }),
    allowed: FACILITATORS,
  },
  'member.remove': {
    input: ({ groupId, colleagueId }) => ({ groupId, userId: colleagueId }),
    allowed: FACILITATORS,
  },
  'member.leave': {
    input: ({ groupId }) => ({ groupId }),
    allowed: ['observer', 'contributor', ...FACILITATORS],
  },
  'member.restore': {
    input: ({ groupId }) => ({ groupId, removalId: randomUUID() }),
    allowed: FACILITATORS,
  },
  'memberOrganisation.add': {
    input: ({ groupId, organisationId }) => ({ groupId, organisationId, role: 'observer' }),
    allowed: FACILITATORS,
  },
  'memberOrganisation.change': {
    input: ({ groupId, organisationId }) => ({ groupId, organisationId, role: 'observer' }),
    allowed: FACILITATORS,
  },
  'memberOrganisation.remove': {
    input: ({ groupId, organisationId }) => ({ groupId, organisationId }),
    allowed: FACILITATORS,
  },
  // What they may ask for is refused in words: a group that takes no requests looks absent to all alike.
  'join.ask': { input: ({ groupId }) => ({ groupId, message: '' }), allowed: SIGNED_IN },
  'join.withdraw': { input: ({ groupId }) => ({ groupId }), allowed: SIGNED_IN },
  'join.accept': {
    input: ({ groupId, requestId }) => ({ groupId, requestId, role: 'observer', until: '' }),
    allowed: FACILITATORS,
  },
  'join.decline': {
    input: ({ groupId, requestId }) => ({ groupId, requestId, reason: 'Complet.' }),
    allowed: FACILITATORS,
  },
  'invitation.toGroup': {
    input: ({ groupId }) => ({ ...GUEST, groupId, organisationId: '', role: 'observer', until: '' }),
    allowed: FACILITATORS,
  },
  'invitation.toPlatform': {
    input: () => ({ ...GUEST, organisationId: '', groupId: '', role: '', until: '' }),
    allowed: COORDINATION,
  },
  'invitation.readList': {
    input: () => ({ text: `Nouvelle Venue;${GUEST.email}`, content: '' }),
    allowed: COORDINATION,
  },
  'invitation.fromList': { input: () => ({ text: `Nouvelle Venue;${GUEST.email}` }), allowed: COORDINATION },
  'invitation.resendList': { input: () => ({ batchId: randomUUID() }), allowed: COORDINATION },
  'invitation.toOrganisation': { input: () => GUEST, allowed: ['organisationAdmin'] },
  'invitation.resend': { input: ({ invitationId }) => ({ invitationId }), allowed: FACILITATORS },
  'invitation.withdraw': { input: ({ invitationId }) => ({ invitationId }), allowed: FACILITATORS },
  'invitation.accept': {
    input: () => ({ token: 'unknown', name: 'Nouvelle', jobTitle: '', passwordHash: 'hash' }),
    allowed: PEOPLE,
  },
};
