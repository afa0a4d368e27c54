import { describe, expect, test } from 'vitest';
import {
  canInGroup,
  canOnPlatform,
  GROUP_ROLES,
  groupRoleOf,
  roomAccessOf,
} from '#shared/kernel/access/access.ts';

const now = new Date('2023-03-14T13:00:00Z');
const yesterday = new Date('2023-03-13T13:00:00Z');
const tomorrow = new Date('2023-03-15T13:00:00Z');

describe('rights', () => {
  test.each([
    ['facilitator', { 'document.write': true, 'members.manage': true, 'document.comment': true }],
    ['contributor', { 'document.write': true, 'members.manage': false, 'document.comment': true }],
    ['consultant', { 'document.write': true, 'members.manage': false, 'document.comment': true }],
    ['reviewer', { 'document.write': false, 'members.manage': false, 'document.comment': true }],
    ['observer', { 'document.write': false, 'members.manage': false, 'document.comment': true }],
  ] as const)('[A1] the role %s allows exactly its line of the table', (role, expected) => {
    for (const [action, allowed] of Object.entries(expected)) {
      expect(canInGroup(role, action as keyof typeof expected)).toBe(allowed);
    }
    expect(canInGroup(role, 'document.read')).toBe(true);
  });

  test('[A1] an outsider may do nothing', () => {
    expect(canInGroup(null, 'group.read')).toBe(false);
    expect(canInGroup(null, 'document.read')).toBe(false);
  });

  test('[A2] only administrators administer, coordinators invite and import, members do neither', () => {
    expect(canOnPlatform('admin', 'platform.administer')).toBe(true);
    expect(canOnPlatform('coordinator', 'platform.administer')).toBe(false);
    expect(canOnPlatform('coordinator', 'territories.import')).toBe(true);
    expect(canOnPlatform('reviewer', 'people.invite')).toBe(false);
    expect(canOnPlatform('member', 'territories.import')).toBe(false);
  });

  test('[A3] the strongest of own, inherited and platform roles counts', () => {
    const observer = { role: 'observer', until: null } as const;
    const contributor = { role: 'contributor', until: null } as const;
    expect(groupRoleOf('member', [observer, contributor], now)).toBe('contributor');
    expect(groupRoleOf('member', [], now)).toBeNull();
    expect(groupRoleOf('reviewer', [], now)).toBe('reviewer');
    expect(groupRoleOf('reviewer', [contributor], now)).toBe('contributor');
    expect(groupRoleOf('coordinator', [observer], now)).toBe('facilitator');
  });

  test('[A3] a membership counts until its end, and not at it', () => {
    expect(groupRoleOf('member', [{ role: 'consultant', until: tomorrow }], now)).toBe('consultant');
    expect(groupRoleOf('member', [{ role: 'consultant', until: now }], now)).toBeNull();
    expect(groupRoleOf('member', [{ role: 'consultant', until: yesterday }], now)).toBeNull();
  });

  test('[A4] writers write, reviewers and observers comment, outsiders see no room', () => {
    expect(GROUP_ROLES.map((role) => roomAccessOf(role, 'document'))).toEqual([
      'write',
      'write',
      'write',
      'comment',
      'comment',
    ]);
    expect(roomAccessOf('observer', 'board')).toBe('comment');
    expect(roomAccessOf(null, 'document')).toBeNull();
    expect(roomAccessOf(null, 'board')).toBeNull();
  });
});
