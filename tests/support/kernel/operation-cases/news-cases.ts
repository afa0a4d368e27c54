import { createUnsubscribeLinks } from '#server/news/notification/unsubscribe-links.ts';
import { SIGNATURE } from '../operations.ts';
import { type Cases, FACILITATORS, PEOPLE, SIGNED_IN, type TriedWorld } from './operation-case.ts';

/** Everybody who has a role in the group. */
const MEMBERS = ['observer', 'contributor', ...FACILITATORS] as const;
const upTo = '2023-03-14T08:00:00Z';
/** Whoever holds the link of a mail needs no account. */
const byLink = ({ colleagueId: userId }: TriedWorld) => ({
  link: createUnsubscribeLinks(SIGNATURE).sign({ userId, from: 'all' }),
});

const favourite = ({ documentId: id }: TriedWorld) => ({ kind: 'document', id }) as const;

/** Operations of what people hear and have read. */
export const newsCases: Cases<
  | `news.${'read' | 'unread'}`
  | 'group.visit'
  | `notification.${'choose' | 'watch' | 'read' | 'unread' | 'endMails' | 'restoreMails'}`
  | `favourite.${'add' | 'remove'}`
  | 'reminder.send'
> = {
  'news.read': { input: ({ groupId }) => ({ groupId, upTo }), allowed: SIGNED_IN },
  'news.unread': { input: () => ({ groupId: '', upTo }), allowed: SIGNED_IN },
  'group.visit': { input: ({ groupId }) => ({ groupId }), allowed: MEMBERS },
  'notification.choose': {
    input: () => ({
      ...{
        mention: 'app',
        reply: 'app',
        assigned: 'mail',
        suggestion: 'mail',
        programme: 'mail',
        own: 'digest',
        group: 'digest',
      },
      ...{ digest: true, newsletter: true, quietFrom: '20', quietTo: '7', quietWeekends: true },
    }),
    allowed: SIGNED_IN,
  },
  'notification.watch': {
    input: ({ groupId: objectId }) => ({ kind: 'group', objectId, level: 'all' }),
    allowed: MEMBERS,
  },
  'notification.read': { input: () => ({ objectId: null }), allowed: SIGNED_IN },
  'notification.unread': { input: () => ({ readAt: upTo }), allowed: SIGNED_IN },
  'favourite.add': { input: favourite, allowed: MEMBERS },
  'favourite.remove': { input: favourite, allowed: SIGNED_IN },
  'notification.endMails': { input: byLink, allowed: PEOPLE },
  'notification.restoreMails': { input: byLink, allowed: PEOPLE },
  'reminder.send': {
    input: ({ groupId, organisationId: subject }) => ({ groupId, cause: 'silence', subject }),
    allowed: FACILITATORS,
  },
};
