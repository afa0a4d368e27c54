import { describe, expect, test } from 'vitest';
import {
  deliveryOf,
  levelOf,
  objectOf,
  reasonFor,
  type Standing,
  saidReason,
} from '#shared/news/notification/notification.ts';

const nobody: Standing = {
  isActor: false,
  isAsked: false,
  isMentioned: false,
  isInThread: false,
  isAssigned: false,
  isConcerned: false,
  isOwn: false,
  isSuggestion: false,
  level: 'mine',
};

describe('[NO2] why somebody hears', () => {
  test.each([
    [{}, null],
    [{ level: 'all' }, 'group'],
    [{ isOwn: true }, 'own'],
    [{ isOwn: true, isSuggestion: true }, 'suggestion'],
    [{ isOwn: true, isAssigned: true }, 'assigned'],
    [{ isAssigned: true, isInThread: true }, 'reply'],
    [{ isConcerned: true, isInThread: true }, 'reply'],
    [{ isConcerned: true, isOwn: true }, 'programme'],
    [{ isInThread: true, isMentioned: true, level: 'all' }, 'mention'],
    [{ isMentioned: true, level: 'none' }, null],
    [{ isAsked: true, level: 'none' }, 'request'],
    [{ isAsked: true, isMentioned: true, isActor: true, level: 'all' }, null],
  ] as const)('%o: %s', (given, reason) => {
    expect(reasonFor({ ...nobody, ...given })).toBe(reason);
  });
});

test('[NO2] what is asked of somebody, or answered, is said by its own name', () => {
  const asked = (verb: string) => saidReason('request', verb);
  expect(asked('document.reviewOpened')).toBe('review');
  expect(asked('document.reviewAnswered')).toBe('ownReview');
  expect([asked('accessRequest.asked'), asked('accessRequest.declined')]).toEqual([
    'access',
    'accessAnswered',
  ]);
  expect([saidReason('mention', 'document.commented'), asked('document.commented')]).toEqual([
    'mention',
    null,
  ]);
});

test('[NO3] the level of the object goes before that of its group', () => {
  expect([levelOf('none', 'all'), levelOf(undefined, 'all'), levelOf(undefined, undefined)]).toEqual([
    'none',
    'all',
    'mine',
  ]);
});

test('[NO4] each kind comes as chosen, and nothing is mailed twice', () => {
  expect(deliveryOf('mention', 'document.commented', {})).toBe('mail');
  expect(deliveryOf('mention', 'document.commented', { mention: 'digest' })).toBe('digest');
  expect(deliveryOf('request', 'accessRequest.granted', {})).toBe('app');
  expect(deliveryOf('own', 'member.added', { own: 'mail' })).toBe('app');
});

test('[NO6] the life of a group is about the group; verbs of other nouns name their objects', () => {
  const event = { objectId: 'o', groupId: 'g' };
  expect(objectOf({ ...event, verb: 'member.joined' })).toEqual({ kind: 'group', id: 'g' });
  expect(objectOf({ ...event, verb: 'meeting.planned' })).toEqual({ kind: 'meeting', id: 'o' });
  expect(objectOf({ ...event, verb: 'accessRequest.asked', groupId: null })).toEqual({
    kind: 'document',
    id: 'o',
  });
});

test('[NO17] of the programme what is smaller waits for the mail of the week at most, what has its own mail has no second one', () => {
  expect(deliveryOf('programme', 'track.moved', {})).toBe('mail');
  expect(deliveryOf('programme', 'log.written', {})).toBe('digest');
  expect(deliveryOf('programme', 'log.written', { programme: 'app' })).toBe('app');
  expect(deliveryOf('programme', 'mission.delivered', { programme: 'mail' })).toBe('app');
});
